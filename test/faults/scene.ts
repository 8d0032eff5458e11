import { randomBytes } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { Link, plain, type LinkShape } from '../support/link.ts';
import { start, type Started } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { knownHostsAt, sshPort } from '../support/ssh-host.ts';
import { until } from '../support/until.ts';
import type { Cell } from './cells.ts';
import type { FaultKit } from './kits/fault-kit.ts';
import type { Moment } from './moments.ts';

/** A lane under way, and all that a fault can lay hands on. */
export interface Scene extends AsyncDisposable {
  host: EmbeddedHost;
  link: Link;
  run: Started;
  kit: FaultKit;
  project: Project;
  /** Events of the run so far, as it prints them. */
  events: () => { event: string; phase?: string; node_id?: string; [key: string]: unknown }[];
}

/** Slow enough for a moment to last. */
const slow: LinkShape = { delayMs: 1, bitsPerSecond: 16e6 };

export interface LaneText {
  command: string;
  keys?: string;
}

/** What the lane does where the fault does not say: it lasts a while, and passes. */
export function usualLane(moment: Moment): LaneText {
  switch (moment) {
    case 'running':
      return { command: 'echo here it runs; sleep 3; echo done' };
    case 'collecting':
      // Six seconds of the slow link.
      return {
        command: 'head -c 12000000 /dev/urandom >"$XDG_STATE_HOME/../large"',
        keys: 'artifacts = ["large"]',
      };
    default:
      return { command: 'true' };
  }
}

export interface SceneOptions {
  lane?: LaneText;
  /** That the kit's lanes have, whatever they do. */
  laneKeys?: string;
  /** Instead of the host's usual one. */
  workDir?: string;
  /** Another runner package than the host's usual one. */
  guest?: string;
  bootTimeoutSecs?: number;
  /** A guest that fails is kept. */
  keeps?: boolean;
}

export async function openScene(
  host: EmbeddedHost,
  { kit, moment }: Pick<Cell, 'kit' | 'moment'>,
  { lane = usualLane(moment), laneKeys = '', keeps = false, ...overrides }: SceneOptions = {},
): Promise<Scene> {
  const isSlow = moment === 'during publish' || moment === 'collecting';
  const link = await Link.to(sshPort(host), isSlow ? slow : plain);
  const project = makeProject(kit, moment, lane, laneKeys);
  const folder = join(project.root, '.git');
  const knownHosts = join(folder, 'known_hosts');
  writeFileSync(knownHosts, `${knownHostsAt(host, link.port)}\n`);
  const flags = host.flags(folder, {
    address: `ssh://ci@127.0.0.1:${link.port}`,
    knownHosts,
    ...overrides,
  });
  if (keeps) flags.push('--keep-guest-on-failure-minutes', '1');
  let printed = '';
  const run = start(project.root, ['run', 't', '--output', 'jsonl', ...flags]);
  run.child.stdout?.on('data', (text: string) => {
    printed += text;
  });
  const events: Scene['events'] = () =>
    printed
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as ReturnType<Scene['events']>[number]);
  return {
    host,
    link,
    run,
    kit,
    project,
    events,
    [Symbol.asyncDispose]: async () => {
      run.child.kill('SIGKILL');
      await run.finished;
      await link[Symbol.asyncDispose]();
      project[Symbol.dispose]();
    },
  };
}

function makeProject(
  { manifest: { runner, hostBackend } }: FaultKit,
  moment: Moment,
  { command, keys = '' }: LaneText,
  laneKeys: string,
): Project {
  const mark = randomBytes(8).toString('hex');
  const staged = moment === 'during staged outputs';
  const project = new Project().manifest(`version = 1
[hosts.builder]
${hostBackend === undefined ? '' : `backend = "${hostBackend}"`}
[staged.s]
outputs = [{ name = "workspace-build", installable = ".#slow" }]
[targets.t]
runner = "${runner}"
host = "builder"
timeout_secs = 60
[[targets.t.lanes]]
id = "lane"
${staged ? 'staged = "s"' : ''}
${laneKeys}
${keys}
command = ${JSON.stringify(command)}
`);
  project.file(
    'flake.nix',
    `{ outputs = { self }: {
  slow = derivation { name = "slow-${mark}"; system = "x86_64-linux"; builder = "/bin/sh";
    args = [ "-euc" "echo building ${mark} >&2; sleep 3; mkdir $out" ]; PATH = "/usr/bin:/bin"; };
}; }`,
  );
  project.file('mark', mark);
  if (moment === 'during publish') project.file('large.bin', randomBytes(3_000_000));
  project.commit();
  return project;
}

/** Waits until the lane has come to a moment. */
export async function reach(scene: Scene, moment: Moment): Promise<void> {
  const { project, link, run, kit } = scene;
  const happened = (event: string, more: object = {}): boolean =>
    scene
      .events()
      .some(
        (it) =>
          it.event === event && Object.entries(more).every(([key, value]) => it[key] === value),
      );
  const holds = async (): Promise<boolean> => {
    switch (moment) {
      case 'before create':
        return happened('job_started');
      case 'during publish':
        return (await link.traffic()).up > 1_000_000;
      case 'during staged outputs':
        return (
          happened('prepare_started', { node_id: 'prepare-s-workspace-build' }) &&
          scene.host.shell('ps', '-eo', 'args=').includes('sleep 3')
        );
      case 'during boot':
        // The supervisor is there before its guest is; a probe of the machine's is no guest.
        return (
          happened('job_phase_finished', { phase: 'launch_guest' }) &&
          kit.machine?.bootsAs.test(scene.host.shell('ps', '-ww', '-eo', 'args=')) === true
        );
      case 'running':
        return guestLog(project).includes('here it runs');
      case 'collecting':
        return happened('job_phase_started', { phase: 'collect_artifacts' });
      case 'removing':
        return happened('job_phase_finished', { phase: 'collect_artifacts' });
    }
  };
  await until(
    `the lane is at: ${moment}`,
    async () => {
      const { exitCode, signalCode } = run.child;
      if (await holds()) return true;
      if (exitCode === null && signalCode === null) return false;
      const { stderr } = await run.finished;
      const last = JSON.stringify(scene.events().at(-1));
      throw new Error(`the run ended before it was ${moment}: ${last} ${stderr}`);
    },
    110,
  );
}

function guestLog(project: Project): string {
  const [log] = globSync(join(project.root, '.pikaci/runs/*/jobs/lane/artifacts/guest.log'));
  return log === undefined ? '' : readFileSync(log, 'utf8');
}

/** What is left on a host that is pikaci's: processes, guests, places in the queue, half uploads. */
export function leftOn(host: EmbeddedHost, workDir = host.instance.work_dir): string[] {
  const entries = (folder: string): string[] => {
    const path = host.path(`${workDir}/${folder}`);
    return existsSync(path) ? readdirSync(path).map((name) => `${folder}/${name}`) : [];
  };
  const mounts = host
    .shell('cat', '/proc/mounts')
    .split('\n')
    .filter((line) => line.includes(`${workDir}/`));
  return [
    ...host.leftovers(),
    ...entries('guests'),
    ...entries('queue'),
    ...entries('tmp'),
    ...mounts,
  ];
}
