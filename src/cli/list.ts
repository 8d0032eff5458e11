import { listRunIds, readRun } from '../store/read-run.ts';
import { parseCommand } from './options.ts';
import { findStateRoot } from './state-root.ts';

export async function listCommand(args: readonly string[]): Promise<number> {
  const { values } = parseCommand(args, {});
  const stateRoot = await findStateRoot(values['state-root']);
  for (const runId of await listRunIds(stateRoot)) {
    const { status, target_id, created_at } = await readRun(stateRoot, runId);
    process.stdout.write(`${[runId, status, target_id, created_at].join('\t')}\n`);
  }
  return 0;
}
