import type { ChangePlan } from '../model/change-plan.ts';
import { planRows } from './plan-rows.ts';
import { escapeMarkdown } from './markdown.ts';

/**
 * A change's plan for a step summary.
 * @param warnings those of its notes that nobody should miss
 */
export function planMarkdown(plan: ChangePlan, warnings: readonly string[]): string {
  const rows = planRows(plan);
  const notes = plan.notes.filter((note) => !warnings.includes(note));
  return [
    `### Plan: ${plan.selected_count} lane(s)`,
    '',
    ...(warnings.length === 0 ? [] : ['> [!WARNING]']),
    ...warnings.map((text) => `> - ${escapeMarkdown(text)}`),
    '',
    '| | target | lane | |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row.map(escapeMarkdown).join(' | ')} |`),
    '',
    ...notes.map((note) => `- ${escapeMarkdown(note)}`),
    '',
  ].join('\n');
}
