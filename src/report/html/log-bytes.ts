import { open } from 'node:fs/promises';
import { formatBytes } from '../duration.ts';

/** What a browser still handles well; the two ends of a larger log are kept, this much of each. */
const endBytes = 32 * 1024 * 1024;

/** @returns the log, cut out in the middle where it is huge; nothing where there is no file */
export async function logBytes(path: string, end = endBytes): Promise<Uint8Array | undefined> {
  try {
    await using file = await open(path);
    // A log that grows is taken as long as it is now.
    const { size } = await file.stat();
    const part = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    if (size <= 2 * end) return await part(0, size);
    const note = `\n[pikaci] ${formatBytes(size - 2 * end)} are left out here; the whole log is ${path}\n`;
    return Buffer.concat([await part(0, end), Buffer.from(note), await part(size - end, end)]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
