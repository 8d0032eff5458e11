import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // Pure: input and expected output.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      // Real children, git, files.
      { test: { name: 'process', include: ['test/process/**/*.test.ts'], testTimeout: 60_000 } },
      // dist/ as GitHub's runner and people start it.
      { test: { name: 'bundle', include: ['test/bundle/**/*.test.ts'], testTimeout: 60_000 } },
      // Real guests on the embedded VM host. One file after the other: each guest wants a core.
      {
        test: {
          name: 'vm',
          include: ['test/vm/**/*.test.ts'],
          globalSetup: 'test/vm/prepare-host.ts',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
