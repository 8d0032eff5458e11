import type { TimeSpan } from '../model/record.ts';

/** Times as records have them. */
export function timestamp(at: Date = new Date()): string {
  return at.toISOString();
}

/** Starts measuring; calling the result says how long it was. Monotonic, whatever the clock does. */
export function startSpan(): () => TimeSpan {
  const startedAt = timestamp();
  const start = performance.now();
  return () => ({
    started_at: startedAt,
    finished_at: timestamp(),
    duration_ms: Math.round(performance.now() - start),
  });
}
