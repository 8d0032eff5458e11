import type { CompactStatus } from './compact-status.ts';

export interface Excerpt {
  lane: string;
  /** The end of the lane's log, as it came out of the guest. */
  log: string;
}

/** The compact status for a step summary; the ends of the logs of lanes that failed below it. */
export function statusMarkdown(
  status: CompactStatus,
  excerpts: readonly Excerpt[],
  logPath: string,
): string {
  const lanes = status.lanes.map(
    ({ id, state, took, message }) =>
      `| ${symbols[state]} ${escapeMarkdown(id)} | ${state} | ${took} | ${escapeMarkdown(message ?? '')} |`,
  );
  return [
    `### CI: ${status.state}`,
    '',
    `**${escapeMarkdown(status.target)}** · ${escapeMarkdown(status.run)} · ${status.counts}`,
    '',
    ...(status.message === undefined ? [] : [escapeMarkdown(status.message), '']),
    `head \`${status.head}\` · queued ${status.queuedAt} · ${status.lanes.length} lane(s) · queued ${status.queued} · ran ${status.ran}`,
    '',
    ...(lanes.length === 0 ? [] : ['| lane | state | took | |', '|---|---|---|---|', ...lanes, '']),
    ...excerpts.flatMap(excerptMarkdown),
    `Full logs: ${inlineCode(logPath)}`,
    '',
  ].join('\n');
}

const symbols = { success: '✅', failed: '❌', cancelled: '⚪', running: '🟡' } as const;

/** Guest output as an HTML block: no fence that it could close, nothing that it could mark up. */
function excerptMarkdown({ lane, log }: Excerpt): string[] {
  const html = log
    .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // A blank line would end the HTML block and start markdown again.
    .replace(/^\s*$/gm, '&#8203;');
  return [
    `<details open><summary>${escapeHtml(lane)}: end of the log</summary><pre>`,
    html,
    '</pre></details>',
    '',
  ];
}

/** Text as itself in a markdown table cell: every mark is escaped, line ends become spaces. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|<>&~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function inlineCode(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}
