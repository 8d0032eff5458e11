import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { BackendName } from '../model/backend.ts';
import { compareBytes } from '../model/byte-order.ts';
import type { AfterFailure } from '../model/after-failure.ts';
import { FailureError } from '../model/failure.ts';
import type { ChangedPaths } from '../model/changed-paths.ts';
import type { EventSink, SourceDescription } from '../model/event.ts';
import type { RunRecord } from '../model/record.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { RunSecrets, Variables } from '../model/lane-given.ts';
import type { Lane, Manifest, Target } from '../model/target.ts';
import type { GuestIdentity } from '../guest/guest-name.ts';
import type { Host } from '../host/host.ts';
import { openHost, type Credentials } from '../host/open.ts';
import { chooseLanes } from '../plan/choose-targets.ts';
import { decideAll } from '../plan/select.ts';
import { changedPaths, differences, isDirty } from '../repository/change.ts';
import { commitOf } from '../repository/history.ts';
import { workTreeFiles } from '../repository/files.ts';
import { makeLaneGit, type LaneGit } from '../repository/lane-git.ts';
import { hostLogLines } from '../report/host-log.ts';
import { runTarget } from '../run/run-target.ts';
import type { Environment } from './environment.ts';
import { checkGrants } from './grants.ts';
import { backends } from './backends.ts';
import { withoutForkNetwork } from './fork-network.ts';
import { ensureReaper } from './reaper.ts';
import { firstUseNote } from './reaper-words.ts';
import type { Checkout } from './checkout.ts';

export interface RunLanesOptions {
  /** A target, or a lane that stands for itself. */
  target: string;
  lanes: readonly string[];
  /** With a base, the target's path filters apply; without one, it runs. */
  base: string | undefined;
  backend: BackendName | undefined;
  credentials: Credentials;
  /** What a registry wants to know of us; see PrepareTools. */
  registryAuth: (registry: string) => string;
  /** Variables that tell lanes where they run, and what for. */
  context: Variables;
  /** Asked once, and only for lanes that will run. */
  secrets: (lanes: readonly Lane[]) => RunSecrets;
  /** Whose code it is, in words, where it is not the repository's own. */
  foreignFrom: string | undefined;
  afterFailure: AfterFailure;
  identity: Pick<GuestIdentity, 'repository' | 'attempt'> & { run: string | undefined };
  report: EventSink;
  /** Settles once what was reported has been taken; nothing where it has been already. */
  outputTaken: () => Promise<void> | undefined;
  signal: AbortSignal;
}

/** Runs lanes of the checkout as it lies, untracked files included. */
export async function runLanes(workspace: Checkout, options: RunLanesOptions): Promise<RunRecord> {
  const { manifest, repository, stateRoot, environment } = workspace;
  const { base, credentials, signal } = options;
  const chosen = chooseLanes(manifest, options.target, options.lanes);
  const backend = options.backend ?? environment.backend;
  const { lanes, notes } = withoutForkNetwork(
    chosen.lanes.map((lane) => withBackend(lane, backend)),
    options.foreignFrom,
  );
  checkGrants(backends, lanes);
  refuseConsumer(lanes, environment);
  const change = base === undefined ? undefined : await changeToRun(workspace, base, signal);
  const skip = change && skipMessage(chosen.target, manifest, change);
  const secrets = options.secrets(skip === undefined ? lanes : []);
  const [source, files] = await Promise.all([
    describeSource(workspace, chosen.target, change, signal),
    sourceFiles(workspace, signal),
  ]);
  await using git = await gitFor(skip === undefined ? lanes : [], workspace, source, signal);
  return await runTarget({
    target: chosen.target,
    lanes,
    source,
    workspace: {
      root: repository.root,
      format: repository.objectFormat,
      files: merged(files, git?.files),
    },
    context: options.context,
    secrets,
    notes,
    backends,
    stateRoot,
    identity: options.identity,
    afterFailure: options.afterFailure,
    openHost: (spec, openOptions) => openHost(spec, credentials, openOptions),
    // What strangers name would be fetched with the login of whoever runs them.
    registryAuth: options.foreignFrom === undefined ? options.registryAuth : noLogin,
    onFirstUse: haveReaped,
    maxConcurrentExecutes: environment.maxConcurrentExecutes,
    skip,
    hostLog: hostLogLines,
    report: options.report,
    outputTaken: options.outputTaken,
    signal,
  });
}

