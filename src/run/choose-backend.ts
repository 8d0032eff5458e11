import { settingsFor, type GuestSize } from '../model/backend.ts';
import type { Failure } from '../model/failure.ts';
import { usualDiskGib, type HostSpec, type Lane, type Runner } from '../model/target.ts';
import type { Backend } from '../guest/backend.ts';

export type ChosenBackend =
  | { kind: 'chosen'; backend: Backend; settings: unknown }
  /** The lane cannot run. */
  | { kind: 'refused'; failure: Failure };

/** The backend that makes a lane's guests: the one its host asks for, of those that take such lanes. */
export function backendFor(backends: readonly Backend[], lane: Lane): Backend | undefined {
  const { runner } = lane;
  return backends.find(
    (backend) =>
      backend.runner === runner.kind &&
      (backend.takes?.(lane) ?? true) &&
      (!isAsked(runner) || (backend.choice ?? backend.name) === runner.host.backend),
  );
}

/** That backend with what the host says for it, unless the lane cannot run so. */
export function chooseBackend(backends: readonly Backend[], lane: Lane): ChosenBackend {
  const { id, runner } = lane;
  const backend = backendFor(backends, lane);
  if (backend === undefined) {
    const wanted = isAsked(runner) ? `backend ${runner.host.backend}` : `runner ${runner.kind}`;
    return {
      kind: 'refused',
      failure: { cause: 'backend_unavailable', backend: wanted, lane: id },
    };
  }
  const said = settingsFor(backend, runner.host);
  if (said.kind === 'lacking') {
    const problem = `host \`${runner.host.name}\` does not say what backend ${backend.name} needs: ${said.keys}`;
    const hint = `Set ${said.keys} of host \`${runner.host.name}\`: in input \`hosts\`, the file of --hosts, or the manifest.`;
    return { kind: 'refused', failure: { cause: 'lane_unsupported', lane: id, problem, hint } };
  }
  const { settings } = said;
  const refusal = backend.refuse(lane, settings, runner.host);
  return refusal === undefined
    ? { kind: 'chosen', backend, settings }
    : { kind: 'refused', failure: { cause: 'lane_unsupported', lane: id, ...refusal } };
}

/** Other lanes have no choice. */
function isAsked({ kind, host }: Runner): boolean {
  return kind === 'remote_linux_vm' && host.backend !== 'auto';
}

/** What a lane's guest gets: what the lane asks for, or else what is usual there, as far as the host grants it. */
export function grantedTo(
  { vcpu, memMib, diskGib }: Lane,
  { maxVcpu = Infinity, maxMemMib = Infinity, maxDiskGib = Infinity }: HostSpec,
  usual: GuestSize = { vcpu: Infinity, memMib: Infinity },
): { size: GuestSize; diskGib: number } {
  return {
    size: {
      vcpu: Math.min(vcpu ?? usual.vcpu, maxVcpu),
      memMib: Math.min(memMib ?? usual.memMib, maxMemMib),
    },
    diskGib: Math.min(diskGib ?? usualDiskGib, maxDiskGib),
  };
}
