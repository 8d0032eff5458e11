import type { GuestImage, JobRecord } from '../../model/record.ts';
import { formatDuration } from '../duration.ts';
import { words } from '../event-lines.ts';
import { laneSpans } from '../lane-spans.ts';
import type { HtmlLane, HtmlReport, LaneState, LogKind, ReportedLane } from './html-report.ts';
import { laneKeys } from './lane-keys.ts';

/** What the page's script gets; words and numbers ready to show, and nothing it does not show. */
export interface PageData extends Omit<HtmlReport['status'], 'message' | 'state'> {
  /** A run that was lost has failed; its message says how. */
  state: LaneState;
  title: string;
  message: string | null;
  link: string | null;
  prepared: readonly Span[];
  /** Those that need a look first. */
  lanes: readonly PageLane[];
}

/** Milliseconds since 1970; `null` for what has not ended. */
export interface Span {
  name: string;
  start: number;
  end: number | null;
}

export interface PageLane {
  key: string;
  target: string;
  title: string;
  state: LaneState;
  /** Why it is in this state, where that needs words. */
  message: string | null;
  link: string | null;
  took: string;
  span: Span | null;
  phases: readonly Span[];
  facts: readonly Fact[];
  /** Which log tells why the lane failed. */
  telling: LogKind;
  /** Where a log is opened. */
  opensAt: 'start' | 'error' | 'end';
}

export type Fact = readonly [label: string, value: string];

/** @returns the data, and the lanes of the report in its order */
export function pageData(report: HtmlReport): { data: PageData; lanes: readonly HtmlLane[] } {
  const keys = laneKeys(report.lanes);
  const sorted = report.lanes
    .map((lane, index) => ({ lane, key: keys[index] ?? lane.id }))
    .sort((a, b) => urgency.indexOf(a.lane.state) - urgency.indexOf(b.lane.state));
  const { state, run, counts, head, queuedAt, queued, ran, message } = report.status;
  const data: PageData = {
    ...{ state: state === 'lost' ? 'failed' : state, run, counts, head, queuedAt, queued, ran },
    title: report.title,
    message: message ?? null,
    link: webLink(report.link),
    prepared: report.prepared.map(({ node_id, started_at, finished_at }) =>
      span(node_id, started_at, finished_at),
    ),
    lanes: sorted.map(({ lane, key }) => pageLane(lane, key)),
  };
  return { data, lanes: sorted.map(({ lane }) => lane) };
}

/** States, the most urgent first. */
const urgency: readonly LaneState[] = [
  'failed',
  'missing',
  'cancelled',
  'running',
  'success',
  'skipped',
];

function pageLane(lane: HtmlLane, key: string): PageLane {
  const { target, title, state, link } = lane;
  const common = { key, target, title, state, link: webLink(link) };
  if (lane.job === undefined) {
    const nothing = { took: '', span: null, phases: [], facts: [] };
    return {
      ...common,
      ...nothing,
      message: lane.message ?? null,
      telling: 'guest',
      opensAt: 'start',
    };
  }
  const { job } = lane;
  const { started_at: start, finished_at: end } = job;
  return {
    ...common,
    message: state === 'success' ? null : (lane.message ?? job.message),
    took: start === null || end === null ? '' : formatDuration(Date.parse(end) - Date.parse(start)),
    span: start === null ? null : span('', start, end),
    phases: laneSpans(job).map(({ name, started_at, finished_at }) =>
      span(words(name), started_at, finished_at),
    ),
    facts: facts(job),
    telling: tellingLog(job),
    opensAt: opensAt(lane),
  };
}

function facts(job: JobRecord): Fact[] {
  const fact = (label: string, value: string | number | null | undefined): Fact[] =>
    value === null || value === undefined || value === '' ? [] : [[label, String(value)]];
  return [
    ...fact('failure', job.failure_kind && words(job.failure_kind)),
    ...fact('exit code', job.exit_code),
    ...fact('host', job.host),
    ...fact('guest', job.guest_name),
    ...fact('runs in', words(job.execution.backend ?? job.executor)),
    ...fact('image', imageWords(job.execution.image)),
    ...fact('attempts', job.attempts),
    ...fact('time limit', formatDuration(job.timeout_secs * 1000)),
    ...fact('staged outputs', waited(job.pre_execution_prepare_duration_ms)),
    ...fact('from, to', clock(job.started_at, job.finished_at)),
    ...fact('about', job.description),
  ];
}

function imageWords(image: GuestImage | null): string | null {
  if (image === null) return null;
  return 'digest' in image
    ? `${image.reference} (${image.digest})`
    : `${image.alias} (${image.fingerprint})`;
}

/** `2026-03-26 00:01:47 – 00:04:07 UTC` */
function clock(start: string | null, end: string | null): string | null {
  if (start === null) return null;
  const [day = '', time = ''] = start.split(/[TZ.]/);
  const [lastDay = '', lastTime = ''] = end?.split(/[TZ.]/) ?? [];
  const last = lastDay === day ? lastTime : `${lastDay} ${lastTime}`;
  return `${day} ${time} – ${end === null ? '' : last} UTC`;
}

function waited(ms: number | null): string | null {
  return ms === null ? null : `ready after ${formatDuration(ms)}`;
}

/** What went wrong around the command is told by us, not by the guest. */
function tellingLog({ failure_kind: kind }: JobRecord): LogKind {
  return kind === 'infrastructure' || kind === 'config' ? 'host' : 'guest';
}

/** Work that was ended from outside was in the middle of something, and its errors are not why. */
function opensAt({ state, job }: ReportedLane): PageLane['opensAt'] {
  if (state === 'success') return 'start';
  return state === 'failed' && job.failure_kind !== 'timeout' ? 'error' : 'end';
}

function span(name: string, start: string, end: string | null): Span {
  return { name, start: Date.parse(start), end: end === null ? null : Date.parse(end) };
}

/** An address from outside, as long as it leads to a web page and runs nothing. */
function webLink(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
