import type { ObjectFormat } from '../model/source-file.ts';

/** A workspace's files at one moment, named by their content. */
export interface Snapshot {
  /** Folder that the paths are relative to. */
  root: string;
  /** What made the digests of the entries. */
  format: ObjectFormat;
  /** 64 hex digits: the same tree has the same hash everywhere, any difference another one. */
  hash: string;
  /** In byte order of their paths. */
  entries: readonly ListedEntry[];
  /** Sum of the sizes of files. */
  bytes: number;
}

/**
 * Paths are relative with `/`. Digests are git's ids of the content (of a link's target), so that
 * what git vouches for need not be read.
 */
export type SnapshotEntry =
  | {
      kind: 'file';
      path: string;
      executable: boolean;
      size: number;
      digest: string;
      /** Absolute path, of what does not lie below the root. */
      at?: string;
    }
  | { kind: 'link'; path: string; target: string; size: number; digest: string };

/** With the line that stands for it in the snapshot's listing. */
export type ListedEntry = SnapshotEntry & { line: string };
