import { compactStatus } from '../report/compact-status.ts';
import { statusText } from '../report/status-text.ts';
import { readRun } from '../store/read-run.ts';
import { writtenRun } from '../store/written-record.ts';
import { onePositional, parseCommand } from './options.ts';
import { printJson, printLines } from './print.ts';
import { findStateRoot } from './state-root.ts';
import { stdoutPalette } from './stdout-palette.ts';

export async function statusCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, { json: { type: 'boolean' } });
  const runId = onePositional(positionals, '`status` takes one run id');
  const record = await readRun(await findStateRoot(values['state-root']), runId);
  if (values.json === true) printJson(writtenRun(record), 2);
  else printLines(statusText(compactStatus(record), stdoutPalette()));
  return 0;
}
