import { formatBytes } from '../report/duration.ts';
import { paint } from './log/colour.ts';
import { element, foreign } from './dom.ts';
import { showLine } from './log/line.ts';
import type { LogText } from './log/log-text.ts';
import { markMatches, type MarkedText } from './log/matches.ts';
import { contains } from './log/sorted.ts';
import type { LineRange } from './route.ts';

/** What stands out in a log. Lines count from 0 and ascend. */
export interface Marks {
  errors: readonly number[];
  hits: readonly number[];
  /** What the hits were found by. */
  pattern: RegExp | undefined;
}

export interface RowContext {
  log: LogText;
  marks: Marks;
  /** Lines that the page's address names, from 1. */
  selected: LineRange | undefined;
  addressOf: (line: number) => string;
  onWholeLine: (line: number) => void;
}

/** A line of a log in the document. */
export function logRow(line: number, context: RowContext): HTMLElement {
  const { log, marks, addressOf, onWholeLine } = context;
  const shown = showLine(log, line);
  const pieces = markMatches(shown.pieces, marks.pattern);
  const hidden = contains(marks.hits, line) && !pieces.some(({ match }) => match);
  const more = (text: string, title: string): HTMLElement =>
    element(
      'button',
      {
        type: 'button',
        class: hidden ? 'more match' : 'more',
        title,
        click: () => onWholeLine(line),
      },
      text,
    );
  const number = String(line + 1);
  return element(
    'div',
    { class: rowClass(line, context), 'data-line': number },
    element('a', { class: 'number', href: addressOf(line + 1), tabindex: '-1' }, number),
    element(
      'span',
      { class: 'text' },
      ...pieces.map(pieceNode),
      shown.cut ? more(`… ${formatBytes(shown.bytes)}`, 'The whole line') : null,
      shown.rewrites === 0
        ? null
        : more(`↺ ${shown.rewrites}`, 'Earlier states of this line, which it wrote over'),
    ),
  );
}

function rowClass(line: number, { marks, selected }: RowContext): string {
  const is = [
    'row',
    ...(contains(marks.errors, line) ? ['error'] : []),
    ...(contains(marks.hits, line) ? ['hit'] : []),
    ...(selected !== undefined && selected.first <= line + 1 && line < selected.last
      ? ['selected']
      : []),
  ];
  return is.join(' ');
}

function pieceNode({ text, style, match }: MarkedText): Node {
  const { color, background } = paint(style);
  const looks = [
    ...(style.bold ? ['bold'] : []),
    ...(style.italic ? ['italic'] : []),
    ...(style.underline ? ['underline'] : []),
    ...(style.strikethrough ? ['strikethrough'] : []),
  ];
  if (!match && color === '' && looks.length === 0) return foreign(text);
  const node = element(match ? 'mark' : 'span', { class: looks.join(' ') }, foreign(text));
  if (!match) Object.assign(node.style, { color, backgroundColor: background });
  return node;
}
