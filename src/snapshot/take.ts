import { isUtf8 } from 'node:buffer';
import { createReadStream, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { FailureError } from '../model/failure.ts';
import type { ObjectFormat, SourceFile } from '../model/source-file.ts';
import { blobHash } from './blob-hash.ts';
import { hashListing, lineOf } from './listing.ts';
import { escapeBytes, RealFolders } from './real-folders.ts';
import type { ListedEntry, Snapshot, SnapshotEntry } from './snapshot.ts';

/** Up to this, a file is read as a whole, without a wait. */
const smallFileBytes = 256 * 1024;

/** In bytes; Linux takes no longer one. A file of more cannot be meant as a link. */
const longestTarget = 4095;

/** Larger files read at once: enough to keep a disk busy, few enough for any descriptor limit. */
const readers = 16;

export interface Source {
  /** Absolute path of the workspace. */
  root: string;
  format: ObjectFormat;
  /** In byte order of their paths. */
  files: readonly SourceFile[];
}

/**
 * Takes a snapshot of a workspace. Names that are gone, are folders or lie behind a link are passed
 * over; sockets and devices are refused, and so is what is no UTF-8, which no Mac could hold. Files
 * that git vouches for are not looked at: what is sent of them is checked.
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
  const folders = new RealFolders(root);
  let next = 0;
  const reader = async (): Promise<void> => {
    for (;;) {
      const index = next;
      next += 1;
      // Most files are looked at without a wait; the process has other things to do as well.
      if (index % 500 === 0) await setImmediate();
      signal.throwIfAborted();
      const file = wanted[index];
      if (file === undefined) return;
      const looked = entryOf(file) ?? look(root, format, folders, file);
      const entry =
        looked?.kind === 'unread' ? await readEntry(root, format, looked, signal) : looked;
      if (entry !== undefined) entries[index] = { ...entry, line: lineOf(entry) };
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  const present = entries.filter((entry) => entry !== undefined);
  const bytes = present.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0);
  return { root, format, hash: hashListing(present), entries: present, bytes };
}

interface UnreadFile {
  kind: 'unread';
  path: string;
  executable: boolean;
  size: number;
}

/** As git knows it. */
function entryOf({ path, known }: SourceFile): SnapshotEntry | undefined {
  // A name that is no text arrives with a replacement character, and is to be looked for.
  if (known === undefined || path.includes('\ufffd')) return undefined;
  const { executable, size, id: digest, at } = known;
  return { kind: 'file', path, executable, size, digest, ...(at !== undefined && { at }) };
}

/** What can be said of a file without reading it; nothing where there is none. */
function look(
  root: string,
  format: ObjectFormat,
  folders: RealFolders,
  { path, form }: SourceFile,
): SnapshotEntry | UnreadFile | undefined {
  const file = `${root}/${path}`;
  try {
    const notText = path.includes('\ufffd') ? folders.notTextFor(path) : undefined;
    if (notText !== undefined) throw new Error(`its name is not valid UTF-8: ${notText}`);
    if (!folders.hasParentsOf(path)) return undefined;
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    if (stat.isDirectory()) return undefined;
    if (stat.isSymbolicLink()) {
      return linkEntry(format, path, readlinkSync(file, 'buffer'));
    }
    if (!stat.isFile()) throw new Error('it is neither a file nor a link');
    if (form === 'link' && stat.size <= longestTarget) {
      return linkEntry(format, path, readFileSync(file));
    }
    const executable = form === undefined ? (stat.mode & 0o111) !== 0 : form === 'executable';
    return { kind: 'unread', path, executable, size: stat.size };
  } catch (error) {
    throw readFailure(path, error);
  }
}

function linkEntry(format: ObjectFormat, path: string, bytes: Buffer): SnapshotEntry {
  if (!isUtf8(bytes)) throw new Error(`its target is not valid UTF-8: ${escapeBytes(bytes)}`);
  const digest = blobHash(format, bytes.length).update(bytes).digest('hex');
  return { kind: 'link', path, target: bytes.toString(), size: bytes.length, digest };
}

async function readEntry(
  root: string,
  format: ObjectFormat,
  { path, executable, size }: UnreadFile,
  signal: AbortSignal,
): Promise<SnapshotEntry | undefined> {
  const hash = blobHash(format, size);
  try {
    const file = `${root}/${path}`;
    // A file that grows meanwhile is caught when it is sent.
    if (size <= smallFileBytes) hash.update(readFileSync(file).subarray(0, size));
    else await pipeline(createReadStream(file, { end: size - 1 }), hash, { signal });
    return { kind: 'file', path, executable, size, digest: hash.digest('hex') };
  } catch (error) {
    signal.throwIfAborted();
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw readFailure(path, error);
  }
}

function readFailure(path: string, error: unknown): FailureError {
  const detail = error instanceof Error ? error.message : String(error);
  return new FailureError(
    { cause: 'snapshot_failed', step: 'read', path, detail },
    { cause: error },
  );
}
