import type {
  HostSpec,
  Lane,
  LaneCommand,
  Network,
  PullPolicy,
  Runner,
  RunnerKind,
  Target,
  WantedImage,
} from '../model/target.ts';
import { readImageReference } from '../model/image-reference.ts';
import { cargoCommand } from './cargo-command.ts';
import type { Finding, Path } from './finding.ts';
import { laneDefaults } from './lane-defaults.ts';
import { meant } from './meant.ts';
import { resolveStagedSets, type StagedSets } from './resolve-staged.ts';
import type { LaneText, ManifestText, TargetText } from './manifest-schema.ts';

/** Turns checked text into targets: defaults applied, references followed, all problems kept. */
export function resolveManifest(
  text: ManifestText,
  hosts: ReadonlyMap<string, HostSpec>,
): { targets: readonly Target[]; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const staged = resolveStagedSets(text.staged ?? {}, (finding) => findings.push(finding));
  const scope: Scope = {
    text,
    hosts,
    staged,
    report: (path, problem, at = 'value') => findings.push({ path, at, problem }),
  };
  const targets = Object.entries(text.targets).map(([id, target]) =>
    resolveTarget(scope, id, target),
  );
  return { targets, findings };
}

interface Scope {
  text: ManifestText;
  hosts: ReadonlyMap<string, HostSpec>;
  staged: StagedSets;
  report: (path: Path, problem: string, at?: Finding['at']) => void;
}

