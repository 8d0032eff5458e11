import { createHash, type Hash } from 'node:crypto';
import type { ObjectFormat } from '../model/source-file.ts';

/** A hash of a file's content that ends as git's id of it, given the content's size in bytes. */
export function blobHash(format: ObjectFormat, size: number): Hash {
  return createHash(format).update(`blob ${size}\0`);
}
