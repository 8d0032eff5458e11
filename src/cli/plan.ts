import { readFile } from 'node:fs/promises';
import { readEnvironment } from '../command/environment.ts';
import { planLanes } from '../command/plan-lanes.ts';
import { openWorkspace } from '../command/workspace.ts';
import { planText } from '../report/plan-text.ts';
import { parseCommand } from './options.ts';

const options = {
  hosts: { type: 'string' },
  base: { type: 'string' },
  head: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export async function planCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, options);
  const { hosts } = values;
  const workspace = await openWorkspace({
    directory: process.cwd(),
    manifest: values.manifest,
    hosts: hosts === undefined ? undefined : { origin: hosts, text: await readFile(hosts, 'utf8') },
    stateRoot: values['state-root'],
    environment: readEnvironment(process.env),
  });
  const plan = await planLanes(workspace, {
    targets: positionals.length === 0 ? ['branch'] : positionals,
    base: values.base,
    head: values.head,
  });
  const text =
    values.json === true ? JSON.stringify(plan, undefined, 2) : planText(plan).join('\n');
  process.stdout.write(`${text}\n`);
  return 0;
}
