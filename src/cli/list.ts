import type { RunRecord } from '../model/record.ts';
import { listRunIds, lookAtRun } from '../store/read-run.ts';
import { parseCommand } from './options.ts';
import { printLines } from './print.ts';
import { findStateRoot } from './state-root.ts';

/** One run a line. One that cannot be read is told as that, and hides no other. */
export async function listCommand(args: readonly string[]): Promise<number> {
  const { values } = parseCommand(args, {});
  const stateRoot = await findStateRoot(values['state-root']);
  for (const runId of await listRunIds(stateRoot)) {
    const found = await lookAtRun(stateRoot, runId);
    const cells = found.kind === 'read' ? cellsOf(found.record) : (['unreadable', '', ''] as const);
    printLines([[runId, ...cells].join('\t')]);
  }
  return 0;
}

function cellsOf({ status, target_id, created_at }: RunRecord): readonly string[] {
  return [status, target_id, created_at].map((cell) => cell.replace(/\s+/g, ' '));
}
