import type { LaneState, Outcome } from '../model/outcome.ts';
import type { JobRecord, RunRecord } from '../model/record.ts';
import type { ReportPlan } from '../model/report-plan.ts';
import { formatDuration } from './duration.ts';

/** What people read first: one run in a few lines. Renderers turn it into text or markdown. */
export interface CompactStatus {
  state: 'success' | 'failed' | 'cancelled' | 'skipped' | 'running' | 'lost';
  /** `run 20260326T000140Z-0a1b2c3d`, or `run #97` in a workflow. */
  run: string;
  /** The latter's number and page. */
  workflowRun: WorkflowRun | undefined;
  /** A target, or what was planned. */
  target: string;
  /** `10 passed`, `9 passed, 1 failed`. */
  counts: string;
  head: string;
  queuedAt: string;
  /** How long until the first lane started, and from then to the end; empty where none did. */
  queued: string;
  ran: string;
  message: string | undefined;
  lanes: readonly LaneStatus[];
}

/** Of a run like this its message says more than the number of its lanes. */
const tellsMore: ReadonlySet<RunRecord['status']> = new Set(['skipped', 'lost']);

export interface WorkflowRun {
  number: string;
  url: string;
}

export interface LaneStatus {
  id: string;
  state: LaneState | 'running';
  took: string;
  /** Why it did not pass, in one line. */
  message: string | undefined;
  /** Page with its log. */
  link: string | undefined;
}

/** @param workflowRun that it is part of; without one the run id stands for it */
export function compactStatus(record: RunRecord, workflowRun?: WorkflowRun): CompactStatus {
  const lanes = record.jobs.map(laneStatus);
  return {
    state: runState(record),
    run: workflowRun === undefined ? `run ${record.run_id}` : `run #${workflowRun.number}`,
    workflowRun,
    target: record.target_id,
    counts: counts(lanes),
    head: `${record.git_head ?? 'no commit'}${record.git_dirty === true ? ' (with local changes)' : ''}`,
    ...times(record.created_at, record.jobs, record.finished_at ?? new Date().toISOString()),
    message: tellsMore.has(record.status) ? (record.message ?? undefined) : undefined,
    lanes,
  };
}

/** All lanes of a workflow run. */
export function overallStatus(
  { state, lanes: outcomes, skipped }: Outcome,
  plan: ReportPlan,
  { workflowRun, head }: { workflowRun: WorkflowRun; head: string },
): CompactStatus {
  const jobs = outcomes.flatMap(({ report }) => (report === undefined ? [] : [report.job]));
  const lanes = outcomes.map(({ title, state: lane, message, link, report }) => ({
    id: title,
    state: lane,
    took: report === undefined ? '' : took(report.job),
    message,
    link,
  }));
  const ends = jobs.flatMap(({ finished_at }) => finished_at ?? []).sort();
  return {
    state,
    run: `run #${workflowRun.number}`,
    workflowRun,
    target: titles(plan.selected_titles),
    counts: counts(lanes),
    head,
    ...times(plan.created_at, jobs, ends.at(-1) ?? plan.created_at),
    message:
      state === 'skipped' ? `the change concerns none of ${skipped.length} lane(s)` : undefined,
    lanes,
  };
}

function titles(selected: readonly string[]): string {
  const shown = selected.slice(0, 5);
  const more = selected.length - shown.length;
  if (selected.length === 0) return 'nothing to run';
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

function times(
  queuedAt: string,
  jobs: readonly JobRecord[],
  end: string,
): Pick<CompactStatus, 'queuedAt' | 'queued' | 'ran'> {
  const words = queuedAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
  const [start] = jobs.flatMap(({ started_at }) => started_at ?? []).sort();
  if (start === undefined) return { queuedAt: words, queued: '', ran: '' };
  return {
    queuedAt: words,
    queued: formatDuration(Date.parse(start) - Date.parse(queuedAt)),
    ran: formatDuration(Date.parse(end) - Date.parse(start)),
  };
}

function runState({ status, failure_kind }: RunRecord): CompactStatus['state'] {
  switch (status) {
    case 'passed':
      return 'success';
    case 'failed':
      return failure_kind === 'cancelled' ? 'cancelled' : 'failed';
    case 'skipped':
    case 'running':
    case 'lost':
      return status;
  }
}

function laneStatus(job: JobRecord): LaneStatus {
  const state = jobState(job);
  const message = state === 'success' ? undefined : (job.message ?? undefined);
  return { id: job.id, state, took: took(job), message, link: undefined };
}

/** State of a lane as people know it. */
export function jobState({
  status,
  failure_kind,
}: JobRecord): Exclude<LaneStatus['state'], 'missing'> {
  switch (status) {
    case 'passed':
      return 'success';
    case 'failed':
      return failure_kind === 'cancelled' ? 'cancelled' : 'failed';
    case 'skipped':
      return 'skipped';
    case 'pending':
    case 'running':
      return 'running';
  }
}

function took({ started_at, finished_at }: JobRecord): string {
  return started_at === null || finished_at === null
    ? ''
    : formatDuration(Date.parse(finished_at) - Date.parse(started_at));
}

/** How many lanes came to which end: `9 passed, 1 failed`. */
export function counts(lanes: readonly { state: LaneStatus['state'] }[]): string {
  const words = {
    success: 'passed',
    failed: 'failed',
    cancelled: 'cancelled',
    missing: 'missing',
    skipped: 'skipped',
    running: 'running',
  } as const;
  const parts = Object.entries(words).flatMap(([state, word]) => {
    const count = lanes.filter((lane) => lane.state === state).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return parts.length === 0 ? 'no lanes' : parts.join(', ');
}
