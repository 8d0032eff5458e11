import type { LaneState, LogKind } from '../report/html/html-report.ts';
import type { LogSearch } from './log-search.ts';

export const stateWords: Readonly<Record<LaneState, string>> = {
  failed: 'Failed',
  missing: 'Missing',
  cancelled: 'Cancelled',
  running: 'Running',
  success: 'Passed',
  skipped: 'Skipped',
};

export const logNames: Readonly<Record<LogKind, string>> = { guest: 'Guest', host: 'Host' };

export function number(value: number): string {
  return value.toLocaleString('en');
}

/** `2 of 5`, or `5` where none of them is looked at; empty where there are none. */
export function placeWords(lines: readonly number[], cursor: number | undefined): string {
  if (lines.length === 0) return '';
  const index = cursor === undefined ? -1 : lines.indexOf(cursor);
  return index === -1 ? number(lines.length) : `${number(index + 1)} of ${number(lines.length)}`;
}

/** What a search has found in the log that is looked at, and in all. */
export function hitWords(
  { everywhere, left, total }: LogSearch,
  here: readonly number[],
  cursor: number | undefined,
): string {
  const place = placeWords(here, cursor) || (left > 0 && !everywhere ? '…' : '0');
  if (!everywhere) return place;
  const rest = left === 0 ? '' : `, ${number(left)} logs to go`;
  return `${place} here, ${number(total)} in all${rest}`;
}
