import type { Target } from '../model/target.ts';
import { parseCommand } from './options.ts';
import { printJson, printLines } from './print.ts';
import { workspaceOf } from './open-checkout.ts';

const options = { hosts: { type: 'string' }, json: { type: 'boolean' } } as const;

export async function targetsCommand(args: readonly string[]): Promise<number> {
  const { values } = parseCommand(args, options);
  const { manifest } = await workspaceOf(values);
  if (values.json === true) printJson(manifest.targets.map(summary), 2);
  else printLines(manifest.targets.flatMap(lines));
  return 0;
}

function summary(target: Target): object {
  return {
    id: target.id,
    title: target.title,
    description: target.description,
    trigger: target.trigger,
    paths: target.paths,
    lanes: target.lanes.map(({ id, description, runner }) => ({
      id,
      description,
      runner: runner.kind,
      host: runner.host.name,
    })),
  };
}

function lines({ id, trigger, description, lanes }: Target): string[] {
  return [
    `${id} (${trigger})${description === '' ? '' : `: ${description}`}`,
    ...lanes.map((lane) => `  ${lane.id} on ${lane.runner.host.name} (${lane.runner.kind})`),
  ];
}
