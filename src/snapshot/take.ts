import { createReadStream } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FailureError } from '../model/failure.ts';
import type { ObjectFormat, SourceFile } from '../model/source-file.ts';
import { blobHash } from './blob-hash.ts';
import { hashListing, lineOf } from './listing.ts';
import type { ListedEntry, Snapshot, SnapshotEntry } from './snapshot.ts';

/** Files read at once: enough to keep a disk busy, few enough for any descriptor limit. */
const readers = 16;

export interface Source {
  /** Absolute path of the workspace. */
  root: string;
  format: ObjectFormat;
  /** In byte order of their paths. */
  files: readonly SourceFile[];
}

/**
 * Takes a snapshot of a workspace. Names that are gone or are folders are passed over; sockets and
 * devices are refused. Files that git vouches for are looked at, not read.
 * @param isExcluded whether a path stays out
 * @throws FailureError `snapshot_failed`
 */
export async function takeSnapshot(
  { root, format, files }: Source,
  isExcluded: (path: string) => boolean,
  signal: AbortSignal,
): Promise<Snapshot> {
  const wanted = files.filter(({ path }) => !isExcluded(path));
  const entries = new Array<ListedEntry | undefined>(wanted.length);
  let next = 0;
  const reader = async (): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      const index = next;
      next += 1;
      const file = wanted[index];
      if (file === undefined) return;
      const entry = await readEntry(root, format, file, signal);
      if (entry !== undefined) entries[index] = { ...entry, line: lineOf(entry) };
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  const present = entries.filter((entry) => entry !== undefined);
  const bytes = present.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0);
  return { root, format, hash: hashListing(present), entries: present, bytes };
}

async function readEntry(
  root: string,
  format: ObjectFormat,
  { path, blob }: SourceFile,
  signal: AbortSignal,
): Promise<SnapshotEntry | undefined> {
  const fail = (detail: string, cause?: unknown): FailureError =>
    new FailureError({ kind: 'snapshot_failed', step: 'read', path, detail }, { cause });
  const file = join(root, path);
  try {
    const stat = await lstat(file);
    if (stat.isDirectory()) return undefined;
    if (stat.isSymbolicLink()) {
      const target = await readlink(file);
      const size = Buffer.byteLength(target);
      const digest = blobHash(format, size).update(target).digest('hex');
      return { kind: 'link', path, target, size, digest };
    }
    if (!stat.isFile()) throw fail('it is neither a file nor a link');
    const executable = (stat.mode & 0o111) !== 0;
    const { size } = stat;
    if (blob?.size === size) return { kind: 'file', path, executable, size, digest: blob.id };
    const hash = blobHash(format, size);
    // A file that grows meanwhile is caught when it is sent.
    if (size > 0) await pipeline(createReadStream(file, { end: size - 1 }), hash, { signal });
    return { kind: 'file', path, executable, size, digest: hash.digest('hex') };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FailureError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      // Git gives names as bytes; what is no text arrives with a replacement character.
      if (path.includes('\ufffd')) throw fail('its name is not valid UTF-8', error);
      return undefined;
    }
    throw fail(error instanceof Error ? error.message : String(error), error);
  }
}
