import { capture } from '../host/capture.ts';
import type { Host } from '../host/host.ts';
import { reapGuests } from '../guest/reap-guests.ts';
import { pruneSnapshots, type PruneLimits } from '../snapshot/prune.ts';
import { backends } from './backends.ts';

export { defaultPruneLimits, type PruneLimits } from '../snapshot/prune.ts';

/** Names of guests, hashes of snapshots, and what backends had made ready, in their own words. */
export interface Reaped {
  guests: readonly string[];
  snapshots: readonly string[];
  prepared: readonly string[];
}

/** Removes what is over on a host; what somebody still uses stays. */
export async function reapHost(
  host: Host,
  limits: PruneLimits,
  signal: AbortSignal,
): Promise<Reaped> {
  // Guests first: what they used is free then. One that has to stay holds nothing else up.
  const [guests] = await Promise.allSettled([reapGuests(host, signal)]);
  const snapshots = await pruneSnapshots(host, limits, signal);
  const prepared = [];
  for (const backend of backends) {
    const command = backend.prune?.(host.spec.workDir, limits);
    if (command === undefined) continue;
    const removed = await capture(host, command, { signal });
    prepared.push(...removed.split('\n').filter(Boolean));
  }
  if (guests.status === 'rejected') throw guests.reason;
  return { guests: guests.value, snapshots, prepared };
}
