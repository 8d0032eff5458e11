import { describeFailure } from '../model/describe-failure.ts';
import { FailureError, failureOf, type Failure } from '../model/failure.ts';
import type { EventSink, RunEvent, SourceDescription, Verdict } from '../model/event.ts';
import type { PreparedOutput, RunRecord } from '../model/record.ts';
import type { ExecuteNode, PlanNode, PrepareNode } from '../model/run-plan.ts';
import type { HostSpec, Lane, Target } from '../model/target.ts';
import type { StagedMount } from '../guest/guest.ts';
import { guestName, type GuestIdentity } from '../guest/guest-name.ts';
import { compilePatterns } from '../plan/path-matcher.ts';
import {
  executeNodeId,
  exposureOf,
  makeRunPlan,
  runnerNodeId,
  stagedNodeId,
} from '../plan/run-plan.ts';
import { runNodes, type NodeOutcome } from '../plan/schedule.ts';
import { takeSnapshot } from '../snapshot/take.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { runDir, type RunDir } from '../store/run-dir.ts';
import { newRunId } from '../store/run-id.ts';
import { runWriter, type RunWriter } from '../store/write-run.ts';
import { keepArtifacts } from './artifacts.ts';
import { backendOf, microvmSpecOf, unavailableBackend } from './backend.ts';
import { startSpan, timestamp } from './clock.ts';
import { HostSession, type OpenHost } from './host-session.ts';
import { cancelledBy, liveLane } from './lane-life.ts';
import { closeRecord, foldEvent, openJob, openRecord } from './record.ts';

export interface RunTargetOptions {
  target: Target;
  lanes: readonly Lane[];
  source: SourceDescription;
  /** Repository-relative paths of the workspace's files. */
  files: readonly string[];
  stateRoot: string;
  /** What makes guests of this run differ from those of any other. */
  identity: Pick<GuestIdentity, 'repository' | 'attempt'> & { run: string | undefined };
  openHost: OpenHost;
  maxConcurrentExecutes: number;
  /** Lanes that no change concerns are not run at all; the message says why. */
  skip: string | undefined;
  report: EventSink;
  signal: AbortSignal;
}

/** Files of this size and more are named in the run's output: a snapshot of them is slow. */
const largeFileBytes = 20 * 1024 * 1024;

/**
 * Runs lanes of a target and returns the run's final record. Failures of lanes are in the record;
 * it only rejects when there can be no record.
 */
export async function runTarget(options: RunTargetOptions): Promise<RunRecord> {
  const run = new TargetRun(options);
  return run.run();
}

class TargetRun {
  readonly #options: RunTargetOptions;
  readonly #runId: string;
  readonly #startedAt: string;
  readonly #dir: RunDir;
  readonly #writer: RunWriter;
  readonly #abort = new AbortController();
  readonly #signal: AbortSignal;
  readonly #sessions = new Map<string, HostSession>();
  readonly #realised = new Map<string, string>();
  #record: RunRecord;

  constructor(options: RunTargetOptions) {
    this.#options = options;
    const now = new Date();
    this.#runId = newRunId(now);
    this.#startedAt = timestamp(now);
    this.#dir = runDir(options.stateRoot, this.#runId);
    this.#writer = runWriter(this.#dir);
    this.#signal = AbortSignal.any([options.signal, this.#abort.signal]);
    this.#record = openRecord(this.#started());
  }

