import { StringDecoder } from 'node:string_decoder';

/** What a line may grow to before it is cut in two: a guest may never end one. */
const lineLimit = 64 * 1024;

/** Cuts a byte stream into lines for showing; CR ends a line, too, as it does for the runner. */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';

  /** The lines that end in these bytes. */
  push(bytes: Uint8Array): string[] {
    const lines = split(this.#rest + this.#decoder.write(bytes));
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > lineLimit) {
      lines.push(this.#rest);
      this.#rest = '';
    }
    return lines;
  }

  /** What stands behind the last line end. */
  end(): string[] {
    const last = this.#rest + this.#decoder.end();
    this.#rest = '';
    return last === '' ? [] : [last.replace(/\r$/, '')];
  }
}

/** A CR at the very end may be half of a CR LF, so it stays. */
function split(text: string): string[] {
  return text.includes('\r') ? text.split(/\r\n|\n|\r(?!$)/) : text.split('\n');
}
