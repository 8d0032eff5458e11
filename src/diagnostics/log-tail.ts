import { open } from 'node:fs/promises';
import { LineSplitter } from './lines.ts';

const tailBytes = 16 * 1024;

/** The last lines of a log file, blank ones at its end aside; none where there is no file. */
export async function logTail(path: string, lines: number): Promise<string[]> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    const start = Math.max(0, size - tailBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(tailBytes), 0, tailBytes, start);
    const splitter = new LineSplitter();
    const all = [...splitter.push(buffer.subarray(0, bytesRead)), ...splitter.end()];
    return all.slice(0, all.findLastIndex((line) => line.trim() !== '') + 1).slice(-lines);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
