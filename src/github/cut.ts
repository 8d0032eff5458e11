/** How a limit of GitHub's counts. */
export type Limit = { kind: 'characters'; most: number } | { kind: 'bytes'; most: number };

const ellipsis = '…';

/** UTF-16 where GitHub counts characters: never fewer than it counts. */
export function sizeIn({ kind }: Limit, text: string): number {
  return kind === 'bytes' ? Buffer.byteLength(text) : text.length;
}

/** The text where it fits, else its beginning and an ellipsis; no character is cut in two. */
export function cutText(text: string, limit: Limit): string {
  if (sizeIn(limit, text) <= limit.most) return text;
  return `${beginning(text, limit, sizeIn(limit, ellipsis)).trimEnd()}${ellipsis}`;
}

/**
 * Markdown within a limit: cut between two lines, with what is open there closed, and `note` below
 * it to say that it was cut.
 */
export function cutMarkdown(text: string, limit: Limit, note: string): string {
  if (sizeIn(limit, text) <= limit.most) return text;
  const end = `\n\n${note}\n`;
  // What closes the open parts is short, and never longer than this.
  let reserve = sizeIn(limit, end) + 200;
  for (;;) {
    const start = wholeLines(beginning(text, limit, reserve));
    const cut = `${start}${closing(start)}${end}`;
    if (sizeIn(limit, cut) <= limit.most || start === '') return cutText(cut, limit);
    reserve += 200;
  }
}

/** The longest beginning that leaves `reserve` of the limit. */
function beginning(text: string, limit: Limit, reserve: number): string {
  const room = Math.max(0, limit.most - reserve);
  if (limit.kind === 'bytes') {
    // A character that is cut in two decodes to a replacement, which the stream leaves out.
    return new TextDecoder().decode(Buffer.from(text).subarray(0, room), { stream: true });
  }
  const start = text.slice(0, room);
  return /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start;
}

function wholeLines(text: string): string {
  // A single line that is too long is cut within.
  const end = text.lastIndexOf('\n');
  return end <= 0 ? text : text.slice(0, end);
}

/** Ends a code block and the HTML blocks that are open at the end of a text. */
function closing(text: string): string {
  let fence: string | undefined;
  const open: string[] = [];
  for (const line of text.split('\n')) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
    }
    if (fence !== undefined) continue;
    for (const [, slash, name = ''] of line.matchAll(
      /<(\/?)(details|summary|pre|code|table)\b/gi,
    )) {
      if (slash === '') open.push(name);
      else if (open.at(-1) === name) open.pop();
    }
  }
  const end = fence === undefined ? '' : `\n${fence}`;
  return (
    end +
    open
      .reverse()
      .map((name) => `\n</${name}>`)
      .join('')
  );
}
