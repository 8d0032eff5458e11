/** Browsers draw nothing beyond about 17 million pixels; what is taller scrolls in proportion. */
export const tallest = 12_000_000;

/** How far something goes beyond what is seen of it, and how far its element scrolls; pixels. */
export interface ScrollRange {
  whole: number;
  scrolled: number;
}

export function scrollRange(height: number, seen: number): ScrollRange {
  const beyond = (total: number): number => Math.max(0, total - seen);
  return { whole: beyond(height), scrolled: beyond(Math.min(height, tallest)) };
}

export function isInProportion({ whole, scrolled }: ScrollRange): boolean {
  return whole !== scrolled;
}

/** Where the element scrolls to, for a place in the whole. */
export function toScrolled(top: number, range: ScrollRange): number {
  return isInProportion(range) ? (top / range.whole) * range.scrolled : top;
}

/** The place in the whole that the element has scrolled to. */
export function toWhole(scrolled: number, range: ScrollRange): number {
  return isInProportion(range) ? (scrolled / range.scrolled) * range.whole : scrolled;
}
