import { FailureError, type LaneProblem } from '../model/failure.ts';
import { permits, type HostSpec, type Lane, type Permission } from '../model/target.ts';
import { settingsFor } from '../model/backend.ts';
import type { Backend } from '../guest/backend.ts';
import { backendFor } from '../run/choose-backend.ts';

/**
 * Checks that each lane reaches a host that somebody who may has described, and asks of it for no more
 * than it grants.
 * @throws FailureError `hosts_untold` or `lanes_refused`, with all that is in the way
 */
export function checkGrants(backends: readonly Backend[], lanes: readonly Lane[]): void {
  const hosts = [...new Map(lanes.map(({ runner: { host } }) => [host.name, host])).values()];
  const [first, ...others] = hosts.flatMap(({ address }) =>
    address.kind === 'unknown' ? [address.why] : [],
  );
  if (first !== undefined) {
    throw new FailureError({ ...first, hosts: [first, ...others].flatMap((it) => it.hosts) });
  }
  const refusals = lanes.flatMap((lane) =>
    refusalsOf(backends, lane).map((it) => ({ lane, ...it })),
  );
  if (refusals.length === 0) return;
  const problems = refusals.map(({ lane, problem }): LaneProblem => ({ lane: lane.id, problem }));
  const text = hosts.flatMap((host) => wantedSettings(host, refusals) ?? []).join('\n\n');
  throw new FailureError({ cause: 'lanes_refused', problems, text });
}

/** What the host would have to say. */
type Wanted =
  | { key: 'allow'; value: Permission }
  | { key: 'max_vcpu' | 'max_mem_mib' | 'max_disk_gib'; value: number };

interface Refusal {
  problem: string;
  wanted: Wanted;
}

function refusalsOf(backends: readonly Backend[], lane: Lane): Refusal[] {
  const { host } = lane.runner;
  const backend = backendFor(backends, lane);
  const at = `host \`${host.name}\``;
  const refusals: Refusal[] = [];
  const size = (
    key: Exclude<Wanted['key'], 'allow'>,
    asked: number | undefined,
    most: number | undefined,
    unit: string,
  ): void => {
    if (asked === undefined || most === undefined || asked <= most) return;
    const problem = `asks for ${asked} ${unit}, and ${at} grants ${most}`;
    refusals.push({ problem, wanted: { key, value: asked } });
  };
  if (backend?.machine !== false) {
    size('max_vcpu', lane.vcpu, host.maxVcpu, 'CPUs (vcpu)');
    size('max_mem_mib', lane.memMib, host.maxMemMib, 'MiB of memory (mem_mib)');
    size('max_disk_gib', lane.diskGib, host.maxDiskGib, 'GiB of disk (disk_gib)');
  }
  const told = backend && settingsFor(backend, host);
  // Where the host says too little for its backend, the lane is refused for that when it is to run.
  const needed = told?.kind === 'said' ? (backend?.permissions(told.settings, host) ?? []) : [];
  for (const { permission: value, problem } of needed) {
    if (permits(host, value)) continue;
    refusals.push({ problem, wanted: { key: 'allow', value } });
  }
  return refusals;
}

function wantedSettings(
  host: HostSpec,
  refusals: readonly (Refusal & { lane: Lane })[],
): string | undefined {
  const wanted = refusals
    .filter(({ lane }) => lane.runner.host.name === host.name)
    .map((refusal) => refusal.wanted);
  if (wanted.length === 0) return undefined;
  const words = wanted.flatMap((it) => (it.key === 'allow' ? [it.value] : []));
  const allow = [...new Set([...host.allow, ...words])].map((it) => `"${it}"`).join(', ');
  const sizes = new Map<string, number>();
  for (const it of wanted) {
    if (it.key !== 'allow') sizes.set(it.key, Math.max(it.value, sizes.get(it.key) ?? 0));
  }
  return [
    `[${/^[A-Za-z0-9_-]+$/.test(host.name) ? host.name : JSON.stringify(host.name)}]`,
    ...(words.length === 0 ? [] : [`allow = [${allow}]`]),
    ...[...sizes].map(([key, value]) => `${key} = ${value}`),
  ].join('\n');
}
