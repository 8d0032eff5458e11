import type { LegJob } from '../model/leg.ts';
import type { LaneOutcome, LaneState, Outcome } from '../model/outcome.ts';
import type { PlannedLeg } from '../model/report-plan.ts';
import type { Evidence, LegsResult } from './evidence.ts';
import { laneInJob } from './lane-in-job.ts';
import { lanesInRecord, type Finding } from './lanes-in-record.ts';
import { legNames } from './leg-names.ts';
import { matchJobs, type JobMatch } from './leg-jobs.ts';

/**
 * The verdict over all lanes. A lane has passed only where its leg recorded so: what is planned and
 * left nothing is missing, which is a failure. A lane that ran in several attempts counts as in the
 * last one. Any job of the workflow run can leave a record in any lane's name, so of all that is
 * found about a lane the worst counts, and what its job came to is part of that.
 */
export function overallOutcome(evidence: Evidence): Outcome {
  const { plan, jobs, reportJob, legsResult } = evidence;
  const matches = matchJobs(plan, jobs, reportJob);
  const lanes = afterJobs(
    plan.include.map((planned) => {
      const match = matches.get(planned) ?? { kind: 'none' };
      return { match, lanes: lanesOf(planned, match, evidence) };
    }),
  );
  const state = overallState(lanes, legsResult);
  // For example a step of the workflow's own after ours, or a rerun that never came to its lane.
  const unexplained = (state === 'failed' || state === 'cancelled') && lanes.every(isGreen);
  const note = `no lane failed, yet the legs ended with \`${legsResult}\`: see their jobs`;
  return { state, lanes, skipped: plan.skipped, unexplained, notes: unexplained ? [note] : [] };
}

function overallState(lanes: readonly LaneOutcome[], legsResult: LegsResult): Outcome['state'] {
  const some = (...wanted: LaneState[]): boolean =>
    lanes.some(({ state }) => wanted.includes(state));
  if (lanes.length === 0) return 'skipped';
  // Whoever cancelled the run knows why, whatever failed before.
  if (legsResult === 'cancelled') return 'cancelled';
  if (some('failed', 'missing')) return 'failed';
  if (some('cancelled')) return 'cancelled';
  return legsResult === 'failure' || legsResult === 'skipped' ? 'failed' : 'success';
}

function isGreen({ state }: LaneOutcome): boolean {
  return state === 'success' || state === 'skipped';
}

/** One planned lane; the lanes of a run, where the target is planned as a whole. */
function lanesOf(planned: PlannedLeg, match: JobMatch, evidence: Evidence): LaneOutcome[] {
  const job = match.kind === 'found' ? match.job : undefined;
  const found = findings(planned, evidence);
  const all = found.length === 0 ? [laneInJob(planned, match, evidence)] : worstOfEach(found);
  return all.map(({ id, state, message, report, jobUrl }) => ({
    target: planned.target,
    id,
    title: all.length === 1 ? planned.title : `${planned.title} / ${id}`,
    state,
    message,
    link: job?.url ?? jobUrl,
    report,
  }));
}

/**
 * All that is said about a lane, of the last attempt that says anything: as the leg of its own, and
 * as part of its target's leg. Not of before the plan was made, which is another plan's leg.
 */
function findings(planned: PlannedLeg, evidence: Evidence): Finding[] {
  const { plan, legs, unreadable, legsResult } = evidence;
  return legNames(planned, plan).flatMap((lane) => {
    const isMeant = (it: { target: string; lane: string | null; attempt: number }): boolean =>
      it.target === planned.target && it.lane === lane && it.attempt >= plan.attempt;
    const records = legs.filter(({ leg }) => isMeant(leg));
    const others = unreadable.filter(isMeant);
    const last = Math.max(...[...records.map(({ leg }) => leg), ...others].map((it) => it.attempt));
    return [
      ...records
        .filter(({ leg }) => leg.attempt === last)
        .flatMap((record) => lanesInRecord(planned, record, plan, legsResult)),
      ...others
        .filter(({ attempt }) => attempt === last)
        .map(({ why }): Finding => ({
          id: planned.id,
          state: 'missing',
          message: `its record cannot be read: ${why}`,
        })),
    ];
  });
}

/** From the best to the worst. */
const severity: readonly LaneState[] = ['success', 'skipped', 'cancelled', 'missing', 'failed'];

function worstOfEach(found: readonly Finding[]): Finding[] {
  const worse = (one: Finding, other: Finding): Finding =>
    severity.indexOf(other.state) > severity.indexOf(one.state) ? other : one;
  const lanes = Map.groupBy(found, ({ id }) => id);
  return [...lanes.values()].map((those) => those.reduce(worse));
}

/** A job that went wrong although each of its lanes is green makes them what it is itself. */
function afterJobs(
  planned: readonly { match: JobMatch; lanes: readonly LaneOutcome[] }[],
): LaneOutcome[] {
  const ofJob = Map.groupBy(planned, ({ match }) =>
    match.kind === 'found' ? match.job : undefined,
  );
  return planned.flatMap(({ match, lanes }) => {
    if (match.kind !== 'found') return lanes;
    const { job } = match;
    const all = (ofJob.get(job) ?? []).flatMap((it) => it.lanes);
    const state = stateOfJob(job);
    if (state === undefined || !all.every(isGreen)) return lanes;
    const message = `its record says ${lanes[0]?.state ?? 'success'}, yet its job ended with ${job.conclusion ?? ''}`;
    return lanes.map((lane) => ({ ...lane, state, message }));
  });
}

/** What a job's end makes of lanes in it; nothing where it is no worse than they are. */
function stateOfJob({ conclusion }: LegJob): LaneState | undefined {
  switch (conclusion) {
    case null:
    case 'success':
      return undefined;
    case 'cancelled':
      return 'cancelled';
    case 'skipped':
      return 'missing';
    default:
      return 'failed';
  }
}
