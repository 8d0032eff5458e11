import type { LaneOutcome } from '../model/outcome.ts';
import type { RunRecord } from '../model/record.ts';
import { words } from './event-lines.ts';
import { laneSpans } from './lane-spans.ts';
import { preparations } from './preparations.ts';

/** Mermaid refuses longer texts: `maxTextSize`, which GitHub leaves as it is. */
const textLimit = 50_000;

/** More lanes than this with all their phases are a chart that nobody reads. */
const phasedLanes = 40;

/**
 * When which lane did what, as a Mermaid chart: a section a lane, a bar a phase; of many lanes, a bar
 * a lane. Empty when nothing was recorded, or there is too much even for that.
 * https://mermaid.js.org/syntax/gantt.html
 */
export function timelineMermaid(lanes: readonly LaneOutcome[]): string {
  const phases = lanes.flatMap(laneSection);
  if (phases.length === 0) return '';
  const runs = lanes.flatMap(({ report }) => report?.run ?? []);
  const bars = lanes.flatMap(({ title, state, report }) => laneBar(title, state, report?.job));
  const text =
    lanes.length <= phasedLanes
      ? chart([...stagedSection(runs), ...phases])
      : chart(['section lanes', ...bars]);
  return text.length <= textLimit ? text : '';
}

function chart(lines: readonly string[]): string {
  const body = ['gantt', 'dateFormat x', 'axisFormat %H:%M:%S', ...lines];
  return `\`\`\`mermaid\n${body.join('\n')}\n\`\`\`\n`;
}

interface Bar {
  name: string;
  started_at: string | null;
  finished_at: string | null;
}

function stagedSection(runs: readonly RunRecord[]): string[] {
  const builds = preparations(runs).filter(({ type }) => type === 'nix_build');
  const bars = builds.flatMap((it) => bar('done', { ...it, name: plain(it.node_id) }));
  return bars.length === 0 ? [] : ['section staged outputs', ...bars];
}

function laneSection({ title, state, report }: LaneOutcome): string[] {
  if (report === undefined) return [];
  const { job } = report;
  const spans = laneSpans(job);
  // Where the command ran, that is where the lane failed; else it came no further than its last phase.
  const telling = spans.find(({ name }) => name === 'wait_for_completion') ?? spans.at(-1);
  const bars = spans.flatMap((span) => {
    const tag = span !== telling ? 'done' : state === 'success' ? 'active' : 'crit';
    return bar(tag, { ...span, name: words(span.name) });
  });
  const all = bars.length === 0 ? laneBar(job.id, state, job) : bars;
  return all.length === 0 ? [] : [`section ${plain(title)}`, ...all];
}

function laneBar(
  name: string,
  state: LaneOutcome['state'],
  job: Omit<Bar, 'name'> | undefined,
): string[] {
  if (job === undefined) return [];
  const { started_at, finished_at } = job;
  // A name must not begin with a word of Mermaid's grammar, such as `click`.
  const tag = state === 'success' ? 'active' : 'crit';
  return bar(tag, { name: `· ${plain(name)}`, started_at, finished_at });
}

function bar(tag: string, { name, started_at, finished_at }: Bar): string[] {
  if (started_at === null || finished_at === null) return [];
  const start = Date.parse(started_at);
  // A clock may have been set back meanwhile.
  return [`${name} :${tag}, ${start}, ${Math.max(start, Date.parse(finished_at))}`];
}

/** Without the marks of Mermaid's grammar. */
function plain(name: string): string {
  return name.replace(/[^\p{L}\p{N}._/-]+/gu, ' ').trim() || 'lane';
}
