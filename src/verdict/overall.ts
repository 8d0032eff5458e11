import type { LegRecord, ReportedLeg, LegJob } from '../model/leg.ts';
import type { LaneOutcome, LaneState, Outcome } from '../model/outcome.ts';
import type { JobRecord, RunRecord } from '../model/record.ts';
import type { PlannedLeg, ReportPlan } from '../model/report-plan.ts';

export interface Evidence {
  plan: ReportPlan;
  /** What the legs left, of all attempts. */
  legs: readonly ReportedLeg[];
  /** Jobs of the workflow run; empty where they cannot be read. */
  jobs: readonly LegJob[];
  /** Whether legs can leave records at all: GitHub Enterprise Server takes no such artifacts. */
  records: 'kept' | 'unavailable';
  legsResult: LegsResult;
}

/** `needs.<job>.result` of the legs; `untold` where the workflow does not hand it on. */
export const legsResults = ['untold', 'success', 'failure', 'cancelled', 'skipped'] as const;
export type LegsResult = (typeof legsResults)[number];

/**
 * The verdict over all lanes. A lane has passed only where its leg recorded so: what is planned and
 * left nothing is missing, which is a failure. A lane that ran in several attempts counts as in the
 * last one.
 */
export function overallOutcome(evidence: Evidence): Outcome {
  const { plan, legsResult } = evidence;
  const lanes = plan.include.flatMap((planned) => lanesOf(planned, evidence));
  const state = overallState(lanes, legsResult);
  // For example a step of the workflow's own after ours, or a rerun that never came to its lane.
  const unexplained = state === 'failed' && lanes.every((it) => !isRed(it));
  const note = `no lane failed, yet the legs ended with \`${legsResult}\`: see their jobs`;
  return {
    state,
    lanes,
    skipped: plan.skipped,
    notes: unexplained ? [note] : [],
  };
}

function overallState(lanes: readonly LaneOutcome[], legsResult: LegsResult): Outcome['state'] {
  const some = (wanted: LaneState): boolean => lanes.some(({ state }) => state === wanted);
  if (lanes.length === 0) return 'skipped';
  // Whoever cancelled the run knows why, whatever failed before.
  if (legsResult === 'cancelled') return 'cancelled';
  if (lanes.some(isRed)) return 'failed';
  if (some('cancelled')) return 'cancelled';
  return legsResult === 'failure' || legsResult === 'skipped' ? 'failed' : 'success';
}

function isRed({ state }: LaneOutcome): boolean {
  return state === 'failed' || state === 'missing';
}

/** One planned lane; the lanes of a run, where the target is planned as a whole. */
function lanesOf(planned: PlannedLeg, evidence: Evidence): LaneOutcome[] {
  const leg = latestLeg(planned, evidence);
  const job = jobOf(planned, evidence.jobs);
  const link = leg?.leg.job_url ?? job?.url;
  const lane = (state: LaneState, message?: string): LaneOutcome => ({
    target: planned.target,
    id: planned.id,
    title: planned.title,
    state,
    message,
    link,
    report: undefined,
  });
  if (leg === undefined) return [withoutRecord(job, evidence, lane)];
  const { run, folder, leg: record } = leg;
  if (run === undefined) return [withoutRun(record, lane)];
  if (run.status === 'skipped') return [lane('skipped', run.message ?? undefined)];
  const jobs = run.jobs.filter(({ id }) => id === planned.id);
  const all = jobs.length === 0 && planned.id === planned.target ? run.jobs : jobs;
  if (all.length === 0) return [notBegun(run, evidence, lane)];
  return all.map((it) => ({
    ...lane(...reported(it, evidence.legsResult)),
    id: it.id,
    title: all.length === 1 ? planned.title : `${planned.title} / ${it.id}`,
    report: { run, job: it, folder },
  }));
}

/** The last attempt's; not one of before the plan was made, which is another plan's leg. */
function latestLeg({ id, target }: PlannedLeg, { legs, plan }: Evidence): ReportedLeg | undefined {
  return legs
    .filter(
      ({ leg }) => leg.target === target && (leg.lane ?? id) === id && leg.attempt >= plan.attempt,
    )
    .sort((a, b) => b.leg.attempt - a.leg.attempt)[0];
}

/** GitHub names a job of a reusable workflow behind the one that calls it: `ci / title`. */
function jobOf({ title }: PlannedLeg, jobs: readonly LegJob[]): LegJob | undefined {
  const [group = title] = title.split(' / ');
  const named = (name: string): LegJob | undefined =>
    jobs.find((job) => job.name === name || job.name.endsWith(` / ${name}`));
  return named(title) ?? named(group);
}

type MakeLane = (state: LaneState, message?: string) => LaneOutcome;

function withoutRecord(
  job: LegJob | undefined,
  { records, legsResult }: Evidence,
  lane: MakeLane,
): LaneOutcome {
  const conclusion = job?.conclusion ?? undefined;
  if (conclusion === 'cancelled' || (conclusion === undefined && legsResult === 'cancelled')) {
    return lane('cancelled', 'cancelled before it left a record');
  }
  if (records === 'unavailable' && conclusion === 'success') return lane('success');
  if (records === 'unavailable' && conclusion !== undefined) {
    return lane('failed', `its job ended with ${conclusion}`);
  }
  if (conclusion !== undefined) {
    return lane('missing', `its job ended with ${conclusion} and left no record`);
  }
  return lane(
    'missing',
    legsResult === 'skipped' ? 'its leg was skipped' : 'its leg left no record',
  );
}

function withoutRun({ failure }: LegRecord, lane: MakeLane): LaneOutcome {
  if (failure === null) return lane('missing', 'its leg ended before the lane began');
  return lane(failure.kind === 'cancelled' ? 'cancelled' : 'failed', failure.message);
}

function notBegun({ status }: RunRecord, { legsResult }: Evidence, lane: MakeLane): LaneOutcome {
  if (legsResult === 'cancelled') return lane('cancelled', 'cancelled before it began');
  return lane(
    'missing',
    status === 'running' ? 'its leg was ended before it began' : 'its leg ran without it',
  );
}

/** Passed is only what says so and ended with 0. */
function reported(job: JobRecord, legsResult: LegsResult): [LaneState, string | undefined] {
  const message = job.message ?? undefined;
  switch (job.status) {
    case 'passed':
      return job.exit_code === 0
        ? ['success', undefined]
        : ['failed', 'it passed without an exit code of 0'];
    case 'failed':
      return [job.failure_kind === 'cancelled' ? 'cancelled' : 'failed', message];
    case 'skipped':
      return ['skipped', message];
    case 'pending':
    case 'running':
      return legsResult === 'cancelled'
        ? ['cancelled', 'cancelled while it ran']
        : ['failed', 'its leg was ended before the lane was'];
  }
}
