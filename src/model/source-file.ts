/** A file of the workspace that may go into a snapshot. */
export interface SourceFile {
  /** Relative to the workspace's root, with `/`. */
  path: string;
  /** What git knows of it, where it vouches that the file lies as it was committed. */
  known: KnownFile | undefined;
  /** As git has it, where the disk cannot hold such a thing (core.fileMode, core.symlinks). */
  form?: 'plain' | 'executable' | 'link' | undefined;
}

/** A regular file whose bytes are a blob of git's. */
export interface KnownFile {
  executable: boolean;
  /** In bytes. */
  size: number;
  /** Git's id of the content. */
  id: string;
  /** Absolute path of where it lies, if that is not where the workspace has it. */
  at?: string;
}

/** How a repository makes ids: SHA-1, or SHA-256 in repositories that were made so. */
export type ObjectFormat = 'sha1' | 'sha256';
