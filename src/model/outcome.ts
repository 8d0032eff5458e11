import type { JobRecord, RunRecord } from './record.ts';
import type { DecidedLane } from './change-plan.ts';

/** What became of all lanes of a workflow run, planned against reported. */
export interface Outcome {
  state: OverallState;
  /** Planned lanes, in the plan's order. */
  lanes: readonly LaneOutcome[];
  /** Lanes that the change does not concern; an intended skip is no failure. */
  skipped: readonly DecidedLane[];
  /** Whether no lane tells why it is not green: then none of them can be trusted to be. */
  unexplained: boolean;
  /** What else decided the state, or could not be found out. */
  notes: readonly string[];
}

export type OverallState = 'success' | 'failed' | 'cancelled' | 'skipped';

/** `missing` is a lane that was planned and left no record: a failure. */
export type LaneState = 'success' | 'failed' | 'cancelled' | 'missing' | 'skipped';

export interface LaneOutcome {
  target: string;
  id: string;
  /** As the matrix calls it, e.g. `check-rust / unit`. */
  title: string;
  state: LaneState;
  /** Why, in one line; nothing where all is well. */
  message: string | undefined;
  /** Page with the lane's log: its leg's job. */
  link: string | undefined;
  /** What the leg recorded of it, where it did. */
  report: LaneReport | undefined;
}

export interface LaneReport {
  run: RunRecord;
  job: JobRecord;
  /** Folder with the run's files, laid out as below a state root. */
  folder: string;
}
