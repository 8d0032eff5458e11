import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { blockBytes, type Block } from './blocks.ts';

/** Compressed at once, each by a thread of its own. */
const most = 3;

/**
 * Compresses blocks to zstd frames, which together are a stream of zstd. Several are under way at
 * once, so that no thread waits until the next one is made.
 */
export async function* compress(blocks: Iterable<Block>): AsyncGenerator<Buffer> {
  const underWay: Promise<Buffer>[] = [];
  for (const block of blocks) {
    underWay.push(compressBlock(block));
    const oldest = underWay.length < most ? undefined : underWay.shift();
    if (oldest !== undefined) yield await oldest;
  }
  for (const rest of underWay) yield await rest;
}

async function compressBlock({ content, release }: Block): Promise<Buffer> {
  // Room that most frames fit into: each further piece costs a switch of threads.
  const frame = await zstd(content, { chunkSize: blockBytes / 4 });
  release();
  return frame;
}

const zstd = promisify(zstdCompress);
