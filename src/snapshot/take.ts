import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FailureError } from '../model/failure.ts';
import { hashTree } from './hash.ts';
import type { Snapshot, SnapshotEntry } from './snapshot.ts';

/** Files read at once: enough to keep a disk busy, few enough for any descriptor limit. */
const readers = 16;

/**
 * Takes a snapshot of files below `root`. Names that are gone or are folders (submodules) are
 * passed over; sockets and devices are refused.
 * @param paths repository-relative, in byte order
 * @param isExcluded whether a path stays out
 * @throws FailureError `snapshot_failed`
 */
export async function takeSnapshot(
  root: string,
  paths: readonly string[],
  isExcluded: (path: string) => boolean,
  signal: AbortSignal,
): Promise<Snapshot> {
  const wanted = paths.filter((path) => !isExcluded(path));
  const entries = new Array<SnapshotEntry | undefined>(wanted.length);
  let next = 0;
  const reader = async (): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      const index = next;
      next += 1;
      const path = wanted[index];
      if (path === undefined) return;
      entries[index] = await readEntry(root, path, signal);
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  const present = entries.filter((entry) => entry !== undefined);
  const bytes = present.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0);
  return { root, hash: hashTree(present), entries: present, bytes };
}

async function readEntry(
  root: string,
  path: string,
  signal: AbortSignal,
): Promise<SnapshotEntry | undefined> {
  const file = join(root, path);
  try {
    const stat = await lstat(file);
    if (stat.isDirectory()) return undefined;
    if (stat.isSymbolicLink()) return { kind: 'link', path, target: await readlink(file) };
    if (!stat.isFile()) throw new Error('it is neither a file nor a link');
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash, { signal });
    const executable = (stat.mode & 0o111) !== 0;
    return { kind: 'file', path, executable, size: stat.size, digest: hash.digest('hex') };
  } catch (error) {
    signal.throwIfAborted();
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const detail = error instanceof Error ? error.message : String(error);
    throw new FailureError(
      { kind: 'snapshot_failed', step: 'read', path, detail },
      { cause: error },
    );
  }
}
