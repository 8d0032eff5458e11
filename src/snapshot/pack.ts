import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pack, type Pack } from 'tar-stream';
import { FailureError } from '../model/failure.ts';
import type { ObjectFormat } from '../model/source-file.ts';
import { blobHash } from './blob-hash.ts';
import { listingText } from './listing.ts';
import type { ListedEntry, Snapshot, SnapshotEntry } from './snapshot.ts';

/** Equal trees give equal bytes, and builds never see a time from the future. */
const mtime = new Date(1000);

/** Up to this, a file is read as a whole, and some ahead of the one that is packed. */
const smallFileBytes = 1024 * 1024;
const filesAhead = 16;

type FileEntry = Extract<SnapshotEntry, { kind: 'file' }>;

/**
 * Entries of a snapshot as a tar stream: their lines as the file `listing`, then what they stand
 * for below `tree/`. A file that changed since the snapshot was taken ends the stream with an error: what
 * arrives is what was hashed, or nothing.
 */
export function packEntries(
  { root, format }: Pick<Snapshot, 'root' | 'format'>,
  entries: readonly ListedEntry[],
  signal: AbortSignal,
): Readable {
  const tar = pack();
  const listing = listingText(entries.map(({ line }) => line));
  tar.entry({ name: 'listing', mode: 0o644, mtime }, listing);
  void addEntries(tar, { root, format, entries, signal }).then(
    () => tar.finalize(),
    (error: unknown) => tar.destroy(error as Error),
  );
  return Readable.from(tar, { objectMode: false });
}

interface Job {
  root: string;
  format: ObjectFormat;
  entries: readonly SnapshotEntry[];
  signal: AbortSignal;
}

async function addEntries(tar: Pack, { root, format, entries, signal }: Job): Promise<void> {
  const ahead = new Map<SnapshotEntry, Promise<Buffer>>();
  let next = 0;
  for (const [index, entry] of entries.entries()) {
    signal.throwIfAborted();
    for (; next < Math.min(entries.length, index + filesAhead); next += 1) {
      const coming = entries[next];
      if (coming?.kind !== 'file' || coming.size === 0 || coming.size > smallFileBytes) continue;
      const content = readFile(join(root, coming.path));
      // Told when its turn comes.
      content.catch(() => undefined);
      ahead.set(coming, content);
    }
    if (entry.kind === 'link') {
      const name = `tree/${entry.path}`;
      tar.entry({ name, type: 'symlink', linkname: entry.target, mtime });
    } else {
      await addFile(tar, { root, format, entry, content: ahead.get(entry), signal });
      ahead.delete(entry);
    }
  }
}

interface FileJob {
  root: string;
  format: ObjectFormat;
  entry: FileEntry;
  /** Of a small file. */
  content: Promise<Buffer> | undefined;
  signal: AbortSignal;
}

async function addFile(tar: Pack, job: FileJob): Promise<void> {
  const { root, format, entry, signal } = job;
  const { path, size, executable, digest } = entry;
  const mode = executable ? 0o755 : 0o644;
  const header = { name: `tree/${path}`, size, mode, mtime };
  const fail = (detail: string, cause?: unknown): FailureError =>
    new FailureError({ kind: 'snapshot_failed', step: 'send', path, detail }, { cause });
  const hash = blobHash(format, size);
  try {
    if (size === 0) tar.entry(header, '');
    else if (job.content !== undefined) {
      const content = await job.content;
      hash.update(content);
      if (content.length === size) await written(tar, header, content);
    } else {
      const hashing = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      // The end is read up to the size in the header; a file that grew is caught by its digest.
      const file = createReadStream(join(root, path), { end: size - 1 });
      const sink = tar.entry(header) as unknown as NodeJS.WritableStream;
      await pipeline(file, hashing, sink, { signal });
    }
  } catch (error) {
    signal.throwIfAborted();
    throw fail(error instanceof Error ? error.message : String(error), error);
  }
  if (hash.digest('hex') !== digest) throw fail('it changed while the snapshot was sent');
}

/** Adds a whole file and waits until there is room for the next one. */
function written(tar: Pack, header: Parameters<Pack['entry']>[0], content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry(header, content, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
