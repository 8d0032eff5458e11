import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack, type Pack } from 'tar-stream';
import { FailureError } from '../model/failure.ts';
import type { Snapshot, SnapshotEntry } from './snapshot.ts';

/** Equal trees give equal bytes, and builds never see a time from the future. */
const mtime = new Date(1000);

/**
 * The snapshot's files as a tar stream. A file that changed since the snapshot was taken ends the
 * stream with an error: what arrives is what was hashed, or nothing.
 */
export function packSnapshot(snapshot: Snapshot, signal: AbortSignal): Readable {
  const tar = pack();
  void addEntries(tar, snapshot, signal).then(
    () => tar.finalize(),
    (error: unknown) => tar.destroy(error as Error),
  );
  return Readable.from(tar, { objectMode: false });
}

async function addEntries(
  tar: Pack,
  { root, entries }: Snapshot,
  signal: AbortSignal,
): Promise<void> {
  for (const entry of entries) {
    signal.throwIfAborted();
    if (entry.kind === 'file') await addFile(tar, root, entry, signal);
    else tar.entry({ name: entry.path, type: 'symlink', linkname: entry.target, mtime });
  }
}

async function addFile(
  tar: Pack,
  root: string,
  { path, size, executable, digest }: Extract<SnapshotEntry, { kind: 'file' }>,
  signal: AbortSignal,
): Promise<void> {
  const header = { name: path, size, mode: executable ? 0o755 : 0o644, mtime };
  const changed = (detail: string, cause?: unknown): FailureError =>
    new FailureError({ kind: 'snapshot_failed', step: 'send', path, detail }, { cause });
  if (size === 0) {
    tar.entry(header, '');
    return;
  }
  const sink = tar.entry(header);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    // The end is read up to the size in the header; a file that grew is caught by its digest.
    const file = createReadStream(join(root, path), { end: size - 1 });
    await pipeline(file, hashing, sink as unknown as NodeJS.WritableStream, { signal });
  } catch (error) {
    throw changed(error instanceof Error ? error.message : String(error), error);
  }
  if (hash.digest('hex') !== digest) throw changed('it changed while the snapshot was sent');
}
