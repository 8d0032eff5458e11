import { FailureError, type Failure } from '../model/failure.ts';
import type { HostSpec, Lane } from '../model/target.ts';
import type { GuestBackend } from '../guest/guest.ts';
import { hostLocal } from '../backends/host-local/host-local.ts';
import { microvm } from '../backends/microvm/microvm.ts';
import type { HostSession } from './host-session.ts';

/** Accepted by manifest and plan, and not to be had yet. */
export function unavailableBackend({ id, runner }: Lane): Failure | undefined {
  const wanted =
    runner.kind === 'tart_local'
      ? 'runner tart_local'
      : runner.kind === 'remote_linux_vm' && runner.host.backend === 'incus'
        ? 'backend incus'
        : undefined;
  return wanted && { cause: 'backend_unavailable', backend: wanted, lane: id };
}

/** What makes the guests of a lane, as records name it. */
export function backendName({ runner }: Lane): GuestBackend['name'] {
  return runner.kind === 'host_local' ? hostLocal.name : 'microvm';
}

/** What makes the guests of a lane, its runner package built or found. */
export async function backendOf(lane: Lane, session: HostSession): Promise<GuestBackend> {
  if (lane.runner.kind === 'host_local') return hostLocal;
  const spec = microvmSpecOf(lane);
  return microvm(await session.runner(spec.guest), spec);
}

/** @throws FailureError `lane_unsupported` where the host names no guest */
export function microvmSpecOf({
  id,
  runner,
  vcpu,
  memMib,
}: Lane): NonNullable<HostSpec['microvm']> {
  const { microvm: spec, name } = runner.host;
  if (spec !== undefined) {
    return { ...spec, vcpu: vcpu ?? spec.vcpu, memMib: memMib ?? spec.memMib };
  }
  throw new FailureError({
    cause: 'lane_unsupported',
    lane: id,
    problem: `host \`${name}\` names no guest to boot`,
    hint: `Set microvm.guest of host \`${name}\` to the installable of a runner package: in input \`hosts\`, the file of --hosts, or the manifest.`,
  });
}
