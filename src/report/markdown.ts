import { escapeHtml } from './escape-html.ts';
// Text of others in what GitHub renders. It looks for `@team`, `#12`, commits and addresses after it
// has rendered, so that no escaping keeps them from notifying people or turning up in other issues;
// it leaves code and links alone.

/** Text as itself, in code. */
export function codeSpan(text: string): string {
  // A table ends its cell at a bar, whatever stands before it; no other mark counts in code.
  return visible(text)
    .split(/(\|+)/)
    .map((part) => (part.startsWith('|') ? '&#124;'.repeat(part.length) : inCode(part)))
    .join('');
}

function inCode(text: string): string {
  const content = text.trim();
  if (content === '') return text;
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const room = longest > 0 ? ' ' : '';
  const before = text.startsWith(' ') ? ' ' : '';
  const after = text.endsWith(' ') ? ' ' : '';
  return `${before}${fence}${room}${content}${room}${fence}${after}`;
}

/** A sentence: its words as they are, and in code whatever else stands in it, or is quoted so. */
export function prose(text: string): string {
  return visible(text)
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : words(part)))
    .reduce(
      // The marks of two that touch would be those of one.
      (all, part) => (all.endsWith('`') && part.startsWith('`') ? `${all} ${part}` : all + part),
    );
}

function words(text: string): string {
  return text.replace(/[^ ]+/g, (word) => (isWord(word) ? escapeMarks(word) : codeSpan(word)));
}

/** Whether nobody reads more into it than letters, numbers and the marks between them. */
function isWord(word: string): boolean {
  return (
    /^["'“‘(]{0,2}[\p{L}\p{N}][\p{L}\p{N}"'’“”.,;:…%/()!?-]*$/u.test(word) &&
    !/[0-9a-f]{7}|\bgh-\d|\/\/|www\.|:\w+:|^\d+\.$/i.test(word)
  );
}

/** What cannot be seen, or turns the rest round, shows as a mark; line ends become spaces. */
function visible(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/gu, '\ufffd');
}

function escapeMarks(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>&~@:-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * Markdown as a link, where there is a page to go to.
 * @param url of ours, or GitHub's
 */
export function markdownLink(markdown: string, url: string | undefined): string {
  return url === undefined ? markdown : `[${markdown}](${url})`;
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

/**
 * Folded away until somebody wants it. Blank lines let markdown begin again inside.
 * @param summary words of ours
 */
export function foldedMarkdown(summary: string, body: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>\n\n${body}\n</details>\n\n`;
}
