import { planLanes } from '../core/plan-lanes.ts';
import { planText } from '../report/plan-text.ts';
import { parseCommand } from './options.ts';
import { printJson, printLines } from './print.ts';
import { workspaceOf } from './open-checkout.ts';

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
  if (values.json === true) printJson(plan, 2);
  else printLines(planText(plan));
  return 0;
}
