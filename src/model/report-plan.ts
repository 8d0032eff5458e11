import type { ChangePlan, DecidedLane } from './change-plan.ts';

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
  /** A long plan leaves the reasons out. */
  selected?: readonly DecidedLane[];
  skipped: readonly DecidedLane[];
}

/** What every planned lane has, whatever else its matrix leg says. */
export interface PlannedLeg {
  id: string;
  target: string;
  title: string;
}
