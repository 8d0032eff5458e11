/** A workspace's files at one moment, named by their content. */
export interface Snapshot {
  /** Folder that the paths are relative to. */
  root: string;
  /** 64 hex digits: the same tree has the same hash everywhere, any difference another one. */
  hash: string;
  entries: readonly SnapshotEntry[];
  /** Sum of the sizes of files. */
  bytes: number;
}

/** Paths are relative with `/`, in byte order. */
export type SnapshotEntry =
  | { kind: 'file'; path: string; executable: boolean; size: number; digest: string }
  | { kind: 'link'; path: string; target: string };
