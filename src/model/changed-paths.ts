/** The paths between a base and a head, or why they cannot be told. */
export type ChangedPaths =
  KnownPaths | { kind: 'unknown'; base: string | null; head: string | null; why: string };

export interface KnownPaths {
  kind: 'known';
  base: string;
  head: string;
  /** What the head was compared with: the last commits that both have, one at least. */
  mergeBases: readonly string[];
  paths: readonly string[];
  /** Those that stand for all below them: submodules and links to folders, before or after. */
  covers: readonly string[];
  /** What had to be done to find out. */
  notes: readonly string[];
}
