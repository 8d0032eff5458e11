import type { MicrovmSpec } from '../../model/target.ts';
import { renderAgent, vmPaths } from '../../guest/agent.ts';
import type { GuestBackend } from '../../guest/guest.ts';
import { launchSupervisor } from '../../guest/launch.ts';
import { supervisedGuest } from '../../guest/supervised-guest.ts';

/**
 * Guests out of a runner package (nix/minimal-guest/README.md says what that is).
 * @param runner the package's store path on the host
 */
export function microvm(
  runner: string,
  { memMib, vcpu, bootTimeoutSecs }: MicrovmSpec,
): GuestBackend {
  return {
    name: 'microvm',
    launch: async (slot, request, signal) => {
      const { lane, nonce, snapshotTree } = request;
      const agent = renderAgent({ kind: 'vm', paths: vmPaths, ...request });
      const workspace = {
        kind: lane.writableWorkspace ? 'copied' : 'shared',
        tree: snapshotTree,
      } as const;
      const readOnly = ['request', 'nix-store', ...(lane.writableWorkspace ? [] : ['workspace'])];
      const environment = {
        PIKACI_READONLY_SHARES: readOnly.join(' '),
        PIKACI_GUEST_MEM_MIB: String(lane.memMib ?? memMib),
        PIKACI_GUEST_VCPU: String(lane.vcpu ?? vcpu),
      };
      await launchSupervisor(
        slot,
        { kind: 'microvm', agent, workspace, diskGib: lane.diskGib, runner, environment },
        signal,
      );
      return supervisedGuest(slot, nonce, { boot: bootTimeoutSecs, command: lane.timeoutSecs });
    },
  };
}
