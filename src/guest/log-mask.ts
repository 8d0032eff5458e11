/** What stands in place of a secret. */
const mask = Buffer.from('***');

/** Bytes of the stream that are hidden, from `start` up to `end`. */
interface Hidden {
  start: number;
  end: number;
  /** The mask stands in the output already; this is what is left of them. */
  told: boolean;
}

/**
 * Hides words in a stream of bytes, however it is cut into chunks, in time linear in its length (Aho
 * and Corasick's automaton). All of what any word covers is hidden; words that overlap share one mask.
 * Held back is no more than what may be the beginning of a word.
 */
export class LogMask {
  /** From a state, by a byte, to the next: the key is `state * 256 + byte`. */
  readonly #edges = new Map<number, number>();
  /** By state: where to look on when no edge leads from it. It knows less of what was read. */
  readonly #fallback: number[] = [0];
  /** By state: how much of what was read it stands for. */
  readonly #depth: number[] = [0];
  /** By state: the length of the longest word that ends there. */
  readonly #ending: number[] = [0];
  #state = 0;
  /** Bytes read, and of these the first that is still held. */
  #read = 0;
  #released = 0;
  readonly #held = new HeldBytes();
  /** In the order of the stream, apart from each other, none of them released. */
  #hidden: Hidden[] = [];

  /** @param words none of them empty */
  constructor(words: readonly Uint8Array[]) {
    for (const word of words) this.#add(word);
    this.#link();
  }

  /** @returns what is sure by now; empty where nothing is */
  push(chunk: Buffer): Buffer {
    for (const byte of chunk) {
      this.#step(byte);
      this.#read += 1;
      const length = this.#ending[this.#state] ?? 0;
      if (length > 0) this.#hide(this.#read - length, this.#read);
    }
    this.#held.append(chunk);
    return this.#release(this.#read - (this.#depth[this.#state] ?? 0));
  }

  /** @returns what was still held back */
  end(): Buffer {
    this.#state = 0;
    return this.#release(this.#read);
  }

  #add(word: Uint8Array): void {
    let state = 0;
    for (const byte of word) {
      const key = state * 256 + byte;
      let next = this.#edges.get(key);
      if (next === undefined) {
        next = this.#depth.length;
        this.#edges.set(key, next);
        this.#depth.push((this.#depth[state] ?? 0) + 1);
        this.#fallback.push(0);
        this.#ending.push(0);
      }
      state = next;
    }
    this.#ending[state] = word.length;
  }

  /** Shallow states first: what a state falls back to is less deep. */
  #link(): void {
    const edges = [...this.#edges].map(([key, to]) => ({
      from: Math.floor(key / 256),
      byte: key % 256,
      to,
    }));
    edges.sort((one, other) => (this.#depth[one.to] ?? 0) - (this.#depth[other.to] ?? 0));
    for (const { from, byte, to } of edges) {
      if (from === 0) continue;
      const shorter = this.#next(this.#fallback[from] ?? 0, byte);
      this.#fallback[to] = shorter;
      this.#ending[to] ||= this.#ending[shorter] ?? 0;
    }
  }

  #next(from: number, byte: number): number {
    for (let state = from; ; state = this.#fallback[state] ?? 0) {
      const next = this.#edges.get(state * 256 + byte);
      if (next !== undefined) return next;
      if (state === 0) return 0;
    }
  }

  #step(byte: number): void {
    this.#state = this.#next(this.#state, byte);
  }

  #hide(from: number, end: number): void {
    let start = from;
    let told = false;
    for (let last = this.#hidden.at(-1); last && last.end > start; last = this.#hidden.at(-1)) {
      start = Math.min(start, last.start);
      told ||= last.told;
      this.#hidden.pop();
    }
    this.#hidden.push({ start, end, told });
  }

  /** Hands on what stands before a place of the stream, to which no word that begins earlier can come. */
  #release(end: number): Buffer {
    const parts: Buffer[] = [];
    let done = 0;
    for (const hidden of this.#hidden) {
      if (hidden.start >= end) break;
      parts.push(this.#take(hidden.start));
      if (!hidden.told) parts.push(mask);
      this.#take(Math.min(hidden.end, end));
      if (hidden.end > end) {
        hidden.start = end;
        hidden.told = true;
        break;
      }
      done += 1;
    }
    this.#hidden.splice(0, done);
    const rest = this.#take(end);
    return parts.length === 0 ? rest : Buffer.concat([...parts, rest]);
  }

  /** Takes what is held up to a place of the stream. */
  #take(end: number): Buffer {
    const bytes = this.#held.take(end - this.#released);
    this.#released = end;
    return bytes;
  }
}

/** A queue of bytes: each is copied a few times at most, and none is written over. */
class HeldBytes {
  #store: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;

  append(chunk: Buffer): void {
    const size = this.#end - this.#start;
    if (size === 0) {
      this.#store = chunk;
      this.#start = 0;
      this.#end = chunk.length;
      return;
    }
    if (this.#end + chunk.length > this.#store.length) {
      const larger = Buffer.alloc(2 * (size + chunk.length));
      this.#store.copy(larger, 0, this.#start, this.#end);
      this.#store = larger;
      this.#start = 0;
      this.#end = size;
    }
    chunk.copy(this.#store, this.#end);
    this.#end += chunk.length;
  }

  take(size: number): Buffer {
    const bytes = this.#store.subarray(this.#start, this.#start + size);
    this.#start += size;
    return bytes;
  }
}
