import { readdir, readFile } from 'node:fs/promises';
import { FailureError, type Failure } from '../model/failure.ts';
import type { JobRecord, RunRecord } from '../model/record.ts';
import { isGone, ownerOf } from './owner.ts';
import { isRunId } from './run-id.ts';
import { runDir, runsFolder } from './run-dir.ts';
import { readJob, type ReadJob } from './written-record.ts';

/**
 * Ids of the runs below a state root, newest first.
 * @throws FailureError `state_root_unusable` where that is no folder that can be read
 */
export async function listRunIds(stateRoot: string): Promise<string[]> {
  try {
    const names = await readdir(runsFolder(stateRoot));
    return names.filter(isRunId).sort().reverse();
  } catch (error) {
    const { code, message: detail } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new FailureError({ cause: 'state_root_unusable', path: stateRoot, detail });
  }
}

type FoundRun = { kind: 'read'; record: RunRecord } | { kind: 'unreadable'; failure: Failure };

/** A run's record as far as there is one; whatever is wrong with it concerns no other run. */
export async function lookAtRun(stateRoot: string, runId: string): Promise<FoundRun> {
  const { runJson, ownerJson } = runDir(stateRoot, runId);
  let text: string;
  try {
    text = await readFile(runJson, 'utf8');
  } catch (error) {
    const detail = (error as Error).message;
    const isThere = (await listRunIds(stateRoot)).includes(runId);
    const failure: Failure = isThere
      ? { cause: 'run_unreadable', runId, path: runJson, detail }
      : { cause: 'run_unknown', runId, stateRoot };
    return { kind: 'unreadable', failure };
  }
  const record = recordIn(text);
  if (record === undefined) {
    const detail = 'it is not the record of a run';
    return {
      kind: 'unreadable',
      failure: { cause: 'run_unreadable', runId, path: runJson, detail },
    };
  }
  if (record.status !== 'running') return { kind: 'read', record };
  const owner = ownerOf(await readFile(ownerJson, 'utf8').catch(() => ''));
  if (owner === undefined || !isGone(owner)) return { kind: 'read', record };
  // Its last act may have been to close the record.
  const last = recordIn(await readFile(runJson, 'utf8').catch(() => '')) ?? record;
  return { kind: 'read', record: last.status === 'running' ? lost(last, owner.pid) : last };
}

/** @throws FailureError `run_unknown`, `run_unreadable` */
export async function readRun(stateRoot: string, runId: string): Promise<RunRecord> {
  if (!isRunId(runId)) throw new FailureError({ cause: 'run_unknown', runId, stateRoot });
  const found = await lookAtRun(stateRoot, runId);
  if (found.kind === 'unreadable') throw new FailureError(found.failure);
  return found.record;
}

/**
 * The run that began last, of those whose records can be read.
 * @throws FailureError `no_runs`
 */
export async function readLastRun(stateRoot: string): Promise<RunRecord> {
  let last: RunRecord | undefined;
  for (const id of await listRunIds(stateRoot)) {
    // An id tells the second only; which run of a second came last, the records tell.
    if (last !== undefined && secondOf(id) !== secondOf(last.run_id)) break;
    const found = await lookAtRun(stateRoot, id);
    if (found.kind === 'unreadable') continue;
    if (last === undefined || found.record.created_at > last.created_at) last = found.record;
  }
  if (last === undefined) throw new FailureError({ cause: 'no_runs', stateRoot });
  return last;
}

function secondOf(id: string): string {
  return id.split('-')[0] ?? '';
}

/** Of a record as much as everything that reads it rests on. */
function recordIn(text: string): RunRecord | undefined {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof RunRecord, unknown>> | null;
    const { run_id, status, target_id, created_at, jobs } = value ?? {};
    const words = [run_id, status, target_id, created_at];
    const isRecord = words.every((word) => typeof word === 'string') && areJobs(jobs);
    if (!isRecord) return undefined;
    const run = value as Omit<RunRecord, 'jobs'> & { jobs: ReadJob[] };
    return { ...run, jobs: run.jobs.map(readJob) };
  } catch {
    return undefined;
  }
}

function areJobs(jobs: unknown): boolean {
  return (
    Array.isArray(jobs) &&
    jobs.every((job: Partial<JobRecord> | null) => typeof job?.id === 'string')
  );
}

/** The record of a run whose process ended without closing it: killed, or its machine went down. */
function lost(record: RunRecord, pid: number): RunRecord {
  const message = `lost: its process (${pid}) ended without a word`;
  const failure_kind = 'infrastructure';
  return {
    ...record,
    status: 'lost',
    message,
    failure_kind,
    jobs: record.jobs.map((job) =>
      job.status === 'running' || job.status === 'pending'
        ? { ...job, status: 'failed', message: 'lost with its run', failure_kind }
        : job,
    ),
  };
}
