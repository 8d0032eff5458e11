import { StringDecoder } from 'node:string_decoder';

/** What a line may grow to before it is cut in two: a guest may never end one. */
const lineLimit = 64 * 1024;

/** Cuts a byte stream into lines for showing; CR ends a line, too, as it does for the runner. */
export class LineSplitter {
  readonly #onLine: (line: string) => void;
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(bytes: Uint8Array): void {
    this.#take(this.#rest + this.#decoder.write(Buffer.from(bytes)));
  }

  /** Hands on what stands behind the last line end. */
  end(): void {
    const last = this.#rest + this.#decoder.end();
    this.#rest = '';
    if (last !== '') this.#onLine(last);
  }

  #take(text: string): void {
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
    if (this.#rest.length > lineLimit) {
      this.#onLine(this.#rest);
      this.#rest = '';
    }
  }
}
