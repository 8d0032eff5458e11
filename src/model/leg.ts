import type { FailureCategory } from './failure.ts';
import type { RunRecord } from './record.ts';

/** leg.json: what a matrix leg says of itself to the report, beside the records of its run. */
export interface LegRecord {
  schema_version: 1;
  target: string;
  /** Null where the leg runs all lanes of its target. */
  lane: string | null;
  /** Attempt of the workflow run. */
  attempt: number;
  /** Page of the leg's job, with its log. */
  job_url: string | null;
  /** Why there is no run; null where there is one. */
  failure: LegFailure | null;
}

export interface LegFailure {
  kind: FailureCategory;
  message: string;
}

/** A leg as the report finds it. */
export interface ReportedLeg {
  leg: LegRecord;
  /** Nothing where the leg failed before there was a run. */
  run: RunRecord | undefined;
  /** Folder with the run's files, laid out as below a state root. */
  folder: string;
}

/** What is there under a leg's name, and cannot be believed. */
export interface UnreadableLeg extends Pick<LegRecord, 'target' | 'lane' | 'attempt'> {
  why: string;
}

/** A leg's job as GitHub's API tells it, as far as a verdict and its links need it. */
export interface LegJob {
  name: string;
  url: string;
  /** Null while it is under way. */
  conclusion: string | null;
}
