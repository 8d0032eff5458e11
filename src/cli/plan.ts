import { planLanes } from '../command/plan-lanes.ts';
import { planText } from '../report/plan-text.ts';
import { parseCommand } from './options.ts';
import { workspaceOf } from './workspace.ts';

const options = {
  hosts: { type: 'string' },
  base: { type: 'string' },
  head: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export async function planCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, options);
  const workspace = await workspaceOf(values);
  const { plan } = await planLanes(workspace, {
    targets: positionals.length === 0 ? ['branch'] : positionals,
    base: values.base,
    head: values.head,
  });
  const text =
    values.json === true ? JSON.stringify(plan, undefined, 2) : planText(plan).join('\n');
  process.stdout.write(`${text}\n`);
  return 0;
}
