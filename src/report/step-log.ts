import { randomBytes } from 'node:crypto';
import type { EventSink, RunEvent, Verdict } from '../model/event.ts';
import { categoryOf, type Failure } from '../model/failure.ts';
import { formatDuration } from './duration.ts';
import { eventLines } from './event-lines.ts';
import { guardLine } from './guard.ts';
import { harmless } from '../diagnostics/harmless.ts';
import { LineSplitter } from '../diagnostics/lines.ts';
import { LogDigest } from '../diagnostics/log-digest.ts';
import { excerptLines, type LogExcerpt } from '../diagnostics/log-excerpt.ts';

/** What stands this close above is not shown again. */
const screenLines = 30;
/** Of the end of a lane's output that others have spoken into. */
const endLines = 20;

/** Green, red and yellow: the log on a run's page shows colours. */
const colours = { passed: 32, failed: 31, cancelled: 33 } as const;

interface LaneOutput {
  splitter: LineSplitter;
  digest: LogDigest;
  stage: 'preparing' | 'speaking' | 'over';
}

/**
 * Reports a run in a workflow step's log. What comes before a lane's command is folded away; what
 * the command says stands open; what mattered in it and the verdict come last.
 *
 * Guest output stands between stop-commands brackets whose token no guest can know, and is broken up
 * besides: either wall alone would hold. Lines of ours may stand between the brackets, too; commands
 * of ours may not. Disposing it lets the runner obey commands again.
 */
export class StepLog implements Disposable {
  readonly #write: (text: string) => void;
  readonly #token = randomBytes(24).toString('hex');
  readonly #lanes = new Map<string, LaneOutput>();
  /** One lane needs no name in front of each line; several do. */
  #several = false;
  #commands: 'obeyed' | 'stopped' = 'obeyed';
  /** A group that is open, or will be with the next line of ours. */
  #group: { title: string; open: boolean } | undefined;
  #startedAt = 0;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  readonly sink: EventSink = (event) => {
    this.#before(event);
    const lines = eventLines(event);
    this.#ownLines(event.event === 'job_verdict' ? painted(lines, event.verdict) : lines);
  };

  /** What a lane's output comes to; nothing before it started. */
  digestOf(lane: string): LogDigest | undefined {
    return this.#lanes.get(lane)?.digest;
  }

  [Symbol.dispose](): void {
    this.#endGroup();
    this.#obeyCommands();
  }

  #before(event: RunEvent): void {
    switch (event.event) {
      case 'run_started':
        this.#startedAt = Date.parse(event.created_at);
        this.#group = { title: `Preparing ${event.target_id}`, open: false };
        break;
      case 'plan_made':
        this.#several = event.plan.nodes.filter(({ kind }) => kind === 'execute').length > 1;
        break;
      case 'job_started':
        this.#startLane(event.job.id);
        break;
      case 'job_phase_started':
        if (event.phase === 'wait_for_completion') this.#beginOutput(event.job_id, event.at);
        break;
      case 'job_output':
        this.#output(event.job_id, event.bytes);
        break;
      case 'job_verdict':
        this.#endOutput(event.job_id);
        if (event.verdict.kind === 'failed') this.#excerpt(event.job_id, event.verdict.failure);
        break;
      case 'run_finished':
        this[Symbol.dispose]();
        break;
      default:
    }
  }

  /** Groups cannot interleave: there is one only while no lane is speaking. */
  #startLane(id: string): void {
    const speaking = [...this.#lanes.values()].some(({ stage }) => stage === 'speaking');
    const lane = { splitter: new LineSplitter(), digest: new LogDigest() };
    this.#lanes.set(id, { ...lane, stage: 'preparing' });
    if (!speaking) this.#group ??= { title: `Preparing ${id}`, open: false };
  }

  #beginOutput(id: string, at: string): void {
    const lane = this.#lanes.get(id);
    if (lane !== undefined) lane.stage = 'speaking';
    this.#endGroup();
    this.#ownLines([`${id} · ready after ${formatDuration(Date.parse(at) - this.#startedAt)}`]);
  }

  #output(id: string, bytes: Uint8Array): void {
    const lane = this.#lanes.get(id);
    if (lane !== undefined) this.#guestLines(id, lane, lane.splitter.push(bytes));
  }

  #endOutput(id: string): void {
    const lane = this.#lanes.get(id);
    if (lane === undefined) return;
    this.#guestLines(id, lane, lane.splitter.end());
    lane.digest.end();
    lane.stage = 'over';
    this.#endGroup();
  }

  #guestLines(id: string, { digest }: LaneOutput, lines: readonly string[]): void {
    if (lines.length === 0) return;
    for (const line of lines) digest.push(line);
    this.#endGroup();
    this.#stopCommands();
    this.#write(guestText(lines, this.#several ? `${id} │ ` : ''));
  }

  #excerpt(id: string, failure: Failure): void {
    const digest = this.#lanes.get(id)?.digest;
    if (digest === undefined || digest.lines === 0 || failure.cause === 'cancelled') return;
    const found = categoryOf(failure) === 'test_failure' ? digest.excerpt() : undefined;
    const excerpt: LogExcerpt = found?.about === 'errors' ? found : digest.ending(endLines);
    const [first] = excerpt.lines;
    // Nothing stands between it and what comes now but lines of the same lane.
    if (first === undefined || (!this.#several && first.number > digest.lines - screenLines))
      return;
    const what = excerpt.about === 'errors' ? 'what failed' : 'the end';
    this.#ownLines([`${id} · ${what}, of ${digest.lines} lines:`]);
    this.#stopCommands();
    this.#write(guestText(excerptLines(excerpt), ''));
  }

  #ownLines(lines: readonly string[]): void {
    if (lines.length === 0) return;
    if (this.#group?.open === false) {
      this.#obeyCommands();
      this.#group.open = true;
      this.#write(`::group::${this.#group.title}\n`);
    }
    for (const line of lines) this.#write(`${guardLine(harmless(line))}\n`);
  }

  #endGroup(): void {
    if (this.#group?.open === true) this.#write('::endgroup::\n');
    this.#group = undefined;
  }

  #stopCommands(): void {
    if (this.#commands === 'obeyed') this.#write(`::stop-commands::${this.#token}\n`);
    this.#commands = 'stopped';
  }

  #obeyCommands(): void {
    if (this.#commands === 'stopped') this.#write(`::${this.#token}::\n`);
    this.#commands = 'obeyed';
  }
}

/** What people look for first stands out: the line that says how the lane ended. */
function painted([headline = '', ...rest]: readonly string[], verdict: Verdict): string[] {
  const isCancelled = verdict.kind === 'failed' && verdict.failure.cause === 'cancelled';
  const colour = colours[isCancelled ? 'cancelled' : verdict.kind];
  return [`\u001b[${colour}m${headline}\u001b[0m`, ...rest];
}

/**
 * What no guest may write as it is: marks of commands, and controls that are no colours. White space
 * in front of a mark is that of its own line, so that blank lines are looked at once.
 */
const unsafe =
  /(?:^|\n)[^\S\n]*::|##\[|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]|\u001b(?!\[[0-9;:]*m)/;

function guestText(lines: readonly string[], prefix: string): string {
  const text = lines.join('\n');
  if (prefix === '' && !unsafe.test(text)) return `${text}\n`;
  // Without its controls a line may be a command that it was not before.
  return lines.map((line) => `${prefix}${guardLine(harmless(line))}\n`).join('');
}
