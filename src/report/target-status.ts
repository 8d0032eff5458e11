import type { LaneOutcome, Outcome } from '../model/outcome.ts';
import { counts } from './compact-status.ts';

/** One target of a workflow run, for a commit status. */
export interface TargetStatus {
  target: string;
  /** GitHub's own words; `error` is what is nobody's test failure. */
  state: 'success' | 'failure' | 'error';
  description: string;
  /** Where its first lane in trouble is to be seen; nothing where there is none. */
  link: string | undefined;
}

/** A status a target, intended skips included: whoever requires it must not wait for ever. */
export function targetStatuses(outcome: Outcome): TargetStatus[] {
  const { lanes, skipped, unexplained, state } = outcome;
  const run = Map.groupBy(lanes, ({ target }) => target);
  const idle = Map.groupBy(skipped, ({ target }) => target);
  const statuses = [
    ...[...run].map(([target, its]) => targetStatus(target, its)),
    ...[...idle].map(([target, [first]]) => ({
      target,
      state: 'success' as const,
      description: `skipped; ${first?.reason ?? ''}`,
      link: undefined,
    })),
  ];
  if (!unexplained) return statuses;
  return statuses.map((status) => ({
    ...status,
    state: 'error' as const,
    description: `the workflow run ${state === 'cancelled' ? 'was cancelled' : 'failed'}, and no lane says why`,
    link: undefined,
  }));
}

function targetStatus(target: string, lanes: readonly LaneOutcome[]): TargetStatus {
  const trouble =
    lanes.find(({ state }) => state === 'failed') ??
    lanes.find(({ state }) => state === 'missing' || state === 'cancelled');
  if (trouble === undefined) {
    return { target, state: 'success', description: counts(lanes), link: lanes[0]?.link };
  }
  return {
    target,
    state: trouble.state === 'failed' ? 'failure' : 'error',
    description: `${counts(lanes)} · ${trouble.id}: ${trouble.message ?? trouble.state}`,
    link: trouble.link,
  };
}
