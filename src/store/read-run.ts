import { readdir, readFile } from 'node:fs/promises';
import { FailureError } from '../model/failure.ts';
import type { RunRecord } from '../model/record.ts';
import { isRunId } from './run-id.ts';
import { runDir, runsFolder } from './run-dir.ts';

/** Ids of the runs below a state root, newest first. */
export async function listRunIds(stateRoot: string): Promise<string[]> {
  try {
    const names = await readdir(runsFolder(stateRoot));
    return names.filter(isRunId).sort().reverse();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** @throws FailureError `run_unknown` */
export async function readRun(stateRoot: string, runId: string): Promise<RunRecord> {
  try {
    if (!isRunId(runId)) throw new Error('not a run id');
    return JSON.parse(await readFile(runDir(stateRoot, runId).runJson, 'utf8')) as RunRecord;
  } catch (error) {
    throw new FailureError({ kind: 'run_unknown', runId, stateRoot }, { cause: error });
  }
}

/**
 * The run that began last.
 * @throws FailureError `no_runs`
 */
export async function readLastRun(stateRoot: string): Promise<RunRecord> {
  const ids = await listRunIds(stateRoot);
  const [last] = ids;
  if (last === undefined) throw new FailureError({ kind: 'no_runs', stateRoot });
  // An id tells the second only; which run of a second came last, the records tell.
  const [second = ''] = last.split('-');
  const latest = ids.filter((id) => id.startsWith(second));
  const records = await Promise.all(latest.map((id) => readRun(stateRoot, id)));
  return records.reduce((one, other) => (other.created_at > one.created_at ? other : one));
}