/** All lanes of a run share their snapshot: what one asks for is there for the others, too. */
async function gitFor(
  lanes: readonly Lane[],
  { repository }: Checkout,
  { git_head: head }: SourceDescription,
  signal: AbortSignal,
): Promise<LaneGit | undefined> {
  const lane = lanes.find(({ git }) => git);
  if (lane === undefined) return undefined;
  if (head !== null) return makeLaneGit(repository, signal);
  throw new FailureError({
    cause: 'lane_unsupported',
    lane: lane.id,
    problem: 'it is to have a `.git` (git = true), and the checkout has no commit',
    hint: 'Commit something, or drop `git`.',
  });
}

function merged(
  files: readonly SourceFile[],
  ofGit: readonly SourceFile[] = [],
): readonly SourceFile[] {
  if (ofGit.length === 0) return files;
  return [...ofGit, ...files].sort((one, other) => compareBytes(one.path, other.path));
}

/** What is run is the work tree: what is not committed yet is part of the change. */
async function changeToRun(
  { repository, runFetch }: Checkout,
  base: string,
  signal: AbortSignal,
): Promise<ChangedPaths> {
  const [committed, here] = await Promise.all([
    changedPaths(repository, base, 'HEAD', { signal, runFetch }),
    differences(repository, signal),
  ]);
  if (committed.kind === 'unknown') return committed;
  return {
    ...committed,
    paths: [...new Set([...committed.paths, ...here.paths])],
    covers: [...new Set([...committed.covers, ...here.covers])],
  };
}

async function describeSource(
  { repository }: Checkout,
  target: Target,
  change: ChangedPaths | undefined,
  signal: AbortSignal,
): Promise<SourceDescription> {
  const [head, dirty] = await Promise.all([
    commitOf(repository, 'HEAD', signal),
    isDirty(repository, signal),
  ]);
  return {
    source_root: repository.root,
    git_head: head ?? null,
    git_dirty: dirty,
    changed_files: change?.kind === 'known' ? [...change.paths] : [],
    filters: [...target.paths],
  };
}

/**
 * Our own records are no part of the workspace, ignored by git or not, whatever link led to either of
 * them. Only the folder of runs is ours: a state root may be a folder with files of the repository.
 */
async function sourceFiles(
  { repository, stateRoot }: Checkout,
  signal: AbortSignal,
): Promise<readonly SourceFile[]> {
  const files = await workTreeFiles(repository, signal);
  const [root, state] = [realPathOf(repository.root), realPathOf(stateRoot)];
  const own = relative(root, join(state, 'runs'));
  if (own.split('/').includes('..')) return files;
  return files.filter(({ path }) => path !== own && !path.startsWith(`${own}/`));
}

/** Where a path really leads, whatever of it is not there yet. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    return join(realPathOf(dirname(path)), basename(path));
  }
}

function skipMessage(target: Target, manifest: Manifest, change: ChangedPaths): string | undefined {
  const [decision] = decideAll([target], 'named', manifest, change);
  return decision?.kind !== 'skipped'
    ? undefined
    : `skipped; no changed files matched ${target.paths.length} filter(s)`;
}

/** The machine that we run on is cleaned up by whoever runs there. */
async function haveReaped(host: Host, signal: AbortSignal): Promise<string | undefined> {
  if (host.spec.address.kind === 'local') return undefined;
  const installed = await ensureReaper(host, signal);
  return installed && firstUseNote(installed);
}

const noLogin = (): string => '{"auths":{}}';

function withBackend(lane: Lane, backend: BackendName | undefined): Lane {
  if (backend === undefined || lane.runner.kind !== 'remote_linux_vm') return lane;
  const { runner } = lane;
  return { ...lane, runner: { ...runner, host: { ...runner.host, backend } } };
}

function refuseConsumer(lanes: readonly Lane[], environment: Environment): void {
  const consumer = environment.preparedOutputConsumer;
  if (consumer !== 'remote_request_v1') return;
  const staged = lanes.find(({ runner }) => runner.kind === 'remote_linux_vm' && runner.staged);
  if (staged === undefined) return;
  throw new FailureError({
    cause: 'usage',
    problem: `PIKACI_PREPARED_OUTPUT_CONSUMER is ${consumer}, which is a prototype only and refused for staged lanes (\`${staged.id}\`)`,
    hint: 'Unset PIKACI_PREPARED_OUTPUT_CONSUMER.',
  });
}
