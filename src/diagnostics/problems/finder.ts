import type { ProblemReader, ReportedProblem } from './format.ts';
import { formats } from './formats.ts';

/** Of each level; what comes beyond is only counted. */
const keptProblems = 200;
/** Of a line; no report that people write is longer. */
const lineLimit = 2000;
const messageLimit = 1000;
/** That are told apart in one output; a guest may make up any number. */
const knownTasks = 20;

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
  readonly #own = new Stream((problem) => this.#keep(problem));
  /** What several tasks say into one output, by what stands in front of their lines. */
  readonly #tasks = new Map<string, Stream>();
  #wanted = false;
  #previous = '';

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
    if (this.#wanted || anyWord.test(line)) this.#read(line);
    this.#previous = line;
  }

  /** What waits for more lines gets no more. */
  end(): void {
    for (const stream of this.#streams) if (stream.wants) stream.read('', '');
  }

  get #streams(): Stream[] {
    return [this.#own, ...this.#tasks.values()];
  }

  #read(line: string): void {
    const prefix = this.#own.wants ? '' : prefixOf(line);
    const previous = this.#previous.startsWith(prefix) ? this.#previous.slice(prefix.length) : '';
    const stream = prefix === '' ? this.#own : this.#taskOf(prefix);
    stream.read(plain(line.slice(prefix.length)), plain(previous));
    this.#wanted = this.#streams.some(({ wants }) => wants);
  }

  #taskOf(prefix: string): Stream {
    // One more than those that are told apart.
    const key = this.#tasks.size < knownTasks || this.#tasks.has(prefix) ? prefix : '';
    const known = this.#tasks.get(key) ?? new Stream((problem) => this.#keep(problem));
    this.#tasks.set(key, known);
    return known;
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

/** The output of one program, whose lines stand behind each other. */
class Stream {
  /** Those that begin with the same words together, so that these are searched for once. */
  readonly #groups: readonly {
    words: RegExp;
    readers: { read: ProblemReader; wants: boolean }[];
  }[];
  /** A reader wants the next line, whatever it holds. */
  wants = false;

  constructor(found: (problem: ReportedProblem) => void) {
    this.#groups = [...Map.groupBy(formats, ({ words }) => words)].map(([words, alike]) => ({
      words,
      readers: alike.map(({ reader }) => ({ read: reader(found), wants: false })),
    }));
  }

  /** @param line without colours, and the one before it */
  read(line: string, previous: string): void {
    this.wants = false;
    for (const { words, readers } of this.#groups) {
      const begins = words.test(line);
      for (const reader of readers) {
        if (!begins && !reader.wants) continue;
        reader.wants = reader.read(line, previous);
        this.wants ||= reader.wants;
      }
    }
  }
}

/**
 * What a tool that runs several tasks puts in front of their lines, colours included: `web:test: `
 * (Turborepo), `app-1  | ` (Docker Compose), `[web] ` (concurrently). A name begins with a letter, or
 * lines of source that compilers show would have one.
 */
function prefixOf(line: string): string {
  return taskPrefix.exec(line.slice(0, prefixLimit))?.[0] ?? '';
}

const taskPrefix =
  /^(?:\u001b\[[\d;]*m)*(?:@?[A-Za-z][\w@./-]*:[A-Za-z][\w:.-]*:|[A-Za-z][\w.-]*\s*(?:\u001b\[[\d;]*m)*\||\[@?[A-Za-z][\w:.@/-]*\])(?:\u001b\[[\d;]*m)*(?: |$)/;
const prefixLimit = 200;

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
