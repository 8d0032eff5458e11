import { lineBytes, styleAt, type LogText } from './log-text.ts';
import { plainText, styleBehind, styledText, type StyledText } from './styled-text.ts';

/** A line as it is shown. */
export interface Line {
  pieces: readonly StyledText[];
  /** It is longer than what is shown of it. */
  cut: boolean;
  /** States that a carriage return took back, which are not shown. */
  rewrites: number;
  bytes: number;
}

/** Characters of a line that are shown, and bytes that are looked at for them. */
const shownCharacters = 2000;
const shownBytes = 16 * 1024;

/** A line's last state, as a terminal would leave it, without what is too long to show. */
export function showLine(log: LogText, number: number): Line {
  const bytes = lineBytes(log, number);
  const rewrites = log.rewrites.get(number) ?? 0;
  const from = rewrites === 0 ? 0 : lastState(bytes);
  const style =
    from === 0
      ? styleAt(log, number)
      : styleBehind(
          decodeStart(bytes.subarray(Math.max(0, from - shownBytes), from)),
          styleAt(log, number),
        );
  const state = bytes.subarray(from);
  const pieces = styledText(decodeStart(state), style);
  const short = shorten(pieces, shownCharacters);
  const cut =
    short.length < pieces.length || state.length > shownBytes || short.at(-1) !== pieces.at(-1);
  return { pieces: short, cut, rewrites, bytes: bytes.length };
}

/** All of a line: its states, one a line, as plain text. */
export function wholeLine(log: LogText, number: number): string {
  return new TextDecoder().decode(lineBytes(log, number)).split('\r').map(plainText).join('\n');
}

/** Where the last state begins that shows something; a program clears its progress at the end. */
function lastState(bytes: Uint8Array): number {
  let end = bytes.length;
  for (let tries = 0; tries < 8 && end > 0; tries += 1) {
    const start = bytes.lastIndexOf(0x0d, end - 1) + 1;
    const text = decodeStart(bytes.subarray(start, end));
    if (start === 0 || plainText(text).trim() !== '') return start;
    end = start - 1;
  }
  return bytes.lastIndexOf(0x0d) + 1;
}

function shorten(pieces: readonly StyledText[], limit: number): readonly StyledText[] {
  let left = limit;
  const short: StyledText[] = [];
  for (const piece of pieces) {
    if (piece.text.length <= left) {
      short.push(piece);
      left -= piece.text.length;
    } else {
      short.push({ ...piece, text: wellFormed(piece.text.slice(0, left)) });
      break;
    }
  }
  return short;
}

/** Without half of a character at its end. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

/**
 * Text of at most {@link shownBytes} bytes. Invalid ones show as U+FFFD, as does a character that
 * ends too early; one that we cut through does not show.
 */
function decodeStart(bytes: Uint8Array): string {
  const cut = bytes.length > shownBytes;
  return new TextDecoder().decode(bytes.subarray(0, shownBytes), { stream: cut });
}
