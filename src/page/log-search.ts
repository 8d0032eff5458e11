import { inOrder, type EmbeddedLogs, type LogName } from './embedded-logs.ts';
import { queryPattern, searchLog, type Query } from './log/search.ts';
import { inSlices } from './time-slices.ts';

export interface Found extends LogName {
  /** From 0, ascending. */
  lines: readonly number[];
}

const none: readonly number[] = [];

/** How often what is found so far is told. */
const tellEveryMs = 100;

/** One query and what has been found so far; over when the next one begins. */
export class LogSearch {
  readonly pattern: RegExp;
  /** Whether it goes over the logs of all lanes. */
  readonly everywhere: boolean;
  readonly #logs: EmbeddedLogs;
  readonly #found: Found[] = [];
  readonly #controller = new AbortController();
  #left = 0;

  constructor(logs: EmbeddedLogs, query: Query, everywhere: boolean) {
    this.#logs = logs;
    this.pattern = queryPattern(query);
    this.everywhere = everywhere;
  }

  /** Logs that are still to be searched. */
  get left(): number {
    return this.#left;
  }

  get total(): number {
    return this.#found.reduce((sum, { lines }) => sum + lines.length, 0);
  }

  /** How many lines were found, by lane. */
  get byLane(): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (const { lane, lines } of this.#found)
      counts.set(lane, (counts.get(lane) ?? 0) + lines.length);
    return counts;
  }

  linesIn(name: LogName): readonly number[] {
    return this.#found.find((it) => inOrder(it, name) === 0)?.lines ?? none;
  }

  /** The log with hits that comes next after one, around the end. */
  beyond(from: LogName, step: 1 | -1): Found | undefined {
    const sorted = this.#found.toSorted((a, b) => inOrder(a, b) * step);
    const others = sorted.filter((it) => inOrder(it, from) !== 0);
    return others.find((it) => inOrder(it, from) * step > 0) ?? others[0];
  }

  /** @param first the log that is looked at, whose hits are wanted first */
  async run(first: LogName, onProgress: () => void): Promise<void> {
    const { signal } = this.#controller;
    const rest = this.everywhere ? await this.#logs.all() : [];
    const names = [first, ...rest.filter((name) => inOrder(name, first) !== 0)];
    this.#left = names.length;
    let told = -Infinity;
    for (const { lane, kind } of names) {
      const log = await this.#logs.open({ lane, kind }, signal);
      const lines = await inSlices(searchLog(log, this.pattern), signal);
      this.#left -= 1;
      if (lines.length > 0) this.#found.push({ lane, kind, lines });
      if (this.#left > 0 && performance.now() - told < tellEveryMs) continue;
      told = performance.now();
      onProgress();
    }
  }

  stop(): void {
    this.#controller.abort();
  }
}
