import { createHash } from 'node:crypto';
import type { SnapshotEntry } from './snapshot.ts';

/** Changes whenever trees are hashed otherwise, so that no old copy is taken for a new one. */
const format = 'pikaci-snapshot-1';

/**
 * The hash of a tree: path, type, mode, link target and content of each entry. Every field has its
 * length in front, so that no two trees can write the same bytes.
 */
export function hashTree(entries: readonly SnapshotEntry[]): string {
  const hash = createHash('sha256');
  const field = (text: string): void => {
    const bytes = Buffer.from(text);
    hash.update(`${bytes.length}:`).update(bytes);
  };
  field(format);
  for (const entry of entries) {
    field(entry.path);
    field(entry.kind);
    if (entry.kind === 'link') field(entry.target);
    else {
      field(entry.executable ? 'executable' : 'plain');
      field(entry.digest);
    }
  }
  return hash.digest('hex');
}
