import { compactStatus } from '../report/compact-status.ts';
import { palette, statusText } from '../report/status-text.ts';
import { readRun } from '../store/read-run.ts';
import { parseCommand, usage } from './options.ts';
import { findStateRoot } from './state-root.ts';

export async function statusCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, { json: { type: 'boolean' } });
  const [runId, ...rest] = positionals;
  if (runId === undefined || rest.length > 0) throw usage('`status` takes one run id');
  const record = await readRun(await findStateRoot(values['state-root']), runId);
  const colours = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const text =
    values.json === true
      ? JSON.stringify(record, undefined, 2)
      : statusText(compactStatus(record), palette(colours)).join('\n');
  process.stdout.write(`${text}\n`);
  return 0;
}
