import { createHash } from 'node:crypto';
import type { AfterFailure } from '../model/after-failure.ts';
import { describeFailure } from '../model/describe-failure.ts';
import { cancelledBy, failureUnder, type Failure } from '../model/failure.ts';
import type { EventSink, HostLogWording, SourceDescription } from '../model/event.ts';
import type { PreparedOutput, RunRecord } from '../model/record.ts';
import type { PrepareNode } from '../model/run-plan.ts';
import type { LaneGiven, RunSecrets, Variables } from '../model/lane-given.ts';
import type { Lane, Target } from '../model/target.ts';
import type { Backend } from '../guest/backend.ts';
import type { StagedMount } from '../guest/guest.ts';
import { guestName, type GuestIdentity } from '../guest/guest-name.ts';
import { compilePatterns } from '../plan/path-matcher.ts';
import { makeRunPlan, planSteps, stagedNodeId, type StagedStep } from '../plan/make-run-plan.ts';
import { runSteps, type NodeOutcome } from '../plan/schedule.ts';
import { takeSnapshot, type Source } from '../snapshot/take.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { collectArtifacts } from './collect-artifacts.ts';
import { chooseBackend, type ChosenBackend } from './choose-backend.ts';
import { startSpan, timestamp } from './clock.ts';
import { HostSession, type OnFirstUse, type OpenHost } from './host-session.ts';
import { RunJournal } from './journal.ts';
import { liveLane } from './lane-life.ts';

export interface RunTargetOptions {
  target: Target;
  lanes: readonly Lane[];
  source: SourceDescription;
  workspace: Source;
  /** Variables that tell all lanes where they run, and what for. */
  context: Variables;
  /** By name, those that lanes of the run ask for. */
  secrets: RunSecrets;
  /** What there is to say about lanes when they begin, by id. */
  notes: ReadonlyMap<string, string>;
  backends: readonly Backend[];
  stateRoot: string;
  /** What makes guests of this run differ from those of any other. */
  identity: Pick<GuestIdentity, 'repository' | 'attempt'> & { run: string | undefined };
  openHost: OpenHost;
  registryAuth: (registry: string) => string;
  onFirstUse: OnFirstUse;
  afterFailure: AfterFailure;
  maxConcurrentExecutes: number;
  /** Lanes that no change concerns are not run at all; the message says why. */
  skip: string | undefined;
  hostLog: HostLogWording;
  report: EventSink;
  /** Settles once what was reported has been taken; nothing where it has been already. */
  outputTaken: () => Promise<void> | undefined;
  signal: AbortSignal;
}

/** Files of this size and more are named in the run's output: a snapshot of them is slow. */
const largeFileBytes = 20 * 1024 * 1024;

/**
 * Runs lanes of a target and returns the run's final record. Failures of lanes are in the record;
 * it only rejects when there can be no record.
 */
export async function runTarget(options: RunTargetOptions): Promise<RunRecord> {
  const { target, lanes, source, skip, signal } = options;
  const journal = new RunJournal(options.stateRoot, target, options.hostLog, options.report);
  journal.emit({ event: 'source_described', source });
  if (skip === undefined) await new TargetRun(options, journal).run(lanes);
  else journal.emit({ event: 'run_skipped', message: skip });
  return journal.close(signal.aborted);
}

class TargetRun {
  readonly #options: RunTargetOptions;
  readonly #journal: RunJournal;
  /** Ends the lanes that are left when one fails and the target says so. */
  readonly #failFast = new AbortController();
  readonly #signal: AbortSignal;
  readonly #sessions = new Map<string, HostSession>();
  readonly #chosen = new Map<Lane, ChosenBackend>();
  /** Store paths of staged outputs, by host and plan node. */
  readonly #realised = new Map<string, string>();

  constructor(options: RunTargetOptions, journal: RunJournal) {
    this.#options = options;
    this.#journal = journal;
    this.#signal = AbortSignal.any([options.signal, this.#failFast.signal]);
  }

