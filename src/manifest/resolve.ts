import type { ManifestProblem } from '../model/failure.ts';
import type {
  HostSpec,
  Lane,
  LaneCommand,
  Runner,
  RunnerKind,
  StagedSet,
  Target,
} from '../model/target.ts';
import { cargoCommand } from './cargo-command.ts';
import { meant } from './meant.ts';
import { laneDefaults } from './lane-defaults.ts';
import type { ResolvedHost } from './resolve-host.ts';
import type { LaneText, ManifestText, TargetText } from './schema.ts';

/** Turns checked text into targets: defaults applied, references followed, all problems kept. */
export function resolveManifest(
  text: ManifestText,
  hosts: ReadonlyMap<string, ResolvedHost>,
): { targets: readonly Target[]; problems: ManifestProblem[] } {
  const problems: ManifestProblem[] = [];
  const report = (key: string, problem: string): void => {
    // Several lanes may meet the same problem of their host or staged set: once is enough.
    const known = problems.some((other) => other.key === key && other.problem === problem);
    if (!known) problems.push({ key, problem });
  };
  const scope: Scope = { text, hosts, report };
  const targets = Object.entries(text.targets).map(([id, target]) =>
    resolveTarget(scope, id, target),
  );
  return { targets, problems };
}

interface Scope {
  text: ManifestText;
  hosts: ReadonlyMap<string, ResolvedHost>;
  report: (key: string, problem: string) => void;
}

function resolveTarget(scope: Scope, id: string, text: TargetText): Target {
  const key = `targets.${id}`;
  const seen = new Set<string>();
  const lanes = text.lanes.flatMap((laneText, index) => {
    const laneKey = `${key}.lanes[${index}]`;
    if (seen.has(laneText.id))
      scope.report(`${laneKey}.id`, `lane \`${laneText.id}\` is declared twice`);
    seen.add(laneText.id);
    return resolveLane(scope, laneKey, id, text, laneText) ?? [];
  });
  const isStaged = lanes.some(({ runner }) => runner.kind === 'remote_linux_vm' && runner.staged);
  return {
    id,
    title: text.title ?? id,
    description: text.description ?? '',
    trigger: text.trigger ?? 'branch',
    paths: text.paths ?? [],
    concurrencyGroup: text.concurrency_group ?? (isStaged ? `staged-linux:${id}` : id),
    failFast: text.fail_fast ?? false,
    snapshotExclude: text.snapshot?.exclude ?? [],
    legs: 'per_lane',
    lanes,
  };
}

function resolveLane(
  scope: Scope,
  key: string,
  targetId: string,
  target: TargetText,
  lane: LaneText,
): Lane | undefined {
  const defaults = {
    ...scope.text.defaults,
    ...withoutUndefined(target),
    ...withoutUndefined(lane),
  };
  const env = { ...scope.text.defaults?.env, ...target.env, ...lane.env };
  // Where a setting comes from is where a problem with it is told.
  const keyOf = (name: keyof RunnerText): string =>
    lane[name] !== undefined
      ? `${key}.${name}`
      : target[name] !== undefined
        ? `targets.${targetId}.${name}`
        : scope.text.defaults?.[name] !== undefined
          ? `defaults.${name}`
          : key;
  const runner = resolveRunner(scope, keyOf, lane.id, defaults);
  const command = resolveCommand(scope, key, lane);
  if (runner === undefined || command === undefined) return undefined;
  return {
    id: lane.id,
    description: lane.description ?? laneDefaults.description,
    runner,
    command,
    shell: defaults.shell ?? laneDefaults.shell,
    workdir: defaults.workdir ?? laneDefaults.workdir,
    timeoutSecs: defaults.timeout_secs ?? laneDefaults.timeoutSecs,
    vcpu: defaults.vcpu ?? laneDefaults.vcpu,
    memMib: defaults.mem_mib ?? laneDefaults.memMib,
    diskGib: defaults.disk_gib ?? laneDefaults.diskGib,
    logMib: defaults.log_mib ?? laneDefaults.logMib,
    artifactsMib: defaults.artifacts_mib ?? laneDefaults.artifactsMib,
    writableWorkspace: defaults.writable_workspace ?? laneDefaults.writableWorkspace,
    runAsRoot: defaults.run_as_root ?? laneDefaults.runAsRoot,
    env,
    artifacts: defaults.artifacts ?? laneDefaults.artifacts,
    retriesOnInfrastructure:
      defaults.retries_on_infrastructure ?? laneDefaults.retriesOnInfrastructure,
    runsOn: defaults.runs_on ?? laneDefaults.runsOn,
  };
}

