import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { FailureError } from '../model/failure.ts';
import { blobHash, blobIdInPlace } from './blob-hash.ts';
import { blockBytes, BlockWriter, type Block } from './blocks.ts';
import { listingText } from './listing.ts';
import type { ListedEntry, Snapshot, SnapshotEntry } from './snapshot.ts';
import { paxExtension, recordBytes, writeHeader, type TarEntry } from './tar-header.ts';

type Source = Pick<Snapshot, 'root' | 'format'>;
type FileEntry = Extract<SnapshotEntry, { kind: 'file' }>;

/**
 * Entries of a snapshot as a tar: their lines as the file `listing`, then what they stand for
 * below `tree/`. A file that changed since the snapshot was taken ends it with an error: what
 * arrives is what was hashed, or nothing.
 *
 * Reads without a wait: waiting for thousands of small files costs more than reading them.
 * @throws FailureError `snapshot_failed`; `signal.reason`
 */
export function* packEntries(
  source: Source,
  entries: readonly ListedEntry[],
  signal: AbortSignal,
): Generator<Block> {
  const tar = new BlockWriter(recordBytes);
  yield* packListing(tar, Buffer.from(listingText(entries.map(({ line }) => line))));
  for (const entry of alikeTogether(entries)) {
    signal.throwIfAborted();
    const inTar = { ...entry, path: `tree/${entry.path}` };
    const extension = paxExtension(inTar);
    if (extension.length > 0) extension.copy(yield* tar.place(extension.length));
    if (entry.kind === 'link') writeHeader(yield* tar.place(recordBytes), inTar);
    else if (recordBytes + entry.size > blockBytes) yield* packLargeFile(tar, source, entry, inTar);
    else packFile(yield* tar.place(recordBytes + entry.size), source, entry, inTar);
  }
  (yield* tar.place(2 * recordBytes)).fill(0);
  yield* tar.end();
}

/** Those of one name beside each other, as they are often much the same and then compress well. */
function alikeTogether(entries: readonly ListedEntry[]): readonly ListedEntry[] {
  const byName = Map.groupBy(entries, ({ path }) => basename(path));
  return [...byName.values()].flat();
}

function* packListing(tar: BlockWriter, listing: Buffer): Generator<Block> {
  const entry = { kind: 'file', path: 'listing', executable: false, size: listing.length } as const;
  writeHeader(yield* tar.place(recordBytes), entry);
  for (let start = 0; start < listing.length; start += blockBytes) {
    const part = listing.subarray(start, start + blockBytes);
    part.copy(yield* tar.place(part.length));
  }
}

function packFile(
  place: Buffer,
  { root, format }: Source,
  { path, digest }: FileEntry,
  inTar: TarEntry,
): void {
  using file = new OpenFile(root, path);
  file.fill(place.subarray(recordBytes));
  // The header's place is where git's prefix has to stand while the content is hashed.
  if (blobIdInPlace(format, place, recordBytes) !== digest) throw changed(path);
  writeHeader(place, inTar);
}

function* packLargeFile(
  tar: BlockWriter,
  { root, format }: Source,
  { path, size, digest }: FileEntry,
  inTar: TarEntry,
): Generator<Block> {
  writeHeader(yield* tar.place(recordBytes), inTar);
  const hash = blobHash(format, size);
  using file = new OpenFile(root, path);
  for (let left = size; left > 0; left -= blockBytes) {
    const part = yield* tar.place(Math.min(left, blockBytes));
    file.fill(part);
    hash.update(part);
  }
  if (hash.digest('hex') !== digest) throw changed(path);
}

class OpenFile implements Disposable {
  readonly #path: string;
  readonly #descriptor: number;

  constructor(root: string, path: string) {
    this.#path = path;
    this.#descriptor = this.#attempt(() => openSync(`${root}/${path}`, 'r'));
  }

  /** Reads what comes next, as much as the buffer takes. */
  fill(buffer: Buffer): void {
    for (let filled = 0; filled < buffer.length;) {
      const left = buffer.length - filled;
      const read = this.#attempt(() => readSync(this.#descriptor, buffer, filled, left, null));
      if (read === 0) throw changed(this.#path);
      filled += read;
    }
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }

  #attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      throw sendFailure(this.#path, detail, error);
    }
  }
}

function changed(path: string): FailureError {
  return sendFailure(path, 'it changed while the snapshot was sent');
}

function sendFailure(path: string, detail: string, cause?: unknown): FailureError {
  return new FailureError({ kind: 'snapshot_failed', step: 'send', path, detail }, { cause });
}
