import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { compareBytes } from '../model/byte-order.ts';
import type { ListedEntry, SnapshotEntry } from './snapshot.ts';

/** Changes whenever trees are listed otherwise, so that no old copy is taken for a new one. */
const format = 'pikaci-snapshot-2';

/** Hex digits at the start of a line that stand for the whole line. */
export const shortIdLength = 8;

/**
 * What stands for a file in a listing: short id, mode, digest, size, path. A host keeps the listing
 * beside its copy of the tree, and so can say what it has in a few bytes a file, and turn the
 * listing of one snapshot into that of the next with nothing but text tools. The short id steers
 * only: what comes out is compared by its hash.
 */
export function lineOf(entry: SnapshotEntry): string {
  const content = `${modeOf(entry)} ${entry.digest} ${entry.size} ${escapePath(entry.path)}`;
  return `${crc32(content).toString(16).padStart(shortIdLength, '0')} ${content}`;
}

/** The hash of a tree: of its lines, none of which a name in it can forge. */
export function hashListing(entries: readonly ListedEntry[]): string {
  const lines = entries.map(({ line }) => line).sort(compareBytes);
  return createHash('sha256')
    .update(listingText([format, ...lines]))
    .digest('hex');
}

export function listingText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** A shell function that prints the hash of the sorted listing in file `$1`, as {@link hashListing} makes it. */
export const hashListingShell = String.raw`
hash_listing() {
  { echo ${format} && cat "$1"; } |
    if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -c 1-64
}
`;

/** As git writes modes. */
function modeOf(entry: SnapshotEntry): string {
  if (entry.kind === 'link') return '120000';
  return entry.executable ? '100755' : '100644';
}

/** On one line; the host makes the path of it again. */
function escapePath(path: string): string {
  return path.replace(/[\\\n]/g, (it) => (it === '\n' ? String.raw`\n` : String.raw`\\`));
}
