import type { ChangePlan } from '../model/change-plan.ts';

/** What a plan decided: verb, target, lane and reason; first what runs. */
export function planRows({ selected, skipped }: ChangePlan): string[][] {
  return [
    ...selected.map(({ id, target, reason }) => ['run', target, id, reason]),
    ...skipped.map(({ id, target, reason }) => ['skip', target, id, reason]),
  ];
}
