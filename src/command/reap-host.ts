import type { Host } from '../host/host.ts';
import { reapGuests } from '../guest/reap.ts';
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
  // Guests first: what they used is free then.
  const guests = await reapGuests(host, signal);
  return { guests, snapshots: await pruneSnapshots(host, limits, signal) };
}
