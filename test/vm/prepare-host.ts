import type { TestProject } from 'vitest/node';
import { prepareEmbeddedHost } from '../embedded-host/embedded-host.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why there is no embedded VM host here; empty where there is one. */
    noVmHost: string;
  }
}

export default function setup(project: TestProject): void {
  const problem = prepareEmbeddedHost();
  if (problem !== undefined) console.warn(`tests with real guests are skipped: ${problem}`);
  project.provide('noVmHost', problem ?? '');
}
