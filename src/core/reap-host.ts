import type { Host } from '../host/host.ts';
import { reapGuests } from '../guest/reap-guests.ts';
import { pruneSnapshots, type PruneLimits } from '../snapshot/prune.ts';

export { defaultPruneLimits, type PruneLimits } from '../snapshot/prune.ts';

/** Names of guests and hashes of snapshots. */
export interface Reaped {
  guests: readonly string[];
  snapshots: readonly string[];
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
  if (guests.status === 'rejected') throw guests.reason;
  return { guests: guests.value, snapshots };
}
