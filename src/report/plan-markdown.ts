import type { ChangePlan } from '../model/change-plan.ts';
import { planRows } from './plan-rows.ts';
import { codeSpan, markdownTable, prose } from './markdown.ts';

/**
 * A change's plan for a step summary.
 * @param warnings those of its notes that nobody should miss
 */
export function planMarkdown(plan: ChangePlan, warnings: readonly string[]): string {
  const rows = planRows(plan).map(([verb = '', target = '', lane = '', reason = '']) => [
    verb,
    codeSpan(target),
    codeSpan(lane),
    prose(reason),
  ]);
  const notes = plan.notes.filter((note) => !warnings.includes(note));
  return [
    `### Plan: ${plan.selected_count} lane(s)`,
    '',
    ...(warnings.length === 0 ? [] : ['> [!WARNING]']),
    ...warnings.map((text) => `> - ${prose(text)}`),
    '',
    markdownTable(['', 'target', 'lane', ''], rows),
    ...notes.map((note) => `- ${prose(note)}`),
    '',
  ].join('\n');
}
