/** Times as records have them. */
export function timestamp(at: Date = new Date()): string {
  return at.toISOString();
}

export interface Span {
  started_at: string;
  finished_at: string;
  duration_ms: number;
}

/** Starts measuring; calling the result says how long it was. Monotonic, whatever the clock does. */
export function startSpan(): () => Span {
  const startedAt = timestamp();
  const start = performance.now();
  return () => ({
    started_at: startedAt,
    finished_at: timestamp(),
    duration_ms: Math.round(performance.now() - start),
  });
}
