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
  /** Of the lane; the target's own where the leg runs all of its lanes. */
  id: string;
  target: string;
  /** For the input `lane`: the lane's id, or empty for all lanes of the target. */
  lane: string;
  title: string;
  /** The target's title. */
  group: string;
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
