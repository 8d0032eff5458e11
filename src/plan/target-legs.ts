import type { MatrixLeg, PlanMode } from '../model/change-plan.ts';
import { laneWord, type LegScope } from '../model/leg-scope.ts';
import type { Lane, Target } from '../model/target.ts';

/** Minutes a leg may take beyond its lanes' own timeouts: checkout, boot, collecting, removal. */
const legSlackMinutes = 5;

/** The matrix legs of a target: one a lane, or a single one where the target is run as a whole. */
export function targetLegs(target: Target, mode: PlanMode): MatrixLeg[] {
  const leg = (scope: LegScope, title: string, lanes: readonly Lane[]): MatrixLeg => ({
    id: scope.kind === 'lane' ? scope.lane : target.id,
    target: target.id,
    lane: laneWord(scope),
    title,
    group: target.title,
    runner: onlyOne(lanes.map(({ runner }) => runner.kind)) ?? 'mixed',
    runs_on: lanes[0]?.runsOn ?? '',
    timeout_minutes: lanes.reduce(
      (sum, lane) => sum + Math.ceil(lane.timeoutSecs / 60),
      legSlackMinutes,
    ),
    concurrency_group: target.concurrencyGroup,
    mode,
  });
  return target.legs === 'whole'
    ? [leg({ kind: 'target' }, target.title, target.lanes)]
    : target.lanes.map((lane) =>
        leg({ kind: 'lane', lane: lane.id }, laneTitle(target, lane), [lane]),
      );
}

function laneTitle(target: Target, lane: Lane): string {
  return target.lanes.length === 1 && lane.id === target.id
    ? target.title
    : `${target.title} / ${lane.id}`;
}

function onlyOne<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
