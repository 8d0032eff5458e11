import { ExcerptKeeper, type LogExcerpt } from './log-excerpt.ts';
import { ProblemFinder } from './problems/finder.ts';
import type { ReportedProblem } from './problems/format.ts';

/** Lines of a log's end where no error says what matters. */
const endLines = 40;

/**
 * What a lane's output comes to, taken from it line by line: the problems that tools report, and the
 * lines to show first. Bounded, whatever and how much a lane says.
 */
export class LogDigest {
  readonly #finder = new ProblemFinder();
  readonly #keeper = new ExcerptKeeper(endLines);
  #errors = 0;

  push(line: string): void {
    this.#keeper.push(line);
    this.#finder.push(line);
    this.#markErrors();
  }

  /** No line follows. */
  end(): void {
    this.#finder.end();
    this.#markErrors();
  }

  /** How many lines there were. */
  get lines(): number {
    return this.#keeper.lines;
  }

  get problems(): readonly ReportedProblem[] {
    return this.#finder.problems;
  }

  /** How many there are of each level beyond those that are kept. */
  get dropped(): Readonly<Record<ReportedProblem['level'], number>> {
    return this.#finder.dropped;
  }

  /** The lines around the errors, or the last ones. */
  excerpt(): LogExcerpt {
    return this.#keeper.around() ?? this.ending();
  }

  ending(lines = endLines): LogExcerpt {
    return this.#keeper.end(lines);
  }

  #markErrors(): void {
    const { errors } = this.#finder;
    if (errors === this.#errors) return;
    this.#errors = errors;
    this.#keeper.markError();
  }
}
