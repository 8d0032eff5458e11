import { createReadStream, readFileSync } from 'node:fs';
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

/** Up to this, a file is read as a whole. */
const smallFileBytes = 256 * 1024;
/** Compressing costs a switch of threads a block, whatever its size. */
const blockBytes = 1024 * 1024;

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
  return inBlocks(tar);
}

function inBlocks(tar: Pack): Readable {
  let held: Buffer[] = [];
  let bytes = 0;
  const blocks = new Readable({
    read: () => void tar.resume(),
    destroy: (error, done) => {
      tar.destroy(error ?? undefined);
      done(error);
    },
  });
  const flush = (): void => {
    if (bytes > 0 && !blocks.push(Buffer.concat(held))) tar.pause();
    held = [];
    bytes = 0;
  };
  tar.on('data', (chunk) => {
    const part = chunk as Buffer;
    held.push(part);
    bytes += part.length;
    if (bytes >= blockBytes) flush();
  });
  tar.on('end', () => {
    flush();
    blocks.push(null);
  });
  tar.on('error', (error) => blocks.destroy(error));
  return blocks;
}

interface Job {
  root: string;
  format: ObjectFormat;
  entries: readonly SnapshotEntry[];
  signal: AbortSignal;
}

async function addEntries(tar: Pack, { root, format, entries, signal }: Job): Promise<void> {
  for (const entry of entries) {
    signal.throwIfAborted();
    if (entry.kind === 'link') {
      const name = `tree/${entry.path}`;
      tar.entry({ name, type: 'symlink', linkname: entry.target, mtime });
    } else await addFile(tar, { root, format, entry, signal });
  }
}

interface FileJob {
  root: string;
  format: ObjectFormat;
  entry: FileEntry;
  signal: AbortSignal;
}

async function addFile(tar: Pack, { root, format, entry, signal }: FileJob): Promise<void> {
  const { path, size, executable, digest } = entry;
  const file = join(root, path);
  const header = { name: `tree/${path}`, size, mode: executable ? 0o755 : 0o644, mtime };
  const hash = blobHash(format, size);
  try {
    if (size <= smallFileBytes) {
      // Without a wait: reading thousands of small files one by one costs more than their bytes.
      const content = readFileSync(file);
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
      const sink = tar.entry(header) as unknown as NodeJS.WritableStream;
      await pipeline(createReadStream(file, { end: size - 1 }), hashing, sink, { signal });
    }
  } catch (error) {
    signal.throwIfAborted();
    throw sendFailure(path, error instanceof Error ? error.message : String(error), error);
  }
  if (hash.digest('hex') !== digest) {
    throw sendFailure(path, 'it changed while the snapshot was sent');
  }
}

function sendFailure(path: string, detail: string, cause?: unknown): FailureError {
  return new FailureError({ kind: 'snapshot_failed', step: 'send', path, detail }, { cause });
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
