import type { ProblemFormat, ReportedProblem } from './format.ts';

/** From an error to its first frame in the project's own code: diffs and other frames may be in between. */
const linesToFrame = 60;
/** What a message may grow to where every line of it promises more. */
const messageLimit = 1000;

/** What is thrown, wherever that is told: `TypeError: …`, `AssertionError [ERR_ASSERTION]: …`. */
const thrown = /^\s*(?:Uncaught )?([\w$]*Error)(?: \[\w+\])?: (.+)$/;
/** Jest names the test instead; what was wrong with it follows. */
const failedTest = /^ {2}● (.+)$/;
const frames = [
  /^\s*at [^(]*\((.+):(\d+):(\d+)\)$/,
  // Vitest has a mark of its own.
  /^\s*(?:at|❯) (?:async )?(?:.* )?([^\s()]+):(\d+):(\d+)$/,
];

/** Errors with a stack: Node and its test runner, Vitest, Jest, Mocha. */
export const javascript: ProblemFormat = {
  words: /Error|● /,
  reader: (found) => {
    let error: Pick<ReportedProblem, 'title' | 'message'> | undefined;
    let left = 0;
    return (line) => {
      const begun = beginning(line);
      if (begun !== undefined) {
        error = begun;
        left = linesToFrame;
        return true;
      }
      left -= 1;
      if (error === undefined || left < 0) return false;
      const place = placeIn(line, frames);
      if (place !== undefined) {
        found({ level: 'error', ...place, ...error });
        error = undefined;
        return false;
      }
      const { message } = error;
      if (isIncomplete(message)) error = { ...error, message: `${message} ${line.trim()}`.trim() };
      return true;
    };
  },
};

function beginning(line: string): Pick<ReportedProblem, 'title' | 'message'> | undefined {
  const [, title, message] = thrown.exec(line) ?? [];
  if (title !== undefined && message !== undefined) return { title, message };
  const [, test] = failedTest.exec(line) ?? [];
  return test === undefined ? undefined : { title: test, message: '' };
}

/** TAP with its details, as Node's test runner has it where nobody watches. */
export const tap: ProblemFormat = {
  words: /not ok /,
  reader: (found) => {
    let test: string | undefined;
    let message = '';
    let part: 'details' | 'error' | 'stack' = 'details';
    return (line) => {
      const [, name] = /^\s*not ok \d+ - (.+)$/.exec(line) ?? [];
      if (name !== undefined) {
        test = name;
        message = '';
        part = 'details';
        return true;
      }
      if (test === undefined || line.trim() === '...') return false;
      const [, key, value = ''] = /^\s+(\w+): (.+)$/.exec(line) ?? [];
      if (key === 'error' && value !== '|-') message = value.replace(/^'(.*)'$/, '$1');
      if (key === 'error' || key === 'stack') part = value === '|-' ? key : 'details';
      else if (part === 'error') {
        if (isIncomplete(message)) message = `${message} ${line.trim()}`.trim();
      } else if (part === 'stack') {
        const place = placeIn(`at ${line.trim()}`, frames);
        if (place === undefined) return true;
        found({ level: 'error', ...place, title: test, message });
        return false;
      }
      return true;
    };
  },
};

/** Node's own assertions say what they compared in the next line but one. */
function isIncomplete(message: string): boolean {
  return message === '' || (message.endsWith(':') && message.length < messageLimit);
}

/** The place that a frame names, unless it is in code that others wrote. */
function placeIn(
  line: string,
  patterns: readonly RegExp[],
): Pick<ReportedProblem, 'path' | 'line' | 'column'> | undefined {
  for (const pattern of patterns) {
    const [, path, row, column] = pattern.exec(line) ?? [];
    if (path === undefined) continue;
    if (path.startsWith('node:') || path.includes('node_modules/')) return undefined;
    return { path, line: Number(row), column: Number(column) };
  }
  return undefined;
}
