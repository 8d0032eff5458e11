/** The first index for which it holds, where it holds for all behind that; `length` for none. */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether ascending numbers contain one. */
export function contains(sorted: readonly number[], value: number): boolean {
  return sorted[firstIndex(sorted.length, (index) => (sorted[index] ?? 0) >= value)] === value;
}
