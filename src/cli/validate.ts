import { parseCommand } from './options.ts';
import { workspaceOf } from './workspace.ts';

const options = { hosts: { type: 'string' } } as const;

/** Problems arrive as an error, all at once; so whoever gets here has a valid manifest. */
export async function validateCommand(args: readonly string[]): Promise<number> {
  const { values } = parseCommand(args, options);
  const { manifest } = await workspaceOf(values);
  const lanes = manifest.targets.reduce((sum, target) => sum + target.lanes.length, 0);
  process.stdout.write(
    `${manifest.path} is valid: ${manifest.targets.length} target(s), ${lanes} lane(s)\n`,
  );
  return 0;
}
