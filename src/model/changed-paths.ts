/** The paths between a base and a head, or why they cannot be told. */
export type ChangedPaths =
  | {
      kind: 'known';
      base: string;
      head: string;
      paths: readonly string[];
      /** What had to be done to find out. */
      notes: readonly string[];
    }
  | { kind: 'unknown'; base: string | null; head: string | null; why: string };
