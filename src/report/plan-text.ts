import type { ChangePlan } from '../model/change-plan.ts';
import { planRows } from './plan-rows.ts';

/** A change's plan as a table for people. */
export function planText(plan: ChangePlan): string[] {
  const rows = planRows(plan);
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const change =
    plan.base === null
      ? 'no known change'
      : `${plan.base.slice(0, 12)}..${plan.head?.slice(0, 12) ?? ''}: ${plan.changed_paths.length} changed path(s)`;
  return [
    `${plan.manifest_path} · ${plan.mode} · ${change}`,
    ...table,
    ...plan.notes.map((note) => `note: ${note}`),
    `${plan.selected_count} lane(s) selected`,
  ];
}
