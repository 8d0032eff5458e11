import type { LogText } from './log-text.ts';
import { firstIndex } from './sorted.ts';
import { plainText } from './styled-text.ts';

export interface Query {
  text: string;
  matchCase: boolean;
}

/** @returns a pattern that finds the query's text, as it is, anywhere */
export function queryPattern({ text, matchCase }: Query): RegExp {
  return new RegExp(
    text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`),
    matchCase ? 'gu' : 'giu',
  );
}

/** A part of a log, in whole lines, as plain text. */
export interface Passage {
  firstLine: number;
  text: string;
}

const passageBytes = 512 * 1024;

/** A whole log as plain text. */
export function plainLog(log: LogText): string {
  return Array.from(passages(log), ({ text }) => text).join('');
}

/** A log's text in passages, so that whoever reads it can pause between them. */
function* passages(log: LogText, fromByte = 0): Generator<Passage> {
  const { bytes, starts, lines } = log;
  let line = firstIndex(lines, (index) => (starts[index] ?? 0) >= fromByte);
  while (line < lines) {
    const start = starts[line] ?? 0;
    let next = line + 1;
    while (next < lines && (starts[next + 1] ?? 0) - start <= passageBytes) next += 1;
    const text = new TextDecoder().decode(bytes.subarray(start, starts[next]));
    yield { firstLine: line, text: readable(text) };
    line = next;
  }
}

/** Lines in which the pattern matches; yields between passages. */
export function* searchLog(log: LogText, pattern: RegExp): Generator<undefined, readonly number[]> {
  const found: number[] = [];
  for (const { firstLine, text } of passages(log)) {
    found.push(...matchingLines(text, firstLine, pattern));
    yield;
  }
  return found;
}

function* matchingLines(text: string, firstLine: number, pattern: RegExp): Generator<number> {
  let line = firstLine;
  let lineEnd = text.indexOf('\n');
  for (pattern.lastIndex = 0; ;) {
    const match = pattern.exec(text);
    if (match === null) return;
    while (lineEnd !== -1 && lineEnd < match.index) {
      line += 1;
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    yield line;
    if (lineEnd === -1) return;
    // One match makes a line a hit: go on behind it.
    pattern.lastIndex = lineEnd + 1;
  }
}

/** Where colours are all there is to take out, at once; else line by line, as lines are shown. */
function readable(text: string): string {
  const colourless = text.replaceAll(/\u001b\[[0-9;]*m/g, '');
  return control.test(colourless) ? text.split('\n').map(plainText).join('\n') : colourless;
}

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