  async run(lanes: readonly Lane[]): Promise<void> {
    const { target, maxConcurrentExecutes } = this.#options;
    const steps = planSteps(lanes, (lane) => {
      const chosen = this.#chosenFor(lane);
      return chosen.kind === 'chosen' ? chosen.backend.steps(lane, lane.runner.host) : [];
    });
    const plan = makeRunPlan(this.#journal.runId, timestamp(), target, steps);
    this.#journal.emit({ event: 'plan_made', plan });
    const snapshot = this.#takeSnapshot();
    this.#openSessions(lanes, snapshot);
    try {
      const failure = await snapshot.then(
        () => undefined,
        (error: unknown) => failureUnder(this.#signal, error),
      );
      if (failure !== undefined) {
        for (const lane of lanes) this.#journal.refuseLane(lane, failure);
        return;
      }
      await runSteps(steps, {
        maxExecutes: maxConcurrentExecutes,
        runStep: (step) => {
          switch (step.kind) {
            case 'staged':
              return this.#prepare(step.node, () => this.#realise(step));
            case 'backend':
              return this.#prepare(step.node, () => this.#prepareBackend(step.lane));
            case 'execute':
              return this.#execute(step.lane);
          }
        },
        onBlocked: (step, failure) => {
          if (step.kind === 'execute') this.#journal.refuseLane(step.lane, failure);
        },
      });
    } finally {
      await Promise.all([...this.#sessions.values()].map((it) => it[Symbol.asyncDispose]()));
    }
  }

  async #takeSnapshot(): Promise<Snapshot> {
    const { workspace, target } = this.#options;
    const excluded = compilePatterns(target.snapshotExclude);
    // A repository is whole or none.
    const isExcluded = (path: string): boolean =>
      !path.startsWith('.git/') && excluded.match(path) !== undefined;
    const snapshot = await takeSnapshot(workspace, isExcluded, this.#signal);
    this.#journal.emit({
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

  #openSessions(lanes: readonly Lane[], snapshot: Promise<Snapshot>): void {
    const shared = {
      open: this.#options.openHost,
      onFirstUse: this.#options.onFirstUse,
      snapshot,
      project: this.#options.identity.repository,
      run: this.#runName(),
      registryAuth: this.#options.registryAuth,
      emit: this.#journal.emit,
      signal: this.#signal,
    };
    for (const lane of lanes) {
      const { runner } = lane;
      if (this.#sessions.has(runner.host.name)) continue;
      const session = new HostSession(runner.host, shared);
      this.#sessions.set(runner.host.name, session);
      if (this.#chosenFor(lane).kind === 'chosen') session.warmUp();
    }
  }

  #sessionOf({ runner }: Lane): HostSession {
    const session = this.#sessions.get(runner.host.name);
    if (session === undefined) throw new TypeError(`no session for host ${runner.host.name}`);
    return session;
  }

  #chosenFor(lane: Lane): ChosenBackend {
    const known = this.#chosen.get(lane) ?? chooseBackend(this.#options.backends, lane);
    this.#chosen.set(lane, known);
    return known;
  }

  async #prepare(
    { id: node_id, description, prepare: { type } }: PrepareNode,
    work: () => Promise<PreparedOutput | null>,
  ): Promise<NodeOutcome> {
    const elapsed = startSpan();
    this.#journal.emit({ event: 'prepare_started', node_id, description, at: timestamp() });
    let output: PreparedOutput | null = null;
    let failure: Failure | undefined;
    try {
      output = await work();
    } catch (error) {
      failure = failureUnder(this.#signal, error);
    }
    const problem = failure === undefined ? null : describeFailure(failure).headline;
    this.#journal.emit({ event: 'prepare_finished', node_id, type, ...elapsed(), problem, output });
    return failure === undefined ? { kind: 'done' } : { kind: 'failed', failure };
  }

  async #realise({ node, output, lanes }: StagedStep): Promise<PreparedOutput> {
    const { installable } = output;
    const hosts = new Map(lanes.map((lane) => [this.#sessionOf(lane), this.#chosenFor(lane)]));
    const paths = await Promise.all(
      [...hosts].map(async ([session, chosen]) => {
        const nix = chosen.kind === 'chosen' ? chosen.backend.nix?.(chosen.settings) : undefined;
        const path = await session.stagedOutput(installable, nix ?? 'nix');
        this.#realised.set(`${session.spec.name} ${node.id}`, path);
        return path;
      }),
    );
    const [path = ''] = paths;
    const { exposures } = node.prepare.handoff;
    return {
      node_id: node.id,
      installable,
      output_name: output.name,
      protocol: 'nix_store_path_v1',
      residency: 'remote_authoritative_staged_linux',
      consumer: 'host_local_symlink_mounts_v1',
      realized_path: path,
      exposures,
      requested_exposures: exposures,
      payload: null,
    };
  }

  async #prepareBackend(lane: Lane): Promise<null> {
    const chosen = this.#chosenFor(lane);
    if (chosen.kind === 'chosen') await this.#sessionOf(lane).prepared(chosen, lane);
    return null;
  }

  async #execute(lane: Lane): Promise<NodeOutcome> {
    const { target, signal } = this.#options;
    const chosen = this.#chosenFor(lane);
    if (chosen.kind === 'refused') {
      this.#journal.refuseLane(lane, chosen.failure);
      return { kind: 'failed', failure: chosen.failure };
    }
    const session = this.#sessionOf(lane);
    this.#journal.openLane(lane, timestamp());
    const backend = chosen.backend.name;
    this.#journal.emit({ event: 'backend_chosen', job_id: lane.id, backend });
    this.#tellWithheld(lane);
    const note = this.#options.notes.get(lane.id);
    if (note !== undefined) this.#journal.emit({ event: 'job_note', job_id: lane.id, note });
    const verdict = await liveLane({
      lane,
      given: this.#given(lane),
      session,
      chosen,
      stagedMounts: this.#stagedMounts(lane),
      afterFailure: this.#options.afterFailure,
      guestName: (attempt) => this.#guestName(lane, attempt),
      keep: async ({ resultText, guest, signal: keepSignal }) => {
        this.#journal.keepResult(lane, resultText);
        if (lane.artifacts.length === 0) return;
        const into = this.#journal.dir.job(lane.id).artifacts;
        const note = await collectArtifacts(guest, lane, into, keepSignal);
        this.#journal.emit({ event: 'job_note', job_id: lane.id, note });
      },
      emit: this.#journal.emit,
      outputTaken: this.#options.outputTaken,
      signal: this.#signal,
    });
    this.#journal.closeLane(lane, verdict);
    if (verdict.kind === 'passed') return { kind: 'done' };
    if (target.failFast && !signal.aborted) {
      this.#failFast.abort(cancelledBy(`fail_fast, because lane ${lane.id} failed`));
    }
    return { kind: 'failed', failure: verdict.failure };
  }

  /** The same in all legs of a workflow run. */
  #runName(): string {
    const { repository, run, attempt } = this.#options.identity;
    const parts = [repository, run ?? this.#journal.runId, attempt];
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  }

  #given({ id, secrets: names }: Lane): LaneGiven {
    const { target, context, secrets } = this.#options;
    const values = secrets.kind === 'given' ? secrets.values : new Map<string, string>();
    return {
      context: { ...context, PIKACI_TARGET: target.id, PIKACI_LANE: id },
      secrets: Object.fromEntries([...values].filter(([name]) => names.includes(name))),
    };
  }

  /** A lane that misses them without a word would fail for no reason that anybody sees. */
  #tellWithheld({ id: job_id, secrets: names }: Lane): void {
    const { secrets } = this.#options;
    if (secrets.kind === 'given' || names.length === 0) return;
    const note = `runs without ${names.join(', ')} (secrets), because ${secrets.why}`;
    this.#journal.emit({ event: 'job_note', job_id, note });
  }

  #guestName(lane: Lane, attempt: number): string {
    const { target, identity } = this.#options;
    return guestName({
      repository: identity.repository,
      attempt: identity.attempt,
      run: identity.run ?? this.#journal.runId,
      target: target.id,
      lane: attempt === 1 ? lane.id : `${lane.id} ${attempt}`,
    });
  }

  #stagedMounts({ runner }: Lane): StagedMount[] {
    if (runner.kind !== 'remote_linux_vm' || runner.staged === undefined) return [];
    const { staged, host } = runner;
    return staged.outputs.flatMap(({ name, mount }) => {
      const storePath = this.#realised.get(`${host.name} ${stagedNodeId(staged, name)}`);
      return storePath === undefined ? [] : [{ mount, storePath }];
    });
  }
}