interface RunnerText {
  runner?: string | undefined;
  host?: string | undefined;
  staged?: string | undefined;
}

const runnerKinds: readonly RunnerKind[] = ['host_local', 'remote_linux_vm', 'tart_local'];

type KeyOf = (name: keyof RunnerText) => string;

function resolveRunner(
  scope: Scope,
  keyOf: KeyOf,
  laneId: string,
  text: RunnerText,
): Runner | undefined {
  const kind = text.runner ?? (text.staged === undefined ? undefined : 'remote_linux_vm');
  if (kind === undefined || kind === 'vfkit_local') {
    scope.report(
      keyOf('runner'),
      `lane \`${laneId}\` no longer maps to the removed vfkit runner; ` +
        'write runner = "remote_linux_vm" with a host (and staged outputs where it needs them), ' +
        'runner = "host_local" for a command on the host itself, or runner = "tart_local" for macOS',
    );
    return undefined;
  }
  const host = resolveHostOf(scope, keyOf('host'), laneId, kind, text.host);
  const staged = resolveStaged(scope, keyOf('staged'), text.staged);
  switch (kind) {
    case 'host_local':
      if (text.staged !== undefined) {
        scope.report(keyOf('staged'), 'staged outputs are mounted in Linux VMs only');
      }
      return host && { kind, host };
    case 'remote_linux_vm':
      return host && { kind, host, staged };
    case 'tart_local':
      return host && { kind, host };
    default: {
      const hint = meant(kind, runnerKinds, `known: ${runnerKinds.join(', ')}`);
      scope.report(keyOf('runner'), `unknown runner \`${kind}\`; ${hint}`);
      return undefined;
    }
  }
}

function resolveHostOf(
  scope: Scope,
  key: string,
  laneId: string,
  kind: string,
  name: string | undefined,
): HostSpec | undefined {
  // Lanes that name no host run where pikaci itself runs; a VM backend has to be asked for by name.
  const wanted = name ?? (kind === 'remote_linux_vm' ? undefined : 'local');
  if (wanted === undefined) {
    scope.report(key, `lane \`${laneId}\` runs in a remote Linux VM and needs a \`host\``);
    return undefined;
  }
  const host = scope.hosts.get(wanted);
  if (host === undefined) {
    const hint = meant(wanted, [...scope.hosts.keys()], `declare it as [hosts.${wanted}]`);
    scope.report(key, `host \`${wanted}\` is not declared; ${hint}`);
    return undefined;
  }
  if ('problem' in host) {
    scope.report(`hosts.${wanted}`, host.problem);
    return undefined;
  }
  return host.spec;
}

function resolveStaged(scope: Scope, key: string, name: string | undefined): StagedSet | undefined {
  if (name === undefined) return undefined;
  const set = scope.text.staged?.[name];
  if (set === undefined) {
    const known = Object.keys(scope.text.staged ?? {});
    const hint = meant(name, known, `declare it as [staged.${name}]`);
    scope.report(key, `staged set \`${name}\` is not declared; ${hint}`);
    return undefined;
  }
  const names = set.outputs.map((output) => output.name);
  for (const [index, output] of set.outputs.entries()) {
    for (const need of output.needs ?? []) {
      // Only earlier outputs may be needed: the order in the file is an order of building.
      if (!names.slice(0, index).includes(need)) {
        scope.report(
          `staged.${name}.outputs[${index}].needs`,
          `\`${need}\` is no output before \`${output.name}\``,
        );
      }
    }
  }
  return {
    name,
    nodePrefix: set.node_prefix ?? name,
    outputs: set.outputs.map((output) => ({
      name: output.name,
      installable: output.installable,
      needs: output.needs ?? [],
      mount: output.mount ?? `/staged/linux-rust/${output.name}`,
    })),
  };
}

function resolveCommand(scope: Scope, key: string, lane: LaneText): LaneCommand | undefined {
  if ((lane.command === undefined) === (lane.cargo === undefined)) {
    scope.report(key, `lane \`${lane.id}\` needs exactly one of \`command\` and \`cargo\``);
    return undefined;
  }
  if (lane.cargo !== undefined) return { kind: 'argv', argv: cargoCommand(lane.cargo) };
  if (typeof lane.command === 'string') return { kind: 'shell', line: lane.command };
  const [program, ...rest] = lane.command ?? [];
  return program === undefined ? undefined : { kind: 'argv', argv: [program, ...rest] };
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  ) as Partial<T>;
}
