import { StringDecoder } from 'node:string_decoder';
import { colourless } from './harmless.ts';

/** What a line may grow to before it is cut in two: a guest may never end one. */
const lineLimit = 64 * 1024;

/**
 * Cuts a byte stream into lines for showing. A CR takes a line back, as it does on a terminal: of a
 * line that was written over, the last state that shows something is left. Each byte is looked at
 * once, in whatever pieces it comes.
 */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  #state = '';
  /** The last state before it that shows something. */
  #shown = '';
  /** Whether a CR ends the line or takes it back, what follows it tells. */
  #returned = false;

  /** The lines that end in these bytes. */
  push(bytes: Uint8Array): string[] {
    const lines: string[] = [];
    for (let at = 0; at < bytes.length; at += lineLimit) {
      this.#take(this.#decoder.write(bytes.subarray(at, at + lineLimit)), lines);
      if (this.#state.length > lineLimit) lines.push(this.#endLine());
    }
    return lines;
  }

  /** What stands behind the last line end. */
  end(): string[] {
    const lines: string[] = [];
    this.#take(this.#decoder.end(), lines);
    if (this.#state !== '' || this.#shown !== '') lines.push(this.#endLine());
    return lines;
  }

  #take(text: string, lines: string[]): void {
    const parts = text.split('\n');
    const last = parts.pop() ?? '';
    if (!text.includes('\r') && !this.#returned && this.#shown === '') {
      // So it is in most logs, and in all of them lines are what there is most of.
      for (const part of parts) {
        lines.push(this.#state === '' ? part : this.#state + part);
        this.#state = '';
      }
      this.#state += last;
      return;
    }
    for (const part of parts) {
      this.#extend(part);
      lines.push(this.#endLine());
    }
    this.#extend(last);
  }

  #extend(part: string): void {
    if (!part.includes('\r')) {
      this.#write(part);
      return;
    }
    for (const [index, state] of part.split('\r').entries()) {
      if (index > 0) this.#returned = true;
      this.#write(state);
    }
  }

  #write(text: string): void {
    if (text === '') return;
    if (this.#returned && showsSomething(this.#state)) this.#shown = this.#state;
    this.#state = this.#returned ? text : this.#state + text;
    this.#returned = false;
  }

  #endLine(): string {
    const line = this.#shown === '' || showsSomething(this.#state) ? this.#state : this.#shown;
    this.#state = '';
    this.#shown = '';
    this.#returned = false;
    return line;
  }
}

/** A program clears its progress in the end; that is not what people want to see of it. */
function showsSomething(state: string): boolean {
  return /\S/.test(colourless(state));
}
