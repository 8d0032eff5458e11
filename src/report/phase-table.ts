import type { RunRecord } from '../model/record.ts';
import { formatDuration } from './duration.ts';
import { words } from './event-lines.ts';
import { laneSpans, spanNames } from './lane-spans.ts';
import { codeSpan, markdownTable } from './markdown.ts';

/** How long each phase of each lane took, as markdown; empty where no lane had phases. */
export function phaseTable({ jobs }: RunRecord): string {
  const timed = jobs.map((job) => ({
    id: job.id,
    spans: new Map(laneSpans(job).map(({ name, duration_ms }) => [name, duration_ms])),
  }));
  const names = spanNames.filter((name) => timed.some(({ spans }) => spans.has(name)));
  if (names.length === 0) return '';
  const rows = timed.map(({ id, spans }) => [
    codeSpan(id),
    ...names.map((name) => {
      const took = spans.get(name);
      return took === undefined ? '' : formatDuration(took);
    }),
  ]);
  return markdownTable(['lane', ...names.map(words)], rows);
}
