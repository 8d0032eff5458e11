import { capture } from '../host/capture.ts';
import type { Host, HostCommand } from '../host/host.ts';
import { pruneScript } from './scripts.ts';

/** What a host keeps of old snapshots, and of what was built from them. */
export interface PruneLimits {
  snapshots: number;
  days: number;
  megabytes: number;
}

export const defaultPruneLimits: PruneLimits = { snapshots: 50, days: 14, megabytes: 20_000 };

/**
 * Removes snapshots beyond any of the limits, the longest unused first, and GC roots of builds that
 * are as old. Nothing goes that a guest with a living lease uses, or that was used within the hour:
 * a run may have found it and be about to boot.
 * @returns the hashes of the snapshots
 */
export async function pruneSnapshots(
  host: Host,
  limits: PruneLimits,
  signal: AbortSignal,
): Promise<string[]> {
  const command = pruneCommand(host.spec.workDir, limits);
  return (await capture(host, command, { signal })).split('\n').filter(Boolean);
}

export function pruneCommand(
  workDir: string,
  { snapshots, days, megabytes }: PruneLimits,
): HostCommand {
  const limits = [snapshots, days * 24 * 60, megabytes * 1024].map((limit) =>
    String(Math.round(limit)),
  );
  return { script: pruneScript(), args: [workDir, ...limits], purpose: 'prune old snapshots' };
}
