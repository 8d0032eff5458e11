/** The most: small enough for a processor's cache, large enough to be compressed by itself. */
export const blockBytes = 2 * 1024 * 1024;

/** Of the first block, so that whoever takes them has work soon. */
const firstBlockBytes = blockBytes / 2;

/** Some bytes of a stream. */
export interface Block {
  content: Buffer;
  /** Lets the memory serve again; what is never released costs memory, no more. */
  release: () => void;
}

/** Gathers bytes into large blocks, in places where whoever makes the bytes can put them. */
export class BlockWriter {
  readonly #alignment: number;
  readonly #spare: Buffer[] = [];
  #bytes = newBytes();
  #used = 0;
  #enough = firstBlockBytes;

  /** @param alignment where places start; zeros stand between them */
  constructor(alignment: number) {
    this.#alignment = alignment;
  }

  /**
   * The next so many bytes, at most {@link blockBytes}, to be written before the next call.
   * Yields the block before them when they do not fit into it.
   */
  *place(bytes: number): Generator<Block, Buffer> {
    if (this.#used > 0 && this.#used + bytes > this.#enough) yield* this.end();
    const start = this.#used;
    const end = start + bytes;
    this.#used = Math.ceil(end / this.#alignment) * this.#alignment;
    this.#bytes.fill(0, end, this.#used);
    return this.#bytes.subarray(start, end);
  }

  /** What is left. */
  *end(): Generator<Block, void> {
    const bytes = this.#bytes;
    const block = {
      content: bytes.subarray(0, this.#used),
      release: () => void this.#spare.push(bytes),
    };
    this.#bytes = this.#spare.pop() ?? newBytes();
    this.#used = 0;
    this.#enough = blockBytes;
    yield block;
  }
}

function newBytes(): Buffer {
  return Buffer.allocUnsafeSlow(blockBytes);
}
