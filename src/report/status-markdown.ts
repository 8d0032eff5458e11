import { escapeHtml } from './escape-html.ts';
import type { DecidedLane } from '../model/change-plan.ts';
import type { CompactStatus, LaneStatus } from './compact-status.ts';
import { fit, type Section } from './fit.ts';
import { codeSpan, foldedMarkdown, markdownLink, markdownTable, prose } from './markdown.ts';

/** A status with all that people may want to know besides, as far as there is room. */
export interface StatusDocument {
  status: CompactStatus;
  excerpts: readonly Excerpt[];
  /** When what was done, as a mermaid chart or a table; empty for none. */
  timeline: string;
  skipped: readonly DecidedLane[];
  notes: readonly string[];
  /** Where the rest is to be found: markdown already. */
  links: readonly string[];
}

export interface Excerpt {
  lane: string;
  /** Which part of the log it is. */
  title: string;
  /** As it came out of the guest. */
  log: string;
}

/** A step's summary is dropped as a whole when it is longer: https://docs.github.com/actions/reference/limits */
export const summaryLimitBytes = 1024 * 1024;

/**
 * The compact status as markdown; what there is no room for goes by what matters least.
 * @param limit in bytes of UTF-8
 */
export function statusMarkdown(document: StatusDocument, limit: number): string {
  const { status, excerpts, timeline, skipped, notes, links } = document;
  const skippedRows = skipped.map(({ target, id, reason }) => [
    codeSpan(target),
    codeSpan(id),
    prose(reason),
  ]);
  return fit(
    [
      { importance: 9, forms: [headMarkdown(status)] },
      { importance: 7, forms: laneTables(status.lanes) },
      { importance: 8, forms: [links.map((link) => `${link}\n\n`).join('')] },
      { importance: 6, forms: [listMarkdown(notes)] },
      ...excerpts.map((excerpt, index) => excerptSection(excerpt, index)),
      { importance: 2, forms: [timeline === '' ? '' : foldedMarkdown('Timeline', timeline)] },
      {
        importance: 1,
        forms: [
          skipped.length === 0
            ? ''
            : foldedMarkdown(
                `${skipped.length} lane(s) that the change does not concern`,
                markdownTable(['target', 'lane', ''], skippedRows),
              ),
        ],
      },
    ],
    limit,
  );
}

function listMarkdown(notes: readonly string[]): string {
  return notes.length === 0 ? '' : `${notes.map((it) => `- ${prose(it)}`).join('\n')}\n\n`;
}

function headMarkdown(status: CompactStatus): string {
  const { state, target, counts, message, head, queuedAt, lanes, queued, ran } = status;
  return [
    `### ${symbols[state]} CI: ${state}`,
    '',
    `**${prose(target)}** · ${runMarkdown(status)} · ${counts}`,
    '',
    ...(message === undefined ? [] : [prose(message), '']),
    [
      `head ${codeSpan(head)} · queued ${queuedAt} · ${lanes.length} lane(s)`,
      ...(ran === '' ? [] : [`queued ${queued} · ran ${ran}`]),
    ].join(' · '),
    '',
    '',
  ].join('\n');
}

/** Not as `#97`, which is an issue. */
function runMarkdown({ run, workflowRun }: CompactStatus): string {
  return workflowRun === undefined
    ? prose(run)
    : `run ${markdownLink(workflowRun.number, workflowRun.url)}`;
}

const symbols = {
  success: '✅',
  failed: '❌',
  missing: '❓',
  cancelled: '⚪',
  skipped: '⏭️',
  running: '🟡',
  lost: '❓',
} as const;

/** All lanes; then only those that people must look at; then as many of these as a glance takes. */
function laneTables(lanes: readonly LaneStatus[]): [string, string, string] {
  const trouble = lanes.filter(({ state }) => state !== 'success' && state !== 'skipped');
  const few = trouble.slice(0, 20);
  const others = (shown: number): string => `${lanes.length - shown} further lane(s).\n\n`;
  return [
    laneTable(lanes),
    `${laneTable(trouble)}${others(trouble.length)}`,
    `${laneTable(few)}${others(few.length)}`,
  ];
}

function laneTable(lanes: readonly LaneStatus[]): string {
  if (lanes.length === 0) return '';
  const rows = lanes.map(({ id, state, took, message, link }) => [
    `${symbols[state]} ${markdownLink(codeSpan(id), link)}`,
    state,
    took,
    prose(message ?? ''),
  ]);
  return markdownTable(['lane', 'state', 'took', ''], rows);
}

/** The first lane's excerpt is kept longest; each goes to its last lines before it goes. */
function excerptSection(excerpt: Excerpt, index: number): Section {
  const last = excerpt.log.split('\n').slice(-8).join('\n').slice(-2000);
  return {
    importance: 5 - index / 1000,
    forms: [excerptMarkdown(excerpt), excerptMarkdown({ ...excerpt, log: last })],
  };
}

/** Guest output as an HTML block: no fence that it could close, nothing that it could mark up. */
function excerptMarkdown({ lane, title, log }: Excerpt): string {
  const html = log
    .replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .split('\n')
    // A blank line would end the HTML block and start markdown again.
    .map((line) => (line.trim() === '' ? '&#8203;' : line))
    .join('\n');
  const heading = `<code>${escapeHtml(`${lane}: ${title}`)}</code>`;
  return `<details open><summary>${heading}</summary><pre>\n${html}\n</pre></details>\n\n`;
}
