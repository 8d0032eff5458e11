import { expect, it } from 'vitest';
import { writeJsonAtomically } from '../../src/store/atomic-write.ts';
import { readLastRun } from '../../src/store/read-run.ts';
import { runDir } from '../../src/store/run-dir.ts';
import { temporaryFolder } from '../support/folder.ts';

it.each([
  [
    ['20260326T000140Z-ffffffff', '00:01:40.100'],
    ['20260326T000141Z-00000000', '00:01:41.000'],
  ],
  // Their ids alone would have it the other way round.
  [
    ['20260326T000140Z-ffffffff', '00:01:40.100'],
    ['20260326T000140Z-00000000', '00:01:40.900'],
  ],
])('of %j and %j, the last run is the second', async (...runs) => {
  using folder = temporaryFolder();
  for (const [id = '', time = ''] of runs) {
    const created_at = `2026-03-26T${time}Z`;
    const record = { run_id: id, status: 'passed', target_id: 't', created_at, jobs: [] };
    writeJsonAtomically(runDir(folder.path, id).runJson, record);
  }
  expect((await readLastRun(folder.path)).run_id).toBe(runs[1][0]);
});
