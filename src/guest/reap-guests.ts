import { capture } from '../host/capture.ts';
import type { Host, HostCommand } from '../host/host.ts';
import { reapScript } from './scripts.ts';

/**
 * Removes the guests whose lease is over, with all they made; see reap.sh.
 * @returns the names of the guests
 */
export async function reapGuests(host: Host, signal: AbortSignal): Promise<string[]> {
  const command = reapCommand(host.spec.workDir);
  return (await capture(host, command, { signal })).split('\n').filter(Boolean);
}

export function reapCommand(workDir: string): HostCommand {
  return { script: reapScript(), args: [workDir], purpose: 'remove guests whose lease is over' };
}
