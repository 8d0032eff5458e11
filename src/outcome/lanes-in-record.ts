import type { LegRecord, ReportedLeg } from '../model/leg.ts';
import type { LaneReport, LaneState } from '../model/outcome.ts';
import type { JobRecord, RunRecord } from '../model/record.ts';
import type { PlannedLeg, ReportPlan } from '../model/report-plan.ts';
import type { LegsResult } from './evidence.ts';

/** What one piece of evidence says about a lane. */
export interface Finding {
  id: string;
  state: LaneState;
  message?: string | undefined;
  report?: LaneReport | undefined;
  jobUrl?: string | undefined;
}

/** What a leg's record says about a planned lane; about all its lanes, where a target is planned. */
export function lanesInRecord(
  planned: PlannedLeg,
  { leg, run, folder }: ReportedLeg,
  plan: ReportPlan,
  legsResult: LegsResult,
): Finding[] {
  const jobUrl = leg.job_url ?? undefined;
  const whole = (state: LaneState, message: string | undefined): Finding[] => [
    { id: planned.id, state, message, jobUrl },
  ];
  if (run === undefined || leg.failure !== null) return whole(...withoutRun(leg));
  if (run.status === 'skipped') return whole(...skipped(planned, run, plan));
  const { scope } = planned;
  if (leg.lane !== null && (scope.kind === 'target' || scope.lane !== leg.lane)) {
    return whole('missing', ranAlone(leg.lane));
  }
  const jobs = scope.kind === 'target' ? run.jobs : run.jobs.filter(({ id }) => id === scope.lane);
  if (jobs.length === 0) return whole(...notBegun(run, legsResult));
  return jobs.map((job) => {
    const [state, message] = reported(job, run, legsResult);
    return { id: job.id, state, message, jobUrl, report: { run, job, folder } };
  });
}

type Told = [state: LaneState, message: string | undefined];

function withoutRun({ failure }: LegRecord): Told {
  if (failure === null) return ['missing', 'its leg ended before the lane began'];
  return [failure.kind === 'cancelled' ? 'cancelled' : 'failed', failure.message];
}

/** What is planned is to run: only the plan can have decided otherwise. */
function skipped({ target }: PlannedLeg, { message }: RunRecord, plan: ReportPlan): Told {
  const isIntended = plan.skipped.some((it) => it.target === target);
  return isIntended
    ? ['skipped', message ?? undefined]
    : ['missing', 'its leg skipped it, which the plan did not'];
}

/** What a workflow comes to that hands on `matrix.id`, where that is both a target's and a lane's. */
function ranAlone(lane: string): string {
  return `its leg ran lane \`${lane}\` alone; the workflow has to hand \`matrix.lane\` on as input \`lane\``;
}

function notBegun({ status }: RunRecord, legsResult: LegsResult): Told {
  if (legsResult === 'cancelled') return ['cancelled', 'cancelled before it began'];
  return [
    'missing',
    status === 'running' ? 'its leg was ended before it began' : 'its leg ran without it',
  ];
}

/** Passed is only what says so and ended with 0, in a run that came to its own end. */
function reported(job: JobRecord, run: RunRecord, legsResult: LegsResult): Told {
  const message = job.message ?? undefined;
  switch (job.status) {
    case 'passed':
      return job.exit_code === 0
        ? inRun(run, legsResult)
        : ['failed', 'it passed without an exit code of 0'];
    case 'failed':
      return [job.failure_kind === 'cancelled' ? 'cancelled' : 'failed', message];
    case 'skipped':
      return ['missing', 'its leg skipped it, which the plan did not'];
    case 'pending':
    case 'running':
      return legsResult === 'cancelled'
        ? ['cancelled', 'cancelled while it ran']
        : ['failed', 'its leg was ended before the lane was'];
  }
}

/** A lane that passed; another lane of its run may be why that failed. */
function inRun({ status, jobs, message }: RunRecord, legsResult: LegsResult): Told {
  if (status === 'passed' || jobs.some((job) => job.status !== 'passed')) {
    return ['success', undefined];
  }
  if (legsResult === 'cancelled') return ['cancelled', 'cancelled before its leg was done'];
  return [
    'failed',
    status === 'running'
      ? 'it passed, and its leg was ended before its run was'
      : (message ?? 'its run failed'),
  ];
}
