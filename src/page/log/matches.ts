import type { StyledText } from './styled-text.ts';

export interface MarkedText extends StyledText {
  match: boolean;
}

/** Pieces of a line, cut once more where a pattern matches; a match may go over several. */
export function markMatches(
  pieces: readonly StyledText[],
  pattern: RegExp | undefined,
): MarkedText[] {
  if (pattern === undefined) return pieces.map((piece) => ({ ...piece, match: false }));
  const line = pieces.map(({ text }) => text).join('');
  const edges = [...line.matchAll(pattern)].flatMap(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  const marked: MarkedText[] = [];
  let at = 0;
  let edge = 0;
  for (const { text, style } of pieces) {
    const end = at + text.length;
    let from = at;
    while (from < end) {
      while ((edges[edge] ?? Infinity) <= from) edge += 1;
      const to = Math.min(end, edges[edge] ?? Infinity);
      marked.push({ text: line.slice(from, to), style, match: edge % 2 === 1 });
      from = to;
    }
    at = end;
  }
  return marked;
}
