import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hostLogLines } from '../../src/report/host-log.ts';
import { RunJournal } from '../../src/run/journal.ts';
import { temporaryFolder } from '../support/folder.ts';
import { lane, target } from '../support/samples.ts';

it('what is told of a lane stands in its host log already', () => {
  using folder = temporaryFolder();
  const unit = lane({ id: 'unit' });
  const logs: string[] = [];
  const journal: RunJournal = new RunJournal(
    folder.path,
    target({ id: 't', lanes: [unit] }),
    hostLogLines,
    ({ event }) => {
      if (event !== 'job_note' && event !== 'job_verdict') return;
      logs.push(readFileSync(journal.dir.job('unit').hostLog, 'utf8'));
    },
  );
  journal.openLane(unit, null);
  journal.emit({ event: 'job_note', job_id: 'unit', note: 'a note' });
  journal.closeLane(unit, { kind: 'passed' });
  expect(logs).toEqual(['[pikaci] a note\n', '[pikaci] a note\n[pikaci] passed\n']);
});
