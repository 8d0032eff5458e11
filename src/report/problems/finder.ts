import type { ProblemReader, ReportedProblem } from './format.ts';
import { formats } from './formats.ts';

/** Of each level; what comes beyond is only counted. */
const keptProblems = 200;
/** Of a line; no report that people write is longer. */
const lineLimit = 2000;
const messageLimit = 1000;

/**
 * Finds what tools report in a log, line by line, whatever the log holds: it keeps a bounded number
 * of problems, each once.
 */
export class ProblemFinder {
  readonly #kept = {
    error: new Map<string, ReportedProblem>(),
    warning: new Map<string, ReportedProblem>(),
  };
  readonly #dropped = { error: 0, warning: 0 };
  /** Those that begin with the same words together, so that these are searched for once. */
  readonly #groups: readonly {
    words: RegExp;
    readers: { read: ProblemReader; wants: boolean }[];
  }[];
  #wanted = false;
  #previous = '';

  constructor() {
    this.#groups = [...Map.groupBy(formats, ({ words }) => words)].map(([words, alike]) => ({
      words,
      readers: alike.map(({ reader }) => ({
        read: reader((problem) => this.#keep(problem)),
        wants: false,
      })),
    }));
  }

  /** In the order of the log, errors first. */
  get problems(): readonly ReportedProblem[] {
    return [...this.#kept.error.values(), ...this.#kept.warning.values()];
  }

  /** How many problems of each level there were beyond those that are kept. */
  get dropped(): Readonly<Record<ReportedProblem['level'], number>> {
    return this.#dropped;
  }

  /** How many errors have been found so far. */
  get errors(): number {
    return this.#kept.error.size + this.#dropped.error;
  }

  push(line: string): void {
    if (this.#wanted || anyWord.test(line)) this.#read(plain(line));
    this.#previous = line;
  }

  /** What waits for more lines gets no more. */
  end(): void {
    if (this.#wanted) this.#read('');
  }

  #read(line: string): void {
    const previous = plain(this.#previous);
    this.#wanted = false;
    for (const { words, readers } of this.#groups) {
      const begins = words.test(line);
      for (const reader of readers) {
        if (!begins && !reader.wants) continue;
        reader.wants = reader.read(line, previous);
        this.#wanted ||= reader.wants;
      }
    }
  }

  #keep(problem: ReportedProblem): void {
    const kept = this.#kept[problem.level];
    const { path, line, column = '', message } = problem;
    // No file is that long, and none is called nothing.
    if (line > 1e7 || path === '') return;
    if (kept.size === keptProblems) {
      this.#dropped[problem.level] += 1;
      return;
    }
    const key = `${path}:${line}:${column}: ${message}`;
    if (!kept.has(key)) kept.set(unshared(key), presentable(problem));
  }
}

const anyWord = new RegExp([...new Set(formats.map(({ words }) => words.source))].join('|'));

/** Without colours, and no longer than a report may be. */
function plain(line: string): string {
  const text = line.length > lineLimit ? line.slice(0, lineLimit) : line;
  return text.includes('\u001b') ? text.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '') : text;
}

/** As people shall read it, wherever it is shown: no control characters, and never nothing at all. */
function presentable(problem: ReportedProblem): ReportedProblem {
  const { level, path, line, column } = problem;
  const title = visible(problem.title ?? '');
  const message = visible(problem.message);
  return {
    level,
    path: unshared(path),
    line,
    ...(column !== undefined && { column }),
    ...(title !== '' && { title: unshared(title) }),
    message: unshared([message, title, level].find((text) => text !== '') ?? level),
  };
}

/** What shows, from its first visible mark on: an accent there would change what is put in front. */
function visible(text: string): string {
  const shown = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '').trimEnd();
  return shown.replace(/^[\p{M}\p{C}\p{Z}\p{DI}]+/u, '').slice(0, messageLimit);
}

/** A part of a text keeps the whole text in memory, which here is a large piece of log. */
function unshared(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
