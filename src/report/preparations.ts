import type { PrepareTiming, RunRecord } from '../model/record.ts';

/**
 * Preparations of several runs, each once: legs that share a staged output all wait for it, and the
 * one that waited longest saw all of its making.
 */
export function preparations(runs: readonly RunRecord[]): PrepareTiming[] {
  const longest = new Map<string, PrepareTiming>();
  for (const timing of runs.flatMap(({ prepare_timings }) => prepare_timings)) {
    const known = longest.get(timing.node_id);
    if (known === undefined || timing.duration_ms > known.duration_ms) {
      longest.set(timing.node_id, timing);
    }
  }
  return [...longest.values()];
}
