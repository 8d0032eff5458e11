import { defineConfig } from 'vitest/config';

// It imports JSON without saying so, which Node alone refuses.
const server = { deps: { inline: ['@actions/workflow-parser'] } };

export default defineConfig({
  test: {
    projects: [
      // Pure: input and expected output.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 } },
      // Real children, git, files.
      {
        test: {
          name: 'process',
          include: ['test/process/**/*.test.ts'],
          globalSetup: 'test/process/install-tools.ts',
          testTimeout: 60_000,
        },
      },
      // dist/ as GitHub's runner and people start it.
      {
        // Inlined packages come without their source maps, which is no news.
        logLevel: 'error',
        test: {
          name: 'bundle',
          include: ['test/bundle/**/*.test.ts'],
          testTimeout: 60_000,
          server,
        },
      },
      // The report in a real browser.
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/find-browser.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Real guests on the embedded VM host. One file after the other: each guest wants a core.
      {
        logLevel: 'error',
        test: {
          name: 'vm',
          include: ['test/vm/**/*.test.ts'],
          server,
          globalSetup: 'test/vm/prepare-host.ts',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      // Each fault at each moment of a lane's life, on the same parts.
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: 'test/vm/prepare-host.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
