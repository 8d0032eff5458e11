import type { MicrovmSpec } from '../../model/target.ts';
import { renderAgent, vmPaths } from '../agent.ts';
import { furnishPlace } from '../furnish.ts';
import type { GuestBackend } from '../guest.ts';
import { launchSupervisor } from '../launch.ts';
import { supervisedGuest } from '../supervised-guest.ts';

/**
 * Guests out of a runner package (nix/minimal-guest/README.md says what that is).
 * @param runner the package's store path on the host
 */
export function microvm(runner: string, { memMib, vcpu }: MicrovmSpec): GuestBackend {
  return {
    name: 'microvm',
    furnish: (place, { lane, nonce, snapshotTree, stagedMounts }, signal) => {
      const agent = renderAgent({ kind: 'vm', lane, nonce, paths: vmPaths, stagedMounts });
      const kind = lane.writableWorkspace ? 'copied' : 'shared';
      return furnishPlace(place, { agent, workspace: { kind, tree: snapshotTree } }, signal);
    },
    launch: async (place, request, signal) => {
      const readOnly = [
        'request',
        'nix-store',
        ...(request.lane.writableWorkspace ? [] : ['workspace']),
      ];
      const environment = {
        PIKACI_READONLY_SHARES: readOnly.join(' '),
        PIKACI_GUEST_MEM_MIB: String(memMib),
        PIKACI_GUEST_VCPU: String(vcpu),
      };
      await launchSupervisor(place, { kind: 'microvm', runner, environment }, signal);
      return supervisedGuest(place, request);
    },
  };
}
