import { createHash, hash, type Hash } from 'node:crypto';
import type { ObjectFormat } from '../model/source-file.ts';

/** A hash of a file's content that ends as git's id of it, given the content's size in bytes. */
export function blobHash(format: ObjectFormat, size: number): Hash {
  return createHash(format).update(blobPrefix(size));
}

/**
 * Git's id of the content that lies in a buffer from `start` on, in one call and without a copy.
 * Writes over up to 32 bytes before it.
 */
export function blobIdInPlace(format: ObjectFormat, bytes: Buffer, start: number): string {
  const prefix = blobPrefix(bytes.length - start);
  const from = start - prefix.length;
  bytes.write(prefix, from, 'latin1');
  return hash(format, bytes.subarray(from), 'hex');
}

function blobPrefix(size: number): string {
  return `blob ${size}\0`;
}
