import { hostLocal } from '../../src/backends/host-local/host-local.ts';
import type { Guest, GuestSlot, LaunchRequest } from '../../src/guest/guest.ts';
import { launchGuest } from '../../src/guest/launch.ts';

/** Launches a guest on the host itself, as a run does. */
export function launchOnHost(
  slot: GuestSlot,
  some: Pick<LaunchRequest, 'lane' | 'nonce' | 'snapshotTree'> & Partial<LaunchRequest>,
): Promise<Guest> {
  const request: LaunchRequest = {
    given: { context: {}, secrets: {} },
    dir: slot.dir,
    size: { vcpu: 1, memMib: 512 },
    diskGib: some.lane.diskGib ?? 20,
    stagedMounts: [],
    staysOnFailure: false,
    ...some,
  };
  const programs = hostLocal.programs(request, undefined, undefined);
  return launchGuest(slot, hostLocal, request, programs, new AbortController().signal);
}
