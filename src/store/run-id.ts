import { randomBytes } from 'node:crypto';

const pattern = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;

/** `YYYYMMDDTHHMMSSZ-` and eight hex digits: sorts by time, and two at once differ. */
export function newRunId(now: Date): string {
  const stamp = now
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  return `${stamp}-${randomBytes(4).toString('hex')}`;
}

/** Whether a word can be a run id; whatever is not never becomes part of a path. */
export function isRunId(word: string): boolean {
  return pattern.test(word);
}