  async run(): Promise<RunRecord> {
    const { target, lanes, source, skip } = this.#options;
    this.#emit(this.#started());
    this.#emit({ event: 'source_described', source });
    if (skip !== undefined) {
      this.#emit({ event: 'run_skipped', message: skip });
      return this.#finish();
    }
    const plan = makeRunPlan(this.#runId, timestamp(), target, lanes);
    this.#emit({ event: 'plan_made', plan });
    let snapshot: Snapshot;
    try {
      snapshot = await this.#takeSnapshot();
    } catch (error) {
      const failure = this.#signal.aborted ? failureOf(this.#signal.reason) : failureOf(error);
      for (const lane of lanes) this.#refuse(lane, failure);
      return this.#finish();
    }
    this.#openSessions(snapshot);
    try {
      await runNodes(plan.nodes, {
        maxExecutes: this.#options.maxConcurrentExecutes,
        runNode: (node) => (node.kind === 'prepare' ? this.#prepare(node) : this.#execute(node)),
        onBlocked: (node, failure) => this.#blocked(node, failure),
      });
    } finally {
      await Promise.all([...this.#sessions.values()].map((it) => it[Symbol.asyncDispose]()));
    }
    return this.#finish();
  }

  async #takeSnapshot(): Promise<Snapshot> {
    const { source, files, target } = this.#options;
    const excluded = compilePatterns(target.snapshotExclude);
    const isExcluded = (path: string): boolean => excluded.match(path) !== undefined;
    const snapshot = await takeSnapshot(source.source_root, files, isExcluded, this.#signal);
    this.#emit({
      event: 'snapshot_taken',
      hash: snapshot.hash,
      files: snapshot.entries.length,
      bytes: snapshot.bytes,
      large_files: snapshot.entries
        .filter((entry) => entry.kind === 'file' && entry.size >= largeFileBytes)
        .map(({ path }) => path),
    });
    return snapshot;
  }

  #openSessions(snapshot: Snapshot): void {
    const { openHost: open } = this.#options;
    const emit: EventSink = (event) => this.#emit(event);
    for (const { runner } of this.#options.lanes) {
      if (this.#sessions.has(runner.host.name)) continue;
      const session = new HostSession(runner.host, { open, snapshot, emit, signal: this.#signal });
      this.#sessions.set(runner.host.name, session);
    }
  }

  #session(host: HostSpec): HostSession {
    const session = this.#sessions.get(host.name);
    if (session === undefined) throw new TypeError(`no session for host ${host.name}`);
    return session;
  }

  async #prepare(node: PrepareNode): Promise<NodeOutcome> {
    const elapsed = startSpan();
    this.#emit({
      event: 'prepare_started',
      node_id: node.id,
      description: node.description,
      at: timestamp(),
    });
    let output: PreparedOutput | null = null;
    let failure: Failure | undefined;
    try {
      output = await this.#prepareNode(node);
    } catch (error) {
      failure = this.#signal.aborted ? failureOf(this.#signal.reason) : failureOf(error);
    }
    this.#emit({
      event: 'prepare_finished',
      node_id: node.id,
      ...elapsed(),
      problem: failure === undefined ? null : describeFailure(failure).headline,
      output,
    });
    return failure === undefined ? { kind: 'done' } : { kind: 'failed', failure };
  }

  async #prepareNode(node: PrepareNode): Promise<PreparedOutput | null> {
    const { prepare } = node;
    if (prepare.type === 'nix_build') {
      const lane = this.#laneOf((candidate) => stagedNodes(candidate).includes(node.id));
      const session = this.#session(lane.runner.host);
      const path = await session.stagedOutput(prepare.installable, () => undefined);
      this.#realised.set(node.id, path);
      return {
        node_id: node.id,
        installable: prepare.installable,
        output_name: prepare.output_name,
        protocol: 'nix_store_path_v1',
        residency: 'remote_authoritative_staged_linux',
        consumer: 'host_local_symlink_mounts_v1',
        realized_path: path,
        exposures: prepare.handoff.exposures,
        requested_exposures: prepare.handoff.exposures,
        payload: null,
      };
    }
    const lane = this.#laneOf(({ id }) => node.id === runnerNodeId(id));
    const unavailable = unavailableBackend(lane);
    if (unavailable !== undefined) throw new FailureError(unavailable);
    const session = this.#session(lane.runner.host);
    await session.runner(microvmSpecOf(lane).guest);
    return null;
  }

  async #execute(node: ExecuteNode): Promise<NodeOutcome> {
    const { target, identity, signal } = this.#options;
    const lane = this.#laneOf(({ id }) => node.id === executeNodeId(id));
    const unavailable = unavailableBackend(lane);
    if (unavailable !== undefined) {
      this.#refuse(lane, unavailable);
      return { kind: 'failed', failure: unavailable };
    }
    const session = this.#session(lane.runner.host);
    const { repository, attempt, run = this.#runId } = identity;
    const name = (nth: number): string =>
      guestName({
        repository,
        attempt,
        run,
        target: target.id,
        lane: nth === 1 ? lane.id : `${lane.id} ${nth}`,
      });
    this.#startJob(lane, timestamp());
    const verdict = await liveLane({
      lane,
      session,
      backend: () => backendOf(lane, session),
      stagedMounts: this.#stagedMounts(lane),
      guestName: name,
      keep: async ({ resultText, guest, signal: keepSignal }) => {
        this.#writer.writeResult(lane.id, resultText);
        if (lane.artifacts.length === 0) return;
        const into = this.#dir.job(lane.id).artifacts;
        const note = await keepArtifacts(guest.artifacts(keepSignal), lane.artifacts, into);
        this.#emit({ event: 'job_note', job_id: lane.id, note });
      },
      emit: (event) => this.#emit(event),
      signal: this.#signal,
    });
    this.#finishJob(lane, verdict);
    if (verdict.kind === 'passed') return { kind: 'done' };
    if (target.failFast && !signal.aborted) {
      this.#abort.abort(cancelledBy(`fail_fast, because lane ${lane.id} failed`));
    }
    return { kind: 'failed', failure: verdict.failure };
  }

  /** A lane that cannot start, because what it needs has failed. */
  #blocked(node: PlanNode, failure: Failure): void {
    if (node.kind === 'prepare') return;
    this.#refuse(
      this.#laneOf(({ id }) => node.id === executeNodeId(id)),
      failure,
    );
  }

  #refuse(lane: Lane, failure: Failure): void {
    this.#startJob(lane, null);
    this.#finishJob(lane, { kind: 'failed', failure });
  }

  #startJob(lane: Lane, startedAt: string | null): void {
    const { hostLog, guestLog } = this.#dir.job(lane.id);
    const job = openJob(lane, {
      planNodeId: executeNodeId(lane.id),
      hostLog,
      guestLog,
      startedAt,
      prepareMs: this.#prepareDuration(lane),
    });
    this.#emit({ event: 'job_started', run_id: this.#runId, job });
  }

  #finishJob(lane: Lane, verdict: Verdict): void {
    this.#emit({ event: 'job_verdict', job_id: lane.id, at: timestamp(), verdict });
    const job = this.#record.jobs.find(({ id }) => id === lane.id);
    if (job === undefined) throw new TypeError(`lane ${lane.id} has no record`);
    this.#emit({ event: 'job_finished', run_id: this.#runId, job });
  }

  #prepareDuration(lane: Lane): number | null {
    const nodes = new Set(stagedNodes(lane));
    const timings = this.#record.prepare_timings.filter(({ node_id }) => nodes.has(node_id));
    return timings.length === 0
      ? null
      : timings.reduce((sum, { duration_ms }) => sum + duration_ms, 0);
  }

  #stagedMounts(lane: Lane): StagedMount[] {
    if (lane.runner.kind !== 'remote_linux_vm' || lane.runner.staged === undefined) return [];
    const { staged } = lane.runner;
    return staged.outputs.flatMap((output) => {
      const storePath = this.#realised.get(stagedNodeId(staged, output.name));
      return storePath === undefined ? [] : [{ mount: exposureOf(output).path, storePath }];
    });
  }

  #laneOf(matches: (lane: Lane) => boolean): Lane {
    const lane = this.#options.lanes.find(matches);
    if (lane === undefined) throw new TypeError('a plan node belongs to a lane of its run');
    return lane;
  }

  #started(): Extract<RunEvent, { event: 'run_started' }> {
    const { target } = this.#options;
    return {
      event: 'run_started',
      run_id: this.#runId,
      created_at: this.#startedAt,
      rerun_of: null,
      target_id: target.id,
      target_description: target.description,
    };
  }

  #finish(): RunRecord {
    const run = closeRecord(this.#record, timestamp(), this.#options.signal.aborted);
    this.#emit({ event: 'run_finished', run });
    return run;
  }

  #emit(event: RunEvent): void {
    this.#record = withPaths(foldEvent(this.#record, event), event, this.#dir);
    this.#writer.write(event, this.#record);
    this.#options.report(event);
  }
}

/** Where the run's own files are: known to the store, told in the record. */
function withPaths(record: RunRecord, event: RunEvent, dir: RunDir): RunRecord {
  if (event.event === 'plan_made') return { ...record, plan_path: dir.planJson };
  if (event.event === 'prepare_finished' && event.output !== null) {
    return { ...record, prepared_outputs_path: dir.preparedOutputsJson };
  }
  return record;
}

function stagedNodes({ runner }: Lane): string[] {
  if (runner.kind !== 'remote_linux_vm' || runner.staged === undefined) return [];
  const { staged } = runner;
  return staged.outputs.map(({ name }) => stagedNodeId(staged, name));
}
