import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

/**
 * Replaces a file as a whole: a reader sees the old content or the new one, and so does whoever
 * comes after a crash. Where it fails the old content stays, and nothing beside it. Synchronous, so
 * that records keep the order of events.
 */
export function writeFileAtomically(path: string, content: string): void {
  const folder = dirname(path);
  makeFolder(folder);
  const temporary = `${path}.${process.pid}.new`;
  try {
    writeWhole(temporary, Buffer.from(content));
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(folder);
}

export function writeJsonAtomically(path: string, value: unknown): void {
  writeFileAtomically(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

function writeWhole(path: string, content: Buffer): void {
  const file = openSync(path, 'w', 0o644);
  try {
    // A disk that is nearly full, or a quota, takes a part; only the next write says why.
    for (let written = 0; written < content.length;) {
      written += writeSync(file, content, written);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The new name, too, has to outlive a crash. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch (error) {
    // Some file systems, and those of other machines, do not sync folders.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'EPERM') throw error;
  } finally {
    closeSync(folder);
  }
}
