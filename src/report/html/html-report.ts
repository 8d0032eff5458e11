import type { LaneOutcome, LaneReport, Outcome } from '../../model/outcome.ts';
import type { JobRecord, PrepareTiming, RunRecord } from '../../model/record.ts';
import { preparations } from '../preparations.ts';
import { compactStatus, jobState, type CompactStatus } from '../compact-status.ts';

/** What a report of one run, or of all the legs of a workflow run, is made from. */
export interface HtmlReport {
  /** What ran: a target, or a workflow. */
  title: string;
  status: Pick<
    CompactStatus,
    'state' | 'run' | 'counts' | 'head' | 'queuedAt' | 'queued' | 'ran' | 'message'
  >;
  /** The run on its CI page; https only, anything else is not made a link. */
  link?: string | undefined;
  lanes: readonly HtmlLane[];
  /** Staged outputs, in the order in which they became ready. */
  prepared: readonly PrepareTiming[];
}

export type HtmlLane = LaneName & (ReportedLane | UnreportedLane);

export interface LaneName {
  target: string;
  /** Unique within its target. */
  id: string;
  /** As on the CI page; the id where it has no other. */
  title: string;
  /** The lane's job on its CI page. */
  link?: string | undefined;
}

/** A lane that a record tells about. */
export interface ReportedLane {
  state: 'success' | 'failed' | 'cancelled' | 'skipped' | 'running';
  /** Why, where the record does not say it. */
  message?: string | undefined;
  job: JobRecord;
  logs: readonly LogFile[];
}

/** A lane of which there is no record, as it should be or not. */
export interface UnreportedLane {
  state: 'missing' | 'success' | 'failed' | 'cancelled' | 'skipped';
  /** Why there is nothing, in a sentence. */
  message: string | undefined;
  job?: undefined;
}

export interface LogFile {
  kind: LogKind;
  /** A file that need not exist. */
  path: string;
}

/** What the guest said, and what was done for it. */
export type LogKind = 'guest' | 'host';

export type LaneState = HtmlLane['state'];

/** The report of one local run. */
export function runReport(
  record: RunRecord,
  logsOf: (laneId: string) => readonly LogFile[],
): HtmlReport {
  const { target_id: target } = record;
  return {
    title: target,
    status: compactStatus(record),
    prepared: record.prepare_timings,
    lanes: record.jobs.map((job) => {
      const { id } = job;
      return { target, id, title: id, state: jobState(job), job, logs: logsOf(id) };
    }),
  };
}

/** The report of all lanes of a workflow run. */
export function workflowReport(
  { lanes, skipped, notes }: Outcome,
  { status, link }: { status: CompactStatus; link: string },
  logsOf: (report: LaneReport) => readonly LogFile[],
): HtmlReport {
  return {
    title: status.target,
    status: { ...status, message: [status.message ?? [], notes].flat(2).join(' · ') || undefined },
    link,
    prepared: preparations(lanes.flatMap(({ report }) => report?.run ?? [])),
    lanes: [
      ...lanes.map((lane) => outcomeLane(lane, logsOf)),
      ...skipped.map(({ target, id, reason }) => ({
        target,
        id,
        title: target === id ? id : `${target} / ${id}`,
        state: 'skipped' as const,
        message: reason,
      })),
    ],
  };
}

function outcomeLane(
  { target, id, title, link, state, message, report }: LaneOutcome,
  logsOf: (report: LaneReport) => readonly LogFile[],
): HtmlLane {
  const name = { target, id, title, link };
  if (report !== undefined && state !== 'missing') {
    return { ...name, state, message, job: report.job, logs: logsOf(report) };
  }
  return { ...name, state, message };
}
