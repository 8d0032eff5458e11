import type { PageData, Span } from '../report/html/page-data.ts';

/** Seconds between two ticks, to choose from. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400];

/** From the first thing that began to the last that ended; milliseconds. */
export interface TimeScale {
  start: number;
  length: number;
}

export function timeScale({ lanes, prepared }: PageData): TimeScale {
  const spans = [
    ...prepared,
    ...lanes.flatMap(({ span, phases }) => [...(span === null ? [] : [span]), ...phases]),
  ];
  const times = spans.flatMap(({ start, end }) => [start, end ?? start]).filter(Number.isFinite);
  // Spread arguments would overflow the stack with very many lanes.
  const start = times.reduce((least, time) => Math.min(least, time), times[0] ?? 0);
  const end = times.reduce((most, time) => Math.max(most, time), times[0] ?? 0);
  return { start, length: Math.max(end - start, 1000) };
}

/** Ticks at round numbers, milliseconds behind the start. */
export function ticks({ length }: TimeScale, most: number): number[] {
  const step =
    (steps.find((seconds) => length / (seconds * 1000) <= most) ?? length / most / 1000) * 1000;
  // One at the very end would have no room for its text.
  const count = Math.floor((length * 0.97) / step) + 1;
  return Array.from({ length: count }, (_, index) => index * step);
}

/** Where a span lies, as shares of the whole; one that has not ended reaches to the end. */
export function place(span: Span, { start, length }: TimeScale): { left: number; width: number } {
  const left = (span.start - start) / length;
  const end = span.end === null ? 1 : (span.end - start) / length;
  return { left, width: Math.max(0, end - left) };
}
