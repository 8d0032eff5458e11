/** Text as itself in markdown: every mark is escaped, line ends become spaces. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|<>&~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** The text as a link, where there is a page to go to; addresses are ours, or GitHub's. */
export function markdownLink(text: string, url: string | undefined): string {
  return url === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${url})`;
}

/** Rows of cells that are markdown already. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)];
  return `${table.join('\n')}\n\n`;
}

/** Folded away until somebody wants it. Blank lines let markdown begin again inside. */
export function foldedMarkdown(summary: string, body: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>\n\n${body}\n</details>\n\n`;
}
