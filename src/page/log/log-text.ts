import { plain, type Style } from './sgr.ts';
import { firstIndex } from './sorted.ts';
import { styleBehind } from './styled-text.ts';

/** A log and where its lines are; the text of a line is made when it is looked at. */
export interface LogText {
  bytes: Uint8Array;
  /** How many lines; they count from 0 here, and from 1 where people see them. */
  lines: number;
  /** Where each line begins, and behind the last where the log ends. */
  starts: Uint32Array;
  /** Of lines that carriage returns took back: how many states came before the last. */
  rewrites: ReadonlyMap<number, number>;
  /** Lines that begin with another style than the one before them, ascending. */
  styles: readonly { line: number; style: Style }[];
}

const lf = 0x0a;
const cr = 0x0d;
const esc = 0x1b;
/** Between two of them the page can do something else. */
const sliceBytes = 4 * 1024 * 1024;

/** Finds the lines of a log; stops now and then for whoever drives it. */
export function* indexLog(bytes: Uint8Array): Generator<undefined, LogText> {
  const starts = new Positions();
  const rewrites = new Map<number, number>();
  const styles: { line: number; style: Style }[] = [];
  const nextReturn = seeker(bytes, cr);
  const nextEscape = seeker(bytes, esc);
  let style = plain;
  let slice = sliceBytes;
  for (let start = 0, line = 0; start < bytes.length; line += 1) {
    starts.add(start);
    const found = bytes.indexOf(lf, start);
    const end = found === -1 ? bytes.length : found;
    if (nextReturn(start) < end) {
      const states = countReturns(bytes, start, end);
      if (states > 0) rewrites.set(line, states);
    }
    if (nextEscape(start) < end) {
      const after = endsPlain(bytes, end)
        ? plain
        : styleBehind(latin1.decode(bytes.subarray(start, end)), style);
      if (!same(after, style)) styles.push({ line: line + 1, style: after });
      style = after;
    }
    start = end + 1;
    if (start > slice) {
      slice = start + sliceBytes;
      yield;
    }
  }
  const lines = starts.count;
  starts.add(bytes.length);
  return { bytes, lines, starts: starts.values(), rewrites, styles };
}

/** The bytes of a line without its end. */
export function lineBytes({ bytes, starts }: LogText, line: number): Uint8Array {
  const start = starts[line] ?? bytes.length;
  let end = starts[line + 1] ?? bytes.length;
  if (end > start && bytes[end - 1] === lf) end -= 1;
  while (end > start && bytes[end - 1] === cr) end -= 1;
  return bytes.subarray(start, end);
}

/** What a line begins with: a terminal keeps a style over the end of a line. */
export function styleAt({ styles }: LogText, line: number): Style {
  const behind = firstIndex(styles.length, (index) => (styles[index]?.line ?? 0) > line);
  return styles[behind - 1]?.style ?? plain;
}

const latin1 = new TextDecoder('latin1');

/** Tells where a byte comes next, at or behind ever larger places; the end where it does not. */
function seeker(bytes: Uint8Array, byte: number): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) {
      const found = bytes.indexOf(byte, from);
      next = found === -1 ? Infinity : found;
    }
    return next;
  };
}

/** Returns with text behind them; those at the end belong to the end. */
function countReturns(bytes: Uint8Array, start: number, end: number): number {
  let last = end;
  while (last > start && bytes[last - 1] === cr) last -= 1;
  let count = 0;
  for (let at = bytes.indexOf(cr, start); at !== -1 && at < last; at = bytes.indexOf(cr, at + 1))
    count += 1;
  return count;
}

function same(one: Style, other: Style): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Whether the last sequence of a line is a reset: so it is in most lines that have colours. */
function endsPlain(bytes: Uint8Array, end: number): boolean {
  const at = bytes.lastIndexOf(esc, end - 1);
  if (bytes[at + 1] !== 0x5b) return false;
  return bytes[at + 2] === 0x6d || (bytes[at + 2] === 0x30 && bytes[at + 3] === 0x6d);
}

/** Numbers without a bound known before. */
class Positions {
  #values = new Uint32Array(1024);
  count = 0;

  add(value: number): void {
    if (this.count === this.#values.length) {
      const larger = new Uint32Array(this.count * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.count] = value;
    this.count += 1;
  }

  values(): Uint32Array {
    return this.#values.slice(0, this.count);
  }
}
