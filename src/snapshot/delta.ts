import { shortIdLength } from './listing.ts';
import type { ListedEntry, Snapshot } from './snapshot.ts';

/** A snapshot as the difference to another one. */
export interface Delta {
  /** Entries that the base lacks. */
  added: readonly ListedEntry[];
  /** Numbers of the base's listing lines that the snapshot lacks, from 1, ascending. */
  gone: readonly number[];
}

/** @param baseIds the short ids of the base's listing, in its order, in one string */
export function deltaTo({ entries }: Snapshot, baseIds: string): Delta {
  const base = Array.from({ length: Math.floor(baseIds.length / shortIdLength) }, (_, index) =>
    baseIds.slice(index * shortIdLength, (index + 1) * shortIdLength),
  );
  const idOf = ({ line }: ListedEntry): string => line.slice(0, shortIdLength);
  const known = new Set(base);
  const wanted = new Set(entries.map(idOf));
  return {
    added: entries.filter((entry) => !known.has(idOf(entry))),
    gone: base.flatMap((id, index) => (wanted.has(id) ? [] : [index + 1])),
  };
}

/** Line numbers as sed takes them to delete: `3d;7,9d`. */
export function sedDeletion(lines: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const line of lines) {
    const range = ranges.at(-1);
    if (range?.last === line - 1) range.last = line;
    else ranges.push({ first: line, last: line });
  }
  return ranges
    .map(({ first, last }) => (first === last ? `${first}d` : `${first},${last}d`))
    .join(';');
}
