import type { JobRecord, RunRecord } from '../model/record.ts';
import { formatDuration } from './duration.ts';

/** What people read first: one run in a few lines. Renderers turn it into text or markdown. */
export interface CompactStatus {
  state: 'success' | 'failed' | 'cancelled' | 'skipped' | 'running';
  /** `run 20260326T000140Z-0a1b2c3d`, or `run #97` in a workflow. */
  run: string;
  target: string;
  /** `10 passed`, `9 passed, 1 failed`. */
  counts: string;
  head: string;
  queuedAt: string;
  queued: string;
  ran: string;
  message: string | undefined;
  lanes: readonly LaneStatus[];
}

export interface LaneStatus {
  id: string;
  state: 'success' | 'failed' | 'cancelled' | 'running';
  took: string;
  /** Why it failed, in one line. */
  message: string | undefined;
}

/** @param runNumber of the workflow; without one the run id stands for it */
export function compactStatus(record: RunRecord, runNumber?: string): CompactStatus {
  const created = Date.parse(record.created_at);
  const finished = record.finished_at === null ? Date.now() : Date.parse(record.finished_at);
  const starts = record.jobs.flatMap(({ started_at }) =>
    started_at === null ? [] : [Date.parse(started_at)],
  );
  const firstStart = starts.length === 0 ? finished : Math.min(...starts);
  return {
    state: runState(record),
    run: runNumber === undefined ? `run ${record.run_id}` : `run #${runNumber}`,
    target: record.target_id,
    counts: counts(record.jobs),
    head: `${record.git_head ?? 'no commit'}${record.git_dirty === true ? ' (with local changes)' : ''}`,
    queuedAt: record.created_at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'),
    queued: formatDuration(firstStart - created),
    ran: formatDuration(finished - firstStart),
    message: record.status === 'skipped' ? (record.message ?? undefined) : undefined,
    lanes: record.jobs.map(laneStatus),
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
      return status;
  }
}

function laneStatus(job: JobRecord): LaneStatus {
  const state =
    job.status === 'passed'
      ? 'success'
      : job.status === 'failed'
        ? job.failure_kind === 'cancelled'
          ? 'cancelled'
          : 'failed'
        : 'running';
  const took =
    job.started_at === null || job.finished_at === null
      ? ''
      : formatDuration(Date.parse(job.finished_at) - Date.parse(job.started_at));
  const message = state === 'success' ? undefined : (job.message ?? undefined);
  return { id: job.id, state, took, message };
}

function counts(jobs: readonly JobRecord[]): string {
  const of = (count: number, word: string): string[] => (count === 0 ? [] : [`${count} ${word}`]);
  const states = jobs.map((job) => laneStatus(job).state);
  const count = (wanted: string): number => states.filter((state) => state === wanted).length;
  const parts = [
    ...of(count('success'), 'passed'),
    ...of(count('failed'), 'failed'),
    ...of(count('cancelled'), 'cancelled'),
    ...of(count('running'), 'running'),
  ];
  return parts.length === 0 ? 'no lanes' : parts.join(', ');
}
