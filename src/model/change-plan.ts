/** The plan of a change: which lanes it wants, and why. `pikaci plan --json` prints it. */
export interface ChangePlan {
  schema_version: 1;
  mode: PlanMode;
  manifest_path: string;
  base: string | null;
  head: string | null;
  changed_paths: string[];
  selected_count: number;
  /** One a selected target, in the manifest's order. */
  selected_titles: string[];
  include: MatrixLeg[];
  /** Why each lane is in; an addition of ours, beside the original's keys. */
  selected: DecidedLane[];
  skipped: DecidedLane[];
  notes: string[];
}

export type PlanMode = 'branch' | 'nightly' | 'manual' | 'all' | 'named';

/** One entry of the GitHub matrix: ids and short words only, so that no secret can mask it. */
export interface MatrixLeg {
  id: string;
  target: string;
  title: string;
  runner: string;
  runs_on: string;
  timeout_minutes: number;
  concurrency_group: string;
  mode: PlanMode;
}

export interface DecidedLane {
  id: string;
  target: string;
  reason: string;
}
