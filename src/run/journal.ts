import type { Failure } from '../model/failure.ts';
import type { EventSink, HostLogWording, RunEvent, Verdict } from '../model/event.ts';
import type { RunRecord } from '../model/record.ts';
import type { Lane, Target } from '../model/target.ts';
import { executeNodeId, stagedNodeIds } from '../plan/make-run-plan.ts';
import { runDir, type RunDir } from '../store/run-dir.ts';
import { newRunId } from '../store/run-id.ts';
import { runWriter, type RunWriter } from '../store/write-run.ts';
import { timestamp } from './clock.ts';
import { withMissingProgram } from './missing-program.ts';
import { closeRecord, foldEvent, openJob, openRecord } from './fold-record.ts';

/**
 * What a run writes down: each event goes into the record, into the run's files, and to whoever
 * reports it, in this order.
 */
export class RunJournal {
  readonly runId: string;
  readonly dir: RunDir;
  readonly #writer: RunWriter;
  readonly #report: EventSink;
  #record: RunRecord;

  constructor(stateRoot: string, target: Target, hostLog: HostLogWording, report: EventSink) {
    const now = new Date();
    this.runId = newRunId(now);
    this.dir = runDir(stateRoot, this.runId);
    this.#writer = runWriter(this.dir, hostLog);
    this.#report = report;
    const started = {
      event: 'run_started',
      run_id: this.runId,
      created_at: timestamp(now),
      rerun_of: null,
      target_id: target.id,
      target_description: target.description,
    } as const;
    this.#record = openRecord(started);
    this.emit(started);
  }

  readonly emit = (event: RunEvent): void => {
    this.#record = withPaths(foldEvent(this.#record, event), event, this.dir);
    this.#writer.write(event, this.#record);
    this.#report(event);
  };

  openLane(lane: Lane, startedAt: string | null): void {
    const { hostLog, guestLog } = this.dir.job(lane.id);
    const job = openJob(lane, {
      planNodeId: executeNodeId(lane.id),
      hostLog,
      guestLog,
      startedAt,
      prepareMs: this.#prepareDuration(lane),
    });
    this.emit({ event: 'job_started', run_id: this.runId, job });
  }

  closeLane(lane: Lane, given: Verdict): void {
    const verdict = withMissingProgram(given, this.dir.job(lane.id).guestLog);
    this.emit({ event: 'job_verdict', job_id: lane.id, at: timestamp(), verdict });
    const job = this.#record.jobs.find(({ id }) => id === lane.id);
    if (job === undefined) throw new TypeError(`lane ${lane.id} has no record`);
    this.emit({ event: 'job_finished', run_id: this.runId, job });
  }

  /** A lane that cannot even start. */
  refuseLane(lane: Lane, failure: Failure): void {
    this.openLane(lane, null);
    this.closeLane(lane, { kind: 'failed', failure });
  }

  /** Keeps result.json as the guest left it. */
  keepResult(lane: Lane, resultText: string): void {
    this.#writer.writeResult(lane.id, resultText);
  }

  /** @param cancelled somebody cancelled the run as a whole */
  close(cancelled: boolean): RunRecord {
    const run = closeRecord(this.#record, timestamp(), cancelled);
    this.emit({ event: 'run_finished', run });
    return run;
  }

  #prepareDuration(lane: Lane): number | null {
    const nodes = new Set(stagedNodeIds(lane));
    const timings = this.#record.prepare_timings.filter(({ node_id }) => nodes.has(node_id));
    return timings.length === 0
      ? null
      : timings.reduce((sum, { duration_ms }) => sum + duration_ms, 0);
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
