import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LegRecord, ReportedLeg } from '../model/leg.ts';
import type { RunRecord } from '../model/record.ts';
import { writeJsonAtomically } from './atomic-write.ts';
import { runDirAt } from './run-dir.ts';

/** @param folder of the leg's run, or one for leg.json alone where there is no run */
export function writeLegRecord(folder: string, leg: LegRecord): void {
  writeJsonAtomically(runDirAt(folder).legJson, leg);
}

const legSchema = z.object({
  schema_version: z.literal(1),
  target: z.string(),
  lane: z.string().nullable(),
  attempt: z.int(),
  job_url: z.string().nullable(),
  failure: z
    .object({
      kind: z.enum(['test_failure', 'timeout', 'infrastructure', 'cancelled', 'config']),
      message: z.string(),
    })
    .nullable(),
});

/** Of run.json what a verdict rests on; the rest is for showing. */
const runSchema = z.looseObject({
  run_id: z.string(),
  status: z.enum(['running', 'passed', 'failed', 'skipped']),
  jobs: z.array(
    z.looseObject({
      id: z.string().regex(/^\P{Cc}{1,200}$/u),
      status: z.enum(['pending', 'running', 'passed', 'failed', 'skipped']),
      exit_code: z.number().nullable(),
    }),
  ),
});

/**
 * What a leg left in a folder.
 * @throws where it cannot be read as that
 */
export async function readLeg(folder: string): Promise<ReportedLeg> {
  const { legJson, runJson } = runDirAt(folder);
  const leg: LegRecord = legSchema.parse(JSON.parse(await readFile(legJson, 'utf8')));
  if (!existsSync(runJson)) return { leg, run: undefined, folder };
  const run: unknown = JSON.parse(await readFile(runJson, 'utf8'));
  runSchema.parse(run);
  return { leg, run: run as RunRecord, folder };
}
