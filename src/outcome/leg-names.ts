import type { PlannedLeg, ReportPlan } from '../model/report-plan.ts';

/**
 * Under which names a leg can have left a record that concerns a planned one: ids of lanes, and null
 * for the target as a whole. A leg that is to run all lanes may have taken the target's name for the
 * lane of that name, see `scopeOfInputs`.
 */
export function legNames(
  { target, scope }: PlannedLeg,
  { grouping }: Pick<ReportPlan, 'grouping'>,
): readonly (string | null)[] {
  const own = scope.kind === 'lane' ? [scope.lane, null] : [null];
  const runsWhole = grouping === 'target' || scope.kind === 'target';
  return [...new Set(runsWhole ? [...own, target] : own)];
}
