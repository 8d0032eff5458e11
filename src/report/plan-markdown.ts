import type { ChangePlan } from '../model/change-plan.ts';
import { planRows } from './plan-rows.ts';
import { escapeMarkdown } from './markdown.ts';

/** A change's plan for a step summary. */
export function planMarkdown(plan: ChangePlan): string {
  const rows = planRows(plan);
  return [
    `### Plan: ${plan.selected_count} lane(s)`,
    '',
    '| | target | lane | |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row.map(escapeMarkdown).join(' | ')} |`),
    '',
    ...plan.notes.map((note) => `- ${escapeMarkdown(note)}`),
    '',
  ].join('\n');
}