function resolveTarget(scope: Scope, id: string, text: TargetText): Target {
  const path = ['targets', id];
  const seen = new Set<string>();
  const lanes = text.lanes.flatMap((laneText, index) => {
    const lanePath = [...path, 'lanes', index];
    if (seen.has(laneText.id))
      scope.report([...lanePath, 'id'], `lane \`${laneText.id}\` is declared twice`);
    seen.add(laneText.id);
    return resolveLane(scope, lanePath, id, text, laneText) ?? [];
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
  path: Path,
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
  const from = (name: keyof RunnerText | 'secrets'): Origin =>
    lane[name] !== undefined
      ? { depth: 2, path: [...path, name] }
      : target[name] !== undefined
        ? { depth: 1, path: ['targets', targetId, name] }
        : scope.text.defaults?.[name] !== undefined
          ? { depth: 0, path: ['defaults', name] }
          : { depth: -1, path };
  const secrets = resolveSecrets(scope, from('secrets'), defaults.secrets, env);
  const runner = resolveRunner(scope, from, lane.id, defaults);
  const command = resolveCommand(scope, path, lane);
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
    secrets,
    git: defaults.git ?? laneDefaults.git,
    artifacts: defaults.artifacts ?? laneDefaults.artifacts,
    retriesOnInfrastructure:
      defaults.retries_on_infrastructure ?? laneDefaults.retriesOnInfrastructure,
    runsOn: defaults.runs_on ?? laneDefaults.runsOn,
  };
}

/** Of one variable only one of them can be what the lane gets. */
function resolveSecrets(
  scope: Scope,
  { path }: Origin,
  secrets: readonly string[] = laneDefaults.secrets,
  env: Lane['env'],
): Lane['secrets'] {
  for (const [index, name] of secrets.entries()) {
    if (!Object.hasOwn(env, name)) continue;
    scope.report(
      [...path, index],
      `\`${name}\` stands in the lane’s \`env\`, too; drop one of them`,
    );
  }
  return [...new Set(secrets)];
}

interface RunnerText {
  runner?: string | undefined;
  host?: string | undefined;
  staged?: string | undefined;
  image?: string | undefined;
  pull?: PullPolicy | undefined;
  network?: Network | undefined;
}

/** Where a setting comes from, which is where a problem with it is told. */
interface Origin {
  /** The lane's own before its target's, before the file's. */
  depth: number;
  path: Path;
}

type From = (name: keyof RunnerText) => Origin;

const runnerKinds: readonly RunnerKind[] = ['host_local', 'remote_linux_vm', 'tart_local'];

function resolveRunner(
  scope: Scope,
  from: From,
  laneId: string,
  text: RunnerText,
): Runner | undefined {
  const kind = text.runner ?? (text.staged === undefined ? undefined : 'remote_linux_vm');
  // What was chosen for another runner, further out, says nothing of this one.
  const isOwn = (name: keyof RunnerText): boolean => from(name).depth >= from('runner').depth;
  switch (kind) {
    case undefined:
      scope.report(from('runner').path, `lane \`${laneId}\` names no runner; ${runnersThereAre}`);
      return undefined;
    case 'vfkit_local':
      scope.report(
        from('runner').path,
        `lane \`${laneId}\` no longer maps to the removed vfkit runner; ${runnersThereAre}`,
      );
      return undefined;
    case 'host_local':
    case 'tart_local': {
      if (text.staged !== undefined && isOwn('staged')) {
        scope.report(from('staged').path, 'staged outputs are mounted in Linux VMs only');
      }
      for (const key of ['image', 'pull', 'network'] as const) {
        if (text[key] === undefined || !isOwn(key)) continue;
        scope.report(
          from(key).path,
          `only remote Linux VMs have \`${key}\`, and lane \`${laneId}\` runs on ${kind}`,
        );
      }
      const host = findHost(scope, from('host').path, text.host ?? 'local');
      const isUnknown = host?.address.kind === 'unknown';
      if (kind === 'host_local' && isUnknown && !isOwn('host')) {
        return { kind, host: scope.hosts.get('local') ?? host };
      }
      return host && { kind, host };
    }
    case 'remote_linux_vm': {
      const staged = text.staged === undefined ? undefined : findStaged(scope, from, text.staged);
      if (text.host === undefined) {
        // A VM backend has to be asked for by name; other lanes run where pikaci itself runs.
        const problem = `lane \`${laneId}\` runs in a remote Linux VM and needs a \`host\``;
        scope.report(from('host').path, problem, 'key');
        return undefined;
      }
      const host = findHost(scope, from('host').path, text.host);
      const { network } = text;
      const image = wantedImage(text);
      return host && { kind, host, staged, ...(image && { image }), ...(network && { network }) };
    }
    default: {
      const hint = meant(kind, runnerKinds, `known: ${runnerKinds.join(', ')}`);
      scope.report(from('runner').path, `unknown runner \`${kind}\`; ${hint}`);
      return undefined;
    }
  }
}

function wantedImage({ image, pull }: RunnerText): WantedImage | undefined {
  const reference = image === undefined ? undefined : readImageReference(image);
  return reference && { reference, pull: pull ?? laneDefaults.pull };
}

const runnersThereAre =
  'write runner = "remote_linux_vm" with a host for a fresh VM there, ' +
  'runner = "host_local" for a command on this machine (or on a host) itself, ' +
  'or runner = "tart_local" for a macOS VM';

function findHost(scope: Scope, path: Path, name: string): HostSpec | undefined {
  const host = scope.hosts.get(name);
  if (host !== undefined) return host;
  const hint = meant(name, [...scope.hosts.keys()], `declare it as [hosts.${name}]`);
  scope.report(path, `host \`${name}\` is not declared; ${hint}`);
  return undefined;
}

function findStaged({ staged, report }: Scope, from: From, name: string) {
  const set = staged.get(name);
  if (set !== undefined) return set;
  const hint = meant(name, [...staged.keys()], `declare it as [staged.${name}]`);
  report(from('staged').path, `staged set \`${name}\` is not declared; ${hint}`);
  return undefined;
}

function resolveCommand(scope: Scope, path: Path, lane: LaneText): LaneCommand | undefined {
  if ((lane.command === undefined) === (lane.cargo === undefined)) {
    scope.report(path, `lane \`${lane.id}\` needs exactly one of \`command\` and \`cargo\``);
    return undefined;
  }
  if (lane.cargo !== undefined) return { kind: 'argv', argv: cargoCommand(lane.cargo) };
  if (typeof lane.command === 'string') return { kind: 'shell', line: lane.command };
  const [program, ...rest] = lane.command ?? [];
  if (program !== undefined && program !== '') return { kind: 'argv', argv: [program, ...rest] };
  scope.report([...path, 'command', 0], 'names no program');
  return undefined;
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  ) as Partial<T>;
}
