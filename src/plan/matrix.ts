import { FailureError } from '../model/failure.ts';
import type { ChangePlan, MatrixLeg } from '../model/change-plan.ts';
import { laneWord } from '../model/leg-scope.ts';

/** https://docs.github.com/actions/reference/limits */
const legLimit = 256;
const outputLimitBytes = 1024 * 1024;

export const groupings = ['lane', 'target'] as const;
export type Grouping = (typeof groupings)[number];

/**
 * The legs of a plan: one a lane, or one a target whose lanes run inside it, with time for all of
 * them one after the other.
 * @throws FailureError `matrix_too_large`
 */
export function matrixLegs(plan: ChangePlan, grouping: Grouping): readonly MatrixLeg[] {
  const legs = grouping === 'lane' ? plan.include : byTarget(plan.include);
  if (legs.length > legLimit) {
    throw new FailureError({
      cause: 'matrix_too_large',
      legs: legs.length,
      limit: legLimit,
      grouping,
    });
  }
  return legs;
}

/**
 * Checks that an output is one that GitHub takes; it counts UTF-16.
 * @throws FailureError `output_too_large`
 */
export function checkOutput(name: string, value: string): string {
  const bytes = value.length * 2;
  if (bytes <= outputLimitBytes) return value;
  throw new FailureError({
    cause: 'output_too_large',
    output: name,
    bytes,
    limit: outputLimitBytes,
  });
}

/** Changed paths as an output: cut at whole paths, because nobody's plan may fail of their number. */
export function cappedPaths(paths: readonly string[]): string {
  const kept: string[] = [];
  let length = 2;
  for (const path of paths) {
    length += JSON.stringify(path).length + 1;
    if (length * 2 > outputLimitBytes / 2) break;
    kept.push(path);
  }
  return JSON.stringify(kept);
}

function byTarget(legs: readonly MatrixLeg[]): MatrixLeg[] {
  const targets = new Map<string, MatrixLeg>();
  for (const leg of legs) {
    const group = targets.get(leg.target);
    if (group === undefined) {
      const lane = laneWord({ kind: 'target' });
      targets.set(leg.target, { ...leg, id: leg.target, lane, title: leg.group });
    } else {
      group.timeout_minutes += leg.timeout_minutes;
      if (group.runner !== leg.runner) group.runner = 'mixed';
    }
  }
  return [...targets.values()];
}
