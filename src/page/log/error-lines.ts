import type { LogText } from './log-text.ts';
import { passages } from './search.ts';

export interface ErrorLines {
  /** Lines that read like an error, ascending. */
  lines: readonly number[];
  /** The one that most likely tells why; where nothing reads like an error, the last line. */
  first: number;
}

/** Errors are looked for in this much of the end of a log. */
const lookedAtBytes = 8 * 1024 * 1024;

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

/** Yields between passages, like a search. */
export function* findErrors(log: LogText): Generator<undefined, ErrorLines> {
  const lines: number[] = [];
  let cause: number | undefined;
  for (const { firstLine, text } of passages(log, log.bytes.length - lookedAtBytes)) {
    for (const [number, line] of suspects(text)) {
      const kind = readsLikeError(line);
      if (kind === undefined) continue;
      lines.push(firstLine + number);
      if (kind === 'cause') cause ??= firstLine + number;
    }
    yield;
  }
  return { lines, first: cause ?? lines[0] ?? Math.max(0, log.lines - 1) };
}

export function readsLikeError(line: string): 'cause' | 'symptom' | undefined {
  if (causes.some((pattern) => pattern.test(line))) return 'cause';
  return symptoms.some((pattern) => pattern.test(line)) ? 'symptom' : undefined;
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
