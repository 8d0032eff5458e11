import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

export interface UnpackLimits {
  files: number;
  /** Of all files together, unpacked. */
  bytes: number;
}

/** Far above what any leg leaves, far below what a runner's disk holds. */
export const usualLimits: UnpackLimits = { files: 50_000, bytes: 4 * 1024 ** 3 };

/**
 * Unpacks an archive that somebody else may have made into a folder of its own, which is new. Paths
 * that lead out of it are refused, and links, and more than the limits allow, before anything is
 * written that breaks them.
 * @returns the files' paths below the folder, sorted
 * @throws Error that says what is wrong with the archive
 */
export async function unpack(
  archive: string,
  folder: string,
  limits: UnpackLimits,
  signal: AbortSignal,
): Promise<string[]> {
  // It checks that names are relative and without `..`, and sizes against what the archive says.
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
  try {
    await mkdir(folder);
    const files: string[] = [];
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted();
      if (entry.fileName.endsWith('/')) continue;
      bytes += entry.uncompressedSize;
      if (files.length >= limits.files) throw new Error(`it holds more than ${limits.files} files`);
      if (bytes > limits.bytes) throw new Error(`it unpacks to more than ${limits.bytes} bytes`);
      await writeEntry(zip, entry, join(folder, entry.fileName), signal);
      files.push(entry.fileName);
    }
    // An archive has them in the order in which they were read.
    return files.sort();
  } finally {
    zip.close();
  }
}

async function writeEntry(
  zip: ZipFile,
  entry: Entry,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const mode = entry.externalFileAttributes >>> 16;
  const type = mode & typeMask;
  if (type !== 0 && type !== plainFile) throw new Error(`${entry.fileName} is not a plain file`);
  await mkdir(dirname(path), { recursive: true });
  const content = await zip.openReadStreamPromise(entry);
  // `wx`: of two entries of one name, the second is refused. No bit but the permissions counts.
  const file = createWriteStream(path, { flags: 'wx', mode: (mode & 0o777) | 0o600 });
  await pipeline(content, file, { signal });
}

const typeMask = 0o170000;
const plainFile = 0o100000;
