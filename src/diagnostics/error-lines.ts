import { colourless } from './harmless.ts';

export interface ErrorLines {
  /** Numbers of lines that read like an error, from 0, ascending. */
  lines: readonly number[];
  /** The one that most likely tells why; where nothing reads like an error, the last line. */
  first: number;
}

/** Errors are looked for in this much of the end of a log. */
const lookedAtBytes = 8 * 1024 * 1024;
const lf = 0x0a;
/** What is looked at as one text. */
const passageBytes = 512 * 1024;
/** More than anybody goes through one by one. */
const mostLines = 10_000;

/** Says what went wrong. */
const causes = [
  // rustc, gcc, clang, eslint, tsc, go, npm, git, and many others
  /(?:^|[\s:])(?:fatal )?(?:error|fatal)(?:\[\w+\])?(?: [A-Z]+\d+)?: /i,
  /^(?:npm (?:ERR!|error)|E {2,}\S|\[?ERROR\b|##\[error\]|::error\b)/,
  /\bpanicked at\b/,
  /^\s*(?:[\w.$]+\.)?\w*(?:Error|Exception)(?: \[\w+\])?: /,
  /\b(?:command not found|Segmentation fault|core dumped|out of memory)\b/i,
  /^(?:(?!\bAssertion\b).)*\bAssertion\b.*\bfailed\b/i,
];

/** Says that something went wrong. */
const symptoms = [
  /^\s*(?:✗|✘|×|✖|❌)\s/,
  /(?<!\b0 )\bFAIL(?:ED|URE)?\b/,
  /^not ok \d/,
  /^Traceback \(most recent call last\)/,
  /^make(?:\[\d+\])?: \*\*\* /,
];

/** Lines without any of these words are not looked at twice. */
const suspicious =
  /error|fatal|fail|panicked|exception|not found|segmentation|dumped|out of memory|assertion|not ok|traceback|^E {2}|✗|✘|×|✖|❌|\*\*\*/gim;

/** Which lines of a log read like an error, whatever tool wrote them; the first ones of too many. */
export function errorLines(bytes: Uint8Array): ErrorLines {
  const from = lineStart(bytes, bytes.length - lookedAtBytes);
  const lines: number[] = [];
  let cause: number | undefined;
  let number = countLines(bytes.subarray(0, from));
  for (const passage of passages(bytes.subarray(from))) {
    for (const [index, line] of suspects(readable(new TextDecoder().decode(passage)))) {
      const kind = readsLikeError(line);
      if (kind === undefined) continue;
      const isCause = kind === 'cause' && cause === undefined;
      if (isCause) cause = number + index;
      // The one that a reader is led to stands out, wherever it is.
      if (lines.length < mostLines || isCause) lines.push(number + index);
    }
    number += countLines(passage);
  }
  return { lines, first: cause ?? lines[0] ?? Math.max(0, number - 1) };
}

export function readsLikeError(line: string): 'cause' | 'symptom' | undefined {
  if (causes.some((pattern) => pattern.test(line))) return 'cause';
  return symptoms.some((pattern) => pattern.test(line)) ? 'symptom' : undefined;
}

/** Where the first line begins at or behind a place. */
function lineStart(bytes: Uint8Array, from: number): number {
  if (from <= 0) return 0;
  const end = bytes.indexOf(lf, from - 1);
  return end === -1 ? bytes.length : end + 1;
}

/** A line without an end at the log's end is one, too. */
function countLines(bytes: Uint8Array): number {
  let count = 0;
  let start = 0;
  for (; start < bytes.length; count += 1) {
    const end = bytes.indexOf(lf, start);
    start = end === -1 ? bytes.length : end + 1;
  }
  return count;
}

/** Whole lines, about as many at a time as are worth it. */
function* passages(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length;) {
    const end = lineStart(bytes, start + passageBytes);
    yield bytes.subarray(start, end);
    start = end;
  }
}

/** Lines worth a look, with their numbers in the text; of each the part people would read. */
function* suspects(text: string): Generator<[number: number, line: string]> {
  let number = 0;
  let start = 0;
  let end = lineEnd(text, 0);
  suspicious.lastIndex = 0;
  for (let match = suspicious.exec(text); match !== null; match = suspicious.exec(text)) {
    while (end < match.index) {
      number += 1;
      start = end + 1;
      end = lineEnd(text, start);
    }
    yield [number, text.slice(start, Math.min(end, start + 2000))];
    if (end === text.length) return;
    suspicious.lastIndex = end + 1;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Where colours are all there is to take out, at once; else line by line, as lines are shown. */
function readable(text: string): string {
  const plain = text.replaceAll(/\u001b\[[0-9;]*m/g, '');
  return control.test(plain) ? text.split('\n').map(colourless).join('\n') : plain;
}

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
