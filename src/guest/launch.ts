import { capture } from '../host/capture.ts';
import { hostSurroundings, renderAgent, vmSurroundings } from './agent.ts';
import type { Backend, GuestPrograms } from './backend.ts';
import type { Guest, GuestSlot, LaunchRequest } from './guest.ts';
import { maskedGuest } from './masked-guest.ts';
import { launchScript, supervisorScript } from './scripts.ts';
import { supervisedGuest } from './supervised-guest.ts';

/**
 * Binds a slot to a lane, and boots the guest there under its supervisor, apart from our connection.
 * @throws FailureError `host_command_failed`, with what the host said; `signal.reason`
 */
export async function launchGuest(
  slot: GuestSlot,
  { machine }: Pick<Backend, 'machine'>,
  request: LaunchRequest,
  programs: GuestPrograms,
  signal: AbortSignal,
): Promise<Guest> {
  const { host, dir, name } = slot;
  const { lane, given, nonce, snapshotTree, diskGib } = request;
  signal.throwIfAborted();
  const files = Object.entries({ ...filesOf(programs), ...(machine ? {} : { 'no-machine': '' }) });
  const variables = Object.entries(programs.environment).map(([key, value]) => `${key}=${value}`);
  const command = {
    script: launchScript(),
    args: [
      ...[
        dir,
        name,
        programs.workspace,
        snapshotTree,
        String(diskGib * 1024 * 1024 + (programs.moreDiskKib ?? 0)),
      ],
      ...[programs.needs.join(' '), String(files.length), ...files.flat()],
      ...variables,
    ],
    purpose: `launch the guest ${name}`,
  };
  const agent = renderAgent({
    surroundings: programs.surroundings ?? (machine ? vmSurroundings() : hostSurroundings()),
    lane,
    given,
    nonce,
    paths: programs.paths,
    rootHome: machine ? '/root' : programs.paths.home,
    stagedMounts: request.stagedMounts,
    // What can be entered outlives the command anyway, where the guest is no machine.
    staysOnFailure: machine && request.staysOnFailure,
  });
  // Never cut off half-way: a supervisor could come up behind the removal's back.
  const checked = await capture(host, command, { stdin: agent });
  const deadlines = { boot: programs.bootSecs, command: lane.timeoutSecs };
  const guest = maskedGuest(supervisedGuest(slot, nonce, deadlines), given.secrets);
  return programs.containment === undefined
    ? guest
    : { ...guest, containment: programs.containment(checked) };
}

function filesOf(programs: GuestPrograms): Record<string, string> {
  const { boot, check, enter, remove, hold, resume, files } = programs;
  const optional = Object.entries({ check, remove, hold, resume }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    'supervisor.sh': supervisorScript(),
    boot,
    enter,
    ...Object.fromEntries(optional),
    ...files,
  };
}
