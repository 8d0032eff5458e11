import { closeSync, constants, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { FailureError } from '../model/failure.ts';
import { blobHash, blobIdInPlace } from './blob-hash.ts';
import { blockBytes, BlockWriter, type Block } from './blocks.ts';
import type { ListedEntry, Snapshot, SnapshotEntry } from './snapshot.ts';
import { paxExtension, recordBytes, writeHeader } from './tar-header.ts';

type Source = Pick<Snapshot, 'root' | 'format'>;
type FileEntry = Extract<SnapshotEntry, { kind: 'file' }>;

/**
 * What entries of a snapshot stand for, as a tar. A file that changed since the snapshot was taken
 * ends it with an error: what arrives is what was hashed, or nothing.
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
  for (const entry of alikeTogether(entries)) {
    signal.throwIfAborted();
    const extension = paxExtension(entry);
    if (extension.length > 0) extension.copy(yield* tar.place(extension.length));
    if (entry.kind === 'link') writeHeader(yield* tar.place(recordBytes), entry);
    else if (recordBytes + entry.size > blockBytes) yield* packLargeFile(tar, source, entry);
    else packFile(yield* tar.place(recordBytes + entry.size), source, entry);
  }
  (yield* tar.place(2 * recordBytes)).fill(0);
  yield* tar.end();
}

/** Those of one name beside each other, as they are often much the same and then compress well. */
function alikeTogether(entries: readonly ListedEntry[]): readonly ListedEntry[] {
  const byName = Map.groupBy(entries, ({ path }) => basename(path));
  return [...byName.values()].flat();
}

function packFile(place: Buffer, { root, format }: Source, entry: FileEntry): void {
  const { path, digest } = entry;
  using file = new OpenFile(root, entry);
  file.fill(place.subarray(recordBytes));
  // The header's place is where git's prefix has to stand while the content is hashed.
  if (blobIdInPlace(format, place, recordBytes) !== digest) throw changed(path);
  writeHeader(place, entry);
}

function* packLargeFile(
  tar: BlockWriter,
  { root, format }: Source,
  entry: FileEntry,
): Generator<Block> {
  const { path, size, digest } = entry;
  writeHeader(yield* tar.place(recordBytes), entry);
  const hash = blobHash(format, size);
  using file = new OpenFile(root, entry);
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

  constructor(root: string, { path, at = `${root}/${path}` }: FileEntry) {
    this.#path = path;
    this.#descriptor = this.#attempt(() => openSync(at, constants.O_RDONLY | constants.O_NOFOLLOW));
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
  return new FailureError({ cause: 'snapshot_failed', step: 'send', path, detail }, { cause });
}
