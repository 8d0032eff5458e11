import { FailureError } from '../../model/failure.ts';
import type { Lane } from '../../model/target.ts';
import { renderAgent, type GuestPaths } from '../../guest/agent.ts';
import { readContainment } from './read-containment.ts';
import type { GuestBackend, GuestSlot } from '../../guest/guest.ts';
import { launchSupervisor } from '../../guest/launch.ts';
import { containScript } from '../../guest/scripts.ts';
import { supervisedGuest } from '../../guest/supervised-guest.ts';

/** There is nothing to boot; a host that is slow to start a shell is very busy. */
const bootSecs = 180;

/**
 * The host itself as the guest: the command runs in namespaces of its own where the host can have
 * them, and in a process group of its own where not. Nothing could keep it there from writing to the
 * shared snapshot, so it always works in a copy.
 */
export const hostLocal: GuestBackend = {
  name: 'host_local',
  launch: async (slot, request, signal) => {
    const { lane, nonce, snapshotTree } = request;
    refuseRoot(lane);
    const agent = renderAgent({
      kind: 'host',
      lane,
      nonce,
      paths: pathsIn(slot),
      stagedMounts: [],
      // All that could be entered outlives it anyway.
      staysOnFailure: false,
    });
    const workspace = { kind: 'copied', tree: snapshotTree } as const;
    const launch = {
      kind: 'host_local',
      agent,
      workspace,
      contain: containScript(),
      diskGib: lane.diskGib,
    } as const;
    const containment = readContainment(await launchSupervisor(slot, launch, signal));
    const deadlines = { boot: bootSecs, command: lane.timeoutSecs };
    return { ...supervisedGuest(slot, nonce, deadlines), containment };
  },
};

function pathsIn({ dir }: GuestSlot): GuestPaths {
  return {
    request: `${dir}/request`,
    channel: `${dir}/channel`,
    workspace: `${dir}/workspace`,
    artifacts: `${dir}/artifacts`,
    scratch: `${dir}/cache`,
    home: `${dir}/home`,
  };
}

function refuseRoot(lane: Lane): void {
  if (!lane.runAsRoot) return;
  throw new FailureError({
    cause: 'lane_unsupported',
    lane: lane.id,
    problem: 'run_as_root is for VMs; on the host itself a lane runs as the user who drives it',
    hint: 'Use runner = "remote_linux_vm", or drop run_as_root.',
  });
}
