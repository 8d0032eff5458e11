import { probableMistakes } from '../core/mistakes.ts';
import { parseCommand } from './options.ts';
import { printLines } from './print.ts';
import { workspaceOf } from './open-checkout.ts';

const options = { hosts: { type: 'string' } } as const;

/** Problems arrive as an error, all at once; what is only a probable mistake is a warning. */
export async function validateCommand(args: readonly string[]): Promise<number> {
  const { values } = parseCommand(args, options);
  const workspace = await workspaceOf(values);
  const { manifest } = workspace;
  for (const text of await probableMistakes(workspace)) process.stderr.write(`warning: ${text}\n`);
  const lanes = manifest.targets.reduce((sum, target) => sum + target.lanes.length, 0);
  printLines([`${manifest.path} is valid: ${manifest.targets.length} target(s), ${lanes} lane(s)`]);
  return 0;
}
