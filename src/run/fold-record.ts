import { describeFailure } from '../model/describe-failure.ts';
import { categoryOf } from '../model/failure.ts';
import type { RunEvent, Verdict } from '../model/event.ts';
import type { JobRecord, LaneExecution, RunRecord } from '../model/record.ts';
import type { Lane } from '../model/target.ts';

type RunStarted = Extract<RunEvent, { event: 'run_started' }>;

/** The record a run begins with. */
export function openRecord(started: RunStarted): RunRecord {
  return {
    run_id: started.run_id,
    status: 'running',
    rerun_of: started.rerun_of,
    target_id: started.target_id,
    target_description: started.target_description,
    source_root: '',
    snapshot_dir: null,
    git_head: null,
    git_dirty: null,
    created_at: started.created_at,
    finished_at: null,
    plan_path: null,
    prepared_outputs_path: null,
    prepared_output_consumer: null,
    changed_files: [],
    filters: [],
    message: null,
    failure_kind: null,
    prepare_timings: [],
    jobs: [],
  };
}

/** The record of a lane as it begins. */
export function openJob(
  lane: Lane,
  begun: {
    planNodeId: string;
    hostLog: string;
    guestLog: string;
    startedAt: string | null;
    prepareMs: number | null;
  },
): JobRecord {
  return {
    id: lane.id,
    description: lane.description,
    status: 'running',
    executor: lane.runner.kind,
    plan_node_id: begun.planNodeId,
    timeout_secs: lane.timeoutSecs,
    host_log_path: begun.hostLog,
    guest_log_path: begun.guestLog,
    started_at: begun.startedAt,
    finished_at: null,
    exit_code: null,
    message: null,
    pre_execution_prepare_duration_ms: begun.prepareMs,
    failure_kind: null,
    host: lane.runner.host.name,
    guest_name: '',
    guest_kept: null,
    contained: null,
    attempts: 0,
    waited_for_place: null,
    execution: { backend: null, accelerator: null, image: null, phases: [] },
  };
}

/** The record after an event: records are nothing but the fold of a run's events. */
export function foldEvent(record: RunRecord, event: RunEvent): RunRecord {
  switch (event.event) {
    case 'source_described':
      return { ...record, ...event.source };
    case 'run_skipped':
      return { ...record, message: event.message };
    case 'snapshot_published':
      return { ...record, snapshot_dir: record.snapshot_dir ?? event.tree };
    case 'prepare_finished': {
      const { node_id, type, started_at, finished_at, duration_ms, output } = event;
      const timing = { node_id, type, started_at, finished_at, duration_ms };
      return {
        ...record,
        prepare_timings: [...record.prepare_timings, timing],
        prepared_output_consumer: output?.consumer ?? record.prepared_output_consumer,
      };
    }
    case 'job_started':
      return { ...record, jobs: [...record.jobs, event.job] };
    case 'backend_chosen':
      return withExecution(record, event.job_id, () => ({ backend: event.backend }));
    case 'guest_named':
      return withJob(record, event.job_id, (job) => ({
        ...job,
        guest_name: event.guest_name,
        attempts: event.attempt,
        // What is on record is the attempt that counts: the last one.
        waited_for_place: null,
        execution: { ...job.execution, accelerator: null, image: null, phases: [] },
      }));
    case 'guest_contained':
      return withJob(record, event.job_id, (job) => ({ ...job, contained: event.contained }));
    case 'guest_accelerated':
      return withExecution(record, event.job_id, () => ({ accelerator: event.accelerator }));
    case 'guest_image':
      return withExecution(record, event.job_id, () => ({ image: event.image }));
    case 'guest_kept': {
      const { job_id, until, enter } = event;
      return withJob(record, job_id, (job) => ({ ...job, guest_kept: { until, enter } }));
    }
    case 'job_phase_finished': {
      const { job_id, phase: name, started_at, finished_at, duration_ms } = event;
      const phase = { phase: name, started_at, finished_at, duration_ms };
      return withExecution(record, job_id, ({ phases }) => ({ phases: [...phases, phase] }));
    }
    case 'job_waited': {
      const { job_id, started_at, finished_at, duration_ms } = event;
      const waited_for_place = { started_at, finished_at, duration_ms };
      return withJob(record, job_id, (job) => ({ ...job, waited_for_place }));
    }
    case 'job_verdict':
      return withJob(record, event.job_id, (job) => ({
        ...job,
        finished_at: event.at,
        ...verdictFields(event.verdict),
      }));
    case 'run_finished':
      return event.run;
    default:
      return record;
  }
}

/**
 * The record of a run that is over: its status follows from its jobs.
 * @param cancelled somebody cancelled the run as a whole; it then says so, whatever failed before
 */
export function closeRecord(record: RunRecord, finishedAt: string, cancelled: boolean): RunRecord {
  const failed = record.jobs.filter(({ status }) => status !== 'passed');
  const total = record.jobs.length;
  const closed = { ...record, finished_at: finishedAt };
  if (total === 0) return { ...closed, status: 'skipped' };
  if (failed.length === 0) return { ...closed, status: 'passed', message: `${total} passed` };
  const names = failed.map(({ id }) => id).join(', ');
  return {
    ...closed,
    status: 'failed',
    message: `${failed.length} of ${total} failed: ${names}`,
    failure_kind: cancelled ? 'cancelled' : causeOf(failed),
  };
}

/** Lanes that were ended because another failed are not why the run failed. */
function causeOf(failed: readonly JobRecord[]): RunRecord['failure_kind'] {
  const kinds = failed.map(({ failure_kind }) => failure_kind);
  return kinds.find((kind) => kind !== 'cancelled') ?? kinds[0] ?? null;
}

function verdictFields(verdict: Verdict): Partial<JobRecord> {
  if (verdict.kind === 'passed') {
    return { status: 'passed', exit_code: 0, message: 'test passed', failure_kind: null };
  }
  const { failure } = verdict;
  return {
    status: 'failed',
    exit_code:
      failure.cause === 'command_failed' || failure.cause === 'command_out_of_memory'
        ? failure.exitCode
        : failure.cause === 'command_timed_out' && failure.enforcedBy === 'guest'
          ? 124
          : null,
    message: describeFailure(failure).headline,
    failure_kind: categoryOf(failure),
  };
}

function withJob(record: RunRecord, id: string, change: (job: JobRecord) => JobRecord): RunRecord {
  return { ...record, jobs: record.jobs.map((job) => (job.id === id ? change(job) : job)) };
}

function withExecution(
  record: RunRecord,
  id: string,
  change: (execution: LaneExecution) => Partial<LaneExecution>,
): RunRecord {
  return withJob(record, id, (job) => ({
    ...job,
    execution: { ...job.execution, ...change(job.execution) },
  }));
}
