import { backends } from '../../src/core/backends.ts';
import type { Lane } from '../../src/model/target.ts';
import { planSteps, type RunStep } from '../../src/plan/make-run-plan.ts';
import { backendFor } from '../../src/run/choose-backend.ts';

/** The steps of lanes, as a run plans them. */
export function stepsOf(lanes: readonly Lane[]): RunStep[] {
  return planSteps(
    lanes,
    (lane) => backendFor(backends, lane)?.steps(lane, lane.runner.host) ?? [],
  );
}
