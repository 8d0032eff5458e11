import type { LegJob, ReportedLeg, UnreadableLeg } from '../model/leg.ts';
import type { ReportPlan } from '../model/report-plan.ts';

export interface Evidence {
  plan: ReportPlan;
  /** What the legs left, of all attempts. */
  legs: readonly ReportedLeg[];
  /** What stands under a leg's name and is no record. */
  unreadable: readonly UnreadableLeg[];
  /** Jobs of the workflow run; empty where they cannot be read. */
  jobs: readonly LegJob[];
  /** Name of the report's own job among them; nothing where it is not known. */
  reportJob: string | undefined;
  /** Whether legs can leave records at all: GitHub Enterprise Server takes no such artifacts. */
  records: 'kept' | 'unavailable';
  legsResult: LegsResult;
}

/** `needs.<job>.result` of the legs; `untold` where the workflow does not hand it on. */
export const legsResults = ['untold', 'success', 'failure', 'cancelled', 'skipped'] as const;
export type LegsResult = (typeof legsResults)[number];
