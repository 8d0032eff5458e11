import { open } from 'node:fs/promises';

const tailBytes = 16 * 1024;

/** The last lines of a log file; empty where there is none. */
export async function logTail(path: string, lines: number): Promise<string> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    const start = Math.max(0, size - tailBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(tailBytes), 0, tailBytes, start);
    return buffer
      .toString('utf8', 0, bytesRead)
      .trimEnd()
      .split(/\r\n|[\r\n]/)
      .slice(-lines)
      .join('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
