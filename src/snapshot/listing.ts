import { createHash, hash } from 'node:crypto';
import { compareBytes } from '../model/byte-order.ts';
import type { ListedEntry, SnapshotEntry } from './snapshot.ts';

/** Changes whenever trees are listed otherwise, so that no old copy is taken for a new one. */
export const listingFormat = 'pikaci-snapshot-3';

/** Hex digits at the start of a line that stand for the whole line: 128 bits of its SHA-256. */
export const lineIdLength = 32;

/**
 * What stands for a file in a listing: id, mode, digest, size, path. A host keeps the listing
 * beside its copy of the tree, and so can say what it has in a few bytes a file, and turn the
 * listing of one snapshot into that of the next with nothing but text tools. The id says what a
 * host need not be sent, so nobody may be able to make two lines of one id.
 */
export function lineOf(entry: SnapshotEntry): string {
  const content = `${modeOf(entry)} ${entry.digest} ${entry.size} ${escapePath(entry.path)}`;
  return `${hash('sha256', content, 'hex').slice(0, lineIdLength)} ${content}`;
}

/** The hash of a tree: of its lines, none of which a name in it can forge. */
export function hashListing(entries: readonly ListedEntry[]): string {
  const lines = entries.map(({ line }) => line).sort(compareBytes);
  return createHash('sha256')
    .update(listingText([listingFormat, ...lines]))
    .digest('hex');
}

export function listingText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** As git writes modes. */
function modeOf(entry: SnapshotEntry): string {
  if (entry.kind === 'link') return '120000';
  return entry.executable ? '100755' : '100644';
}

/** On one line; the host makes the path of it again. */
function escapePath(path: string): string {
  return path.replace(/[\\\n]/g, (it) => (it === '\n' ? String.raw`\n` : String.raw`\\`));
}
