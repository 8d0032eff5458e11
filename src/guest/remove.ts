import { capture } from '../host/capture.ts';
import type { Host } from '../host/host.ts';
import { removalScript } from './scripts.ts';

/** Removes a guest and all it made on its host. A guest that is not there is removed already. */
export async function removeGuest(host: Host, name: string, signal?: AbortSignal): Promise<void> {
  await capture(
    host,
    {
      script: removalScript(),
      args: [host.spec.workDir, name],
      purpose: `remove the guest ${name}`,
    },
    signal ? { signal } : {},
  );
}
