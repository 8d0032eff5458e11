import { constants, createZstdCompress } from 'node:zlib';
import { blockBytes, type Block } from './blocks.ts';

/** Compressed at once, each by a thread of its own. */
const most = 3;

/**
 * Compresses blocks to zstd frames, which together are a stream of zstd. Several are under way at
 * once, so that no thread waits until the next one is made.
 */
export async function* compress(blocks: Iterable<Block>): AsyncGenerator<Buffer> {
  // In turns: the first has been at work the longest.
  const turns = Array.from({ length: most }, () => new Compressor());
  try {
    for (const block of blocks) {
      const next = turns.shift() ?? new Compressor();
      next.compress(block);
      turns.push(next);
      yield* (await turns[0]?.takeFrame()) ?? [];
    }
    for (const compressor of turns) yield* await compressor.takeFrame();
  } finally {
    for (const compressor of turns) compressor.end();
  }
}

/** Makes one frame after the other: one of these takes much longer to set up than to use again. */
class Compressor {
  // Room that most frames fit into: each further piece costs a switch of threads.
  readonly #zstd = createZstdCompress({ chunkSize: blockBytes / 4 });
  #parts: Buffer[] = [];
  #made = Promise.resolve();

  constructor() {
    this.#zstd.on('data', (part: Buffer) => this.#parts.push(part));
    // Told to whoever waits for the frame.
    this.#zstd.on('error', () => undefined);
  }

  compress({ content, release }: Block): void {
    this.#zstd.write(content);
    this.#made = new Promise((resolve, reject) => {
      this.#zstd.flush(constants.ZSTD_e_end, (error?: Error | null) => {
        release();
        if (error) reject(error);
        else resolve();
      });
    });
    // Nobody waits any more once the others are not wanted.
    this.#made.catch(() => undefined);
  }

  /** What was made since the last time, in parts. */
  async takeFrame(): Promise<readonly Buffer[]> {
    await this.#made;
    return this.#parts.splice(0);
  }

  end(): void {
    this.#zstd.destroy();
  }
}
