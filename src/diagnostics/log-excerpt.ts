/** A line of a lane's output and its number there, from 1. */
export interface NumberedLine {
  number: number;
  text: string;
}

/** The lines of a log that say most about why it ended as it did. */
export interface LogExcerpt {
  /** Around the first and the last error that a tool reported, or the end of the log. */
  about: 'errors' | 'end';
  lines: readonly NumberedLine[];
}

/** Shown around an error: what a test prints stands before the place that it fails at. */
const linesBefore = 10;
const linesAfter = 12;
/** As much as a long message takes; the rest of a longer line is in the log. */
const lineLimit = 500;

/** Keeps what an excerpt will need of a log that may never end. */
export class ExcerptKeeper {
  readonly #tail: string[] = [];
  readonly #size: number;
  #number = 0;
  #first: Window | undefined;
  #last: Window | undefined;

  /** @param size lines of the log's end to keep */
  constructor(size: number) {
    this.#size = Math.max(size, linesBefore + 1);
  }

  /** How many lines there were so far. */
  get lines(): number {
    return this.#number;
  }

  push(text: string): void {
    this.#tail[this.#number % this.#size] = text;
    this.#number += 1;
    if (this.#first !== undefined) this.#extend(this.#first, text);
    if (this.#last !== undefined) this.#extend(this.#last, text);
  }

  /** An error was reported, up to the line that came last. */
  markError(): void {
    const window = { end: this.#number + linesAfter, lines: this.#ending(linesBefore + 1) };
    if (this.#first === undefined) this.#first = { ...window, lines: window.lines.map(shortened) };
    else this.#last = window;
  }

  around(): LogExcerpt | undefined {
    if (this.#first === undefined) return undefined;
    const lines = new Map<number, NumberedLine>();
    for (const line of [...this.#first.lines, ...(this.#last?.lines ?? [])]) {
      lines.set(line.number, shortened(line));
    }
    return { about: 'errors', lines: [...lines.values()] };
  }

  end(count: number): LogExcerpt {
    return { about: 'end', lines: this.#ending(count).map(shortened) };
  }

  #extend(window: Window, text: string): void {
    if (this.#number <= window.end) window.lines.push(shortened({ number: this.#number, text }));
  }

  #ending(count: number): NumberedLine[] {
    const length = Math.min(count, this.#number, this.#size);
    return Array.from({ length }, (_, n) => {
      const number = this.#number - length + n + 1;
      return { number, text: this.#tail[(number - 1) % this.#size] ?? '' };
    });
  }
}

interface Window {
  /** The number of the last line that belongs to it. */
  end: number;
  lines: NumberedLine[];
}

function shortened({ number, text }: NumberedLine): NumberedLine {
  return { number, text: text.length > lineLimit ? `${text.slice(0, lineLimit)} …` : text };
}

/** Lines with their numbers in front; a mark stands where some are left out. */
export function excerptLines({ lines }: LogExcerpt): string[] {
  const width = String(lines.at(-1)?.number ?? '').length;
  return lines.flatMap(({ number, text }, index) => {
    const before = lines[index - 1]?.number ?? number - 1;
    const gap = before + 1 < number ? [`${'⋮'.padStart(width)} │`] : [];
    return [...gap, `${String(number).padStart(width)} │ ${text}`];
  });
}
