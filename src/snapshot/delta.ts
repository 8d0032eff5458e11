import { lineIdLength, listingText } from './listing.ts';
import type { ListedEntry, Snapshot } from './snapshot.ts';

/** A snapshot as the difference to another one. */
export interface Delta {
  /** Entries that the base lacks. */
  added: readonly ListedEntry[];
  /** Numbers of the base's listing lines that the snapshot lacks, from 1, ascending. */
  gone: readonly number[];
}

/** @param baseIds the ids of the lines of the base's listing, in its order, in one string */
export function deltaTo({ entries }: Snapshot, baseIds: string): Delta {
  const base = Array.from({ length: Math.floor(baseIds.length / lineIdLength) }, (_, index) =>
    baseIds.slice(index * lineIdLength, (index + 1) * lineIdLength),
  );
  const idOf = ({ line }: ListedEntry): string => line.slice(0, lineIdLength);
  const known = new Set(base);
  const wanted = new Set(entries.map(idOf));
  return {
    added: entries.filter((entry) => !known.has(idOf(entry))),
    gone: base.flatMap((id, index) => (wanted.has(id) ? [] : [index + 1])),
  };
}

/**
 * What makes the base's listing the snapshot's: the numbers of lines that go, in ranges like `3 7`
 * on a line each; an empty line; the lines that come.
 */
export function differenceText({ added, gone }: Delta): string {
  const ranges = rangesOf(gone).map(({ first, last }) => `${first} ${last}`);
  return listingText([...ranges, '', ...added.map(({ line }) => line)]);
}

function rangesOf(numbers: readonly number[]): readonly { first: number; last: number }[] {
  const ranges: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range?.last === number - 1) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges;
}
