import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LegRecord, ReportedLeg } from '../model/leg.ts';
import { writeJsonAtomically } from './atomic-write.ts';
import { legFailure, reportedRun } from './reported-record.ts';
import { runDirAt } from './run-dir.ts';

/** @param folder of the leg's run, or one for leg.json alone where there is no run */
export function writeLegRecord(folder: string, leg: LegRecord): void {
  writeJsonAtomically(runDirAt(folder).legJson, leg);
}

const anyLane = 'lane';

/** Names of a run's files that a report reads, relative to its folder. */
const reportedFiles = (() => {
  const { legJson, runJson, job } = runDirAt('');
  const { problemsJson, hostLog, guestLog } = job(anyLane);
  const mebibytes = (count: number): number => count * 1024 ** 2;
  return new Map([
    [legJson, mebibytes(1)],
    [runJson, mebibytes(32)],
    [problemsJson, mebibytes(8)],
    [hostLog, mebibytes(512)],
    [guestLog, mebibytes(512)],
  ]);
})();

/**
 * The most bytes that a file of a leg's artifact may have for a report to read it.
 * @param name below the run's folder, with `/`
 * @returns nothing where no report reads it
 */
export function reportedBytes(name: string): number | undefined {
  const [folder, lane = '', ...rest] = name.split('/');
  if (folder !== 'jobs' || rest.length === 0) return reportedFiles.get(name);
  // As `idSegment` writes it.
  if (!/^[\w~-][\w.~-]*$/.test(lane)) return undefined;
  return reportedFiles.get(['jobs', anyLane, ...rest].join('/'));
}

/**
 * What a leg left in a folder.
 * @param runUrl page of the workflow run, which its job is part of
 * @throws Error that says in one line what is wrong with it
 */
export async function readLeg(folder: string, runUrl: string): Promise<ReportedLeg> {
  const { legJson, runJson } = runDirAt(folder);
  const leg = await readChecked(legJson, legSchema(runUrl));
  if (leg === undefined) throw new Error('it has no leg.json');
  return { leg, run: await readChecked(runJson, reportedRun), folder };
}

function legSchema(runUrl: string): z.ZodType<LegRecord> {
  const jobs = `${runUrl}/job/`;
  const jobUrl = z
    .string()
    .refine(
      (url) => url.startsWith(jobs) && /^\d{1,20}$/.test(url.slice(jobs.length)),
      'is no job of this workflow run',
    );
  return z.object({
    schema_version: z.literal(1),
    // They stand in the artifact's name, which is compared.
    target: z.string(),
    lane: z.string().nullable(),
    attempt: z.int().min(1),
    job_url: jobUrl.nullable(),
    failure: legFailure.nullable(),
  });
}

/** @returns nothing where there is no such file */
async function readChecked<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const { success, data, error } = schema.safeParse(parsed(name, text));
  if (success) return data;
  const [issue] = error.issues;
  throw new Error(`${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser would show what stands there.
    throw new Error(`${name}: is not JSON`);
  }
}
