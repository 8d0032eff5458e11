import type { ChangePlan, DecidedLane } from './change-plan.ts';
import type { LegScope } from './leg-scope.ts';

/** What the report is told of the plan: the output `plan`, as compact JSON. */
export interface ReportPlan extends Pick<
  ChangePlan,
  'schema_version' | 'mode' | 'manifest_path' | 'base' | 'head' | 'selected_titles' | 'notes'
> {
  /** Attempt of the workflow run in which the plan was made: legs of earlier ones are stale. */
  attempt: number;
  created_at: string;
  /** What a leg of the matrix runs: a lane, or all of a target's. */
  grouping: 'lane' | 'target';
  include: readonly PlannedLeg[];
  skipped: readonly DecidedLane[];
}

/** A leg as it is planned, before the matrix makes one of all lanes of a target. */
export interface PlannedLeg {
  /** Of the lane; the target's own where all of its lanes are meant. */
  id: string;
  target: string;
  scope: LegScope;
  title: string;
  /** The target's title. */
  group: string;
}
