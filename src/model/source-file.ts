/** A file of the workspace that may go into a snapshot. */
export interface SourceFile {
  /** Relative to the workspace's root, with `/`. */
  path: string;
  /** What git knows of its content, where it vouches that the file lies as it was committed. */
  blob: Blob | undefined;
}

export interface Blob {
  /** Git's id of the content. */
  id: string;
  /** In bytes. */
  size: number;
}

/** How a repository makes ids: SHA-1, or SHA-256 in repositories that were made so. */
export type ObjectFormat = 'sha1' | 'sha256';
