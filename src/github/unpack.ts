import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Entry, ZipFile } from 'yauzl';

export interface UnpackLimits {
  /** Of an archive, as it is downloaded. */
  packed: number;
  /** Names in it, whether they are wanted or not. */
  files: number;
  /** Of all of its files that are taken. */
  bytes: number;
  /** Of all files that are taken out of all archives. */
  bytesOfAll: number;
}

const gibibyte = 1024 ** 3;

/** Far above what any leg leaves, far below what a runner's disk holds. */
export const usualLimits: UnpackLimits = {
  packed: 6 * gibibyte,
  files: 200_000,
  bytes: 4 * gibibyte,
  bytesOfAll: 8 * gibibyte,
};

/** The most bytes that a file may have to be taken, by its path; nothing where it is not wanted. */
export type Wanted = (name: string) => number | undefined;

/** As a runner's file system takes it, folders and all. */
const nameBytes = 1024;

/**
 * Unpacks what is wanted of an archive that somebody else may have made into a folder of its own,
 * which is new. Paths that lead out of it are refused, and links, parts that lie over each other, and
 * more than the limits allow, before anything is written that breaks them. Archives within it stay
 * as they are.
 * @param how `room` is what is left for all archives together; it gets less
 * @returns the files' paths below the folder, sorted
 * @throws Error that says what is wrong with the archive
 */
export async function unpack(
  archive: string,
  folder: string,
  how: { wanted: Wanted; limits: UnpackLimits; room: { bytes: number } },
  signal: AbortSignal,
): Promise<string[]> {
  const { wanted, limits, room } = how;
  // Who uploads loads this file, too, and reads nothing.
  const { openPromise } = await import('yauzl');
  // It checks that names are relative and without `..`, and sizes against what the archive says.
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
  try {
    await mkdir(folder);
    const files: string[] = [];
    let seen = 0;
    let packed = 0;
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted();
      const { fileName: name, uncompressedSize: size } = entry;
      seen += 1;
      packed += entry.compressedSize;
      if (seen > limits.files) throw new Error(`it holds more than ${limits.files} files`);
      // What one byte of an archive can unpack to has a bound, unless many entries share it.
      if (packed > zip.fileSize) throw new Error('its files lie over each other');
      checkEntry(entry);
      const most = name.endsWith('/') ? undefined : wanted(name);
      if (most === undefined || size > most) continue;
      bytes += size;
      if (bytes > limits.bytes) throw new Error(`it unpacks to more than ${limits.bytes} bytes`);
      room.bytes -= size;
      if (room.bytes < 0) {
        throw new Error(`all artifacts unpack to more than ${limits.bytesOfAll} bytes`);
      }
      await writeEntry(zip, entry, join(folder, name), signal);
      files.push(name);
    }
    // An archive has them in the order in which they were read.
    return files.sort();
  } finally {
    zip.close();
  }
}

function checkEntry({ fileName: name, externalFileAttributes }: Entry): void {
  if (Buffer.byteLength(name) > nameBytes) {
    throw new Error(`a name in it has more than ${nameBytes} bytes`);
  }
  const type = (externalFileAttributes >>> 16) & typeMask;
  const isPlain = type === 0 || type === plainFile || (type === folderType && name.endsWith('/'));
  if (!isPlain) throw new Error(`${name} is not a plain file`);
}

async function writeEntry(
  zip: ZipFile,
  entry: Entry,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const mode = entry.externalFileAttributes >>> 16;
  await mkdir(dirname(path), { recursive: true });
  const content = await zip.openReadStreamPromise(entry);
  // `wx`: of two entries of one name, the second is refused. No bit but the permissions counts.
  const file = createWriteStream(path, { flags: 'wx', mode: (mode & 0o777) | 0o600 });
  await pipeline(content, file, { signal });
}

const typeMask = 0o170000;
const plainFile = 0o100000;
const folderType = 0o040000;
