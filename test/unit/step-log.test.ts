import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/model/event.ts';
import type { Failure } from '../../src/model/failure.ts';
import { makeRunPlan } from '../../src/plan/make-run-plan.ts';
import { StepLog } from '../../src/report/step-log.ts';
import { hostileLines, hostileOutput, longHostileLine } from '../support/hostile-corpus.ts';
import { commandsIn, comparisons, runnerLines } from '../support/runner-commands.ts';
import { stepsOf } from '../support/run-steps.ts';
import { local, lane, target } from '../support/samples.ts';
import { record } from '../support/sample-record.ts';

const time = (second: number): string => new Date(second * 1000).toISOString();

/** A run of lanes as their events tell it, and the log that it makes. */
class Story {
  text = '';
  readonly log = new StepLog((text) => (this.text += text));
  readonly #lanes: readonly string[];

  constructor(...lanes: string[]) {
    this.#lanes = lanes;
  }

  begin(): this {
    const ids = this.#lanes.map((id) => lane({ id }));
    return this.tell(
      {
        event: 'run_started',
        run_id: 'R',
        created_at: time(0),
        rerun_of: null,
        target_id: 'check',
        target_description: '',
      },
      {
        event: 'plan_made',
        plan: makeRunPlan('R', time(0), target({ id: 'check', lanes: ids }), stepsOf(ids)),
      },
    );
  }

  start(id: string): this {
    const [job] = record.jobs;
    if (job === undefined) throw new TypeError('the sample record has no job');
    return this.tell(
      { event: 'job_started', run_id: 'R', job: { ...job, id, status: 'running' } },
      { event: 'guest_named', job_id: id, attempt: 1, guest_name: `guest-of-${id}`, host: local },
    );
  }

  ready(id: string): this {
    const phase = 'wait_for_completion';
    return this.tell({ event: 'job_phase_started', job_id: id, phase, at: time(4) });
  }

  say(id: string, output: string | Uint8Array): this {
    const bytes = typeof output === 'string' ? Buffer.from(output) : output;
    return this.tell({ event: 'job_output', job_id: id, bytes });
  }

  note(id: string, note: string): this {
    return this.tell({ event: 'job_note', job_id: id, note });
  }

  end(id: string, failure?: Failure): this {
    const verdict =
      failure === undefined
        ? ({ kind: 'passed' } as const)
        : ({ kind: 'failed', failure } as const);
    return this.tell({ event: 'job_verdict', job_id: id, at: time(9), verdict });
  }

  finish(): this {
    return this.tell({ event: 'run_finished', run: record });
  }

  tell(...events: RunEvent[]): this {
    for (const event of events) this.log.sink(event);
    return this;
  }

  /** The lines, with the token by name and without colours. */
  get lines(): string[] {
    const text = this.text.replaceAll(/\b[0-9a-f]{48}\b/g, 'TOKEN').replaceAll(/\u001b\[\d*m/g, '');
    return text.split('\n').slice(0, -1);
  }
}

const failed: Failure = { cause: 'command_failed', exitCode: 3 };
const linesOf = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, n) => `line ${from + n}\n`).join('');

describe('the log of a step', () => {
  it('folds away what comes before a lane’s command, and lets its output stand open', () => {
    const { lines } = new Story('unit')
      .begin()
      .start('unit')
      .ready('unit')
      .say('unit', 'one\ntw')
      .say('unit', 'o\n')
      .note('unit', '1 artifact kept')
      .end('unit')
      .finish();
    expect(lines).toEqual([
      '::group::Preparing check',
      '· run R of check',
      'unit · guest guest-of-unit on local',
      '::endgroup::',
      'unit · ready after 4.0s',
      '::stop-commands::TOKEN',
      'one',
      'two',
      'unit · 1 artifact kept',
      'unit · passed',
      '::TOKEN::',
    ]);
  });

  it('names the lane in front of each line where there are several, and groups none that interleave', () => {
    const { lines } = new Story('a', 'b')
      .begin()
      .start('a')
      .ready('a')
      .start('b')
      .say('a', 'of a\n')
      .ready('b')
      .say('b', 'of b\n')
      .end('a')
      .end('b', failed)
      .finish();
    expect(lines).toEqual([
      '::group::Preparing check',
      '· run R of check',
      'a · guest guest-of-a on local',
      '::endgroup::',
      'a · ready after 4.0s',
      'b · guest guest-of-b on local',
      '::stop-commands::TOKEN',
      'a │ of a',
      'b · ready after 4.0s',
      'b │ of b',
      'a · passed',
      'b · the end, of 1 lines:',
      '1 │ of b',
      'b · test command exited with 3',
      'b · → The end of the log shows why.',
      '::TOKEN::',
    ]);
  });

  it('groups the preparation of a lane that starts when no other speaks', () => {
    const { lines } = new Story('a', 'b')
      .begin()
      .start('a')
      .ready('a')
      .say('a', 'of a\n')
      .end('a')
      .start('b')
      .ready('b')
      .end('b')
      .finish();
    expect(lines.slice(6)).toEqual([
      'a │ of a',
      'a · passed',
      '::TOKEN::',
      '::group::Preparing b',
      'b · guest guest-of-b on local',
      '::endgroup::',
      'b · ready after 4.0s',
      'b · passed',
    ]);
  });

  it('opens no group for a lane that is refused, and shows why it is', () => {
    const refused = { cause: 'lane_unsupported', lane: 'b', problem: 'no', hint: 'Do.' } as const;
    const [job] = record.jobs;
    if (job === undefined) throw new TypeError('the sample record has no job');
    const { lines } = new Story('b')
      .begin()
      .tell({ event: 'job_started', run_id: 'R', job: { ...job, id: 'b' } })
      .end('b', refused)
      .finish();
    expect(lines).toEqual([
      '::group::Preparing check',
      '· run R of check',
      '::endgroup::',
      'b · lane `b` cannot run: no',
      'b · → Do.',
    ]);
  });

  it('lets the runner obey again when a run breaks off', () => {
    const story = new Story('unit').begin().start('unit').ready('unit').say('unit', 'text\n');
    story.log[Symbol.dispose]();
    expect(story.lines.at(-1)).toBe('::TOKEN::');
    const early = new Story('unit').begin();
    early.log[Symbol.dispose]();
    expect(early.lines.at(-1)).toBe('::endgroup::');
  });
});

describe('the excerpt of a failed lane', () => {
  const tell = (output: string, failure: Failure): string[] => {
    const story = new Story('unit').begin().start('unit').ready('unit').say('unit', output);
    const { length } = story.lines;
    return story.end('unit', failure).lines.slice(length);
  };
  const error = 'src/lib.c:1:2: error: it is broken\n';

  it('shows the lines around the first and the last error, with their numbers', () => {
    const output = `${linesOf(1, 20)}${error}${linesOf(22, 70)}src/${error}${linesOf(72, 130)}`;
    const lines = tell(output, failed);
    const numbered = (from: number, to: number): string[] =>
      linesOf(from, to)
        .trimEnd()
        .split('\n')
        .map((line, n) => `${String(from + n).padStart(2)} │ ${line}`);
    expect(lines).toEqual([
      'unit · what failed, of 130 lines:',
      ...numbered(11, 20),
      `21 │ ${error.trim()}`,
      ...numbered(22, 33),
      ' ⋮ │',
      ...numbered(61, 70),
      `71 │ src/${error.trim()}`,
      ...numbered(72, 83),
      'unit · test command exited with 3',
      'unit · → The end of the log shows why.',
    ]);
  });

  it('is left out where all of it stands right above', () => {
    expect(tell(`${linesOf(1, 100)}${error}`, failed)[0]).toBe('unit · test command exited with 3');
    expect(tell(linesOf(1, 100), failed)[0]).toBe('unit · test command exited with 3');
  });

  it('is the end of the output where the lane did not get to its own', () => {
    const timedOut: Failure = { cause: 'command_timed_out', timeoutSecs: 9, enforcedBy: 'guest' };
    expect(tell(`${error}${linesOf(1, 100)}`, timedOut)[0]).toContain('timed out');
    const other = new Story('a', 'b').begin().start('a').start('b').ready('a').ready('b');
    other
      .say('a', `${error}${linesOf(2, 100)}`)
      .say('b', 'meanwhile\n')
      .end('a', timedOut);
    expect(other.lines).toContain('a · the end, of 100 lines:');
    expect(other.lines).toContain(' 81 │ line 81');
    expect(other.lines).not.toContain(' 80 │ line 80');
  });

  it('has no line of any length', () => {
    const lines = tell(`${error}${'x'.repeat(20_000)}\n${linesOf(1, 100)}`, failed);
    expect(lines.some((line) => line.includes('x'.repeat(500) + ' …'))).toBe(true);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(520);
  });
});

/** Commands of ours that a log like these has. */
const ours = new Set(['group', 'endgroup']);

describe.each(comparisons)('hostile output, to a runner that compares %s,', (comparison) => {
  const forged = (text: string): unknown[] =>
    commandsIn(text, comparison).filter(({ name }) => !ours.has(name));
  const hold = (text: string): void => {
    expect(forged(text)).toEqual([]);
    const kinds = runnerLines(text, comparison).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'stop' || kind === 'resume')).toEqual([
      'stop',
      'resume',
    ]);
    // Nor would any, had the runner not been told to stop.
    const bare = text.replace(/^::stop-commands::[0-9a-f]{48}\n/m, '');
    expect(forged(bare.replace(/^::[0-9a-f]{48}::\n/m, ''))).toEqual([]);
  };
  const logOf = (chunks: readonly Uint8Array[], ...lanes: string[]): string => {
    const story = new Story(...lanes).begin();
    for (const id of lanes) story.start(id).ready(id);
    for (const chunk of chunks) for (const id of lanes) story.say(id, chunk);
    for (const id of lanes) story.end(id, failed);
    return story.finish().text;
  };

  it('has teeth', () => {
    const alone = hostileLines.filter((line) => commandsIn(line, comparison).length > 0);
    expect(alone.length).toBeGreaterThan(100);
  });

  it('is text, in one piece and byte by byte, in one lane and in two', () => {
    const output = hostileOutput();
    const bytes = Array.from(output, (byte) => Buffer.from([byte]));
    hold(logOf([output], 'a'));
    hold(logOf([output], 'a', 'b'));
    hold(logOf(bytes, 'a'));
    hold(logOf(bytes, 'a', 'b'));
  });

  it('is text wherever it is cut, and in whatever order it comes', () => {
    const parts = fc.array(
      fc.oneof(
        fc.constantFrom(...hostileLines),
        fc
          .constantFrom('\n', '\r', '\r\n', '\u2028', '::', '##[', 'error', ']')
          .map((text) => Buffer.from(text)),
        fc.uint8Array({ maxLength: 8 }),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        parts,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (pieces, sizes) => {
          const output = Buffer.concat([Buffer.from('\n'), ...pieces]);
          const chunks: Buffer[] = [];
          for (let at = 0; at < output.length;) {
            const size = sizes[chunks.length % sizes.length] ?? 1;
            chunks.push(output.subarray(at, at + size));
            at += size;
          }
          hold(logOf(chunks, 'a'));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is text in a line that has no end', () => {
    const line = longHostileLine(10_000_000);
    const chunks = Array.from({ length: Math.ceil(line.length / 30_011) }, (_, n) =>
      line.subarray(n * 30_011, (n + 1) * 30_011),
    );
    hold(logOf(chunks, 'a'));
  });

  it('is text in what we say of it', () => {
    const story = new Story('a').begin().start('a');
    for (const line of hostileLines) {
      story
        .note('a', String(line))
        .note('a', `one line\r${String(line)}\nanother\n${String(line)}`);
    }
    const detail = hostileLines.map(String).join('\n');
    story
      .end('a', { cause: 'host_command_failed', host: 'h', step: 's', exit: 'e', detail })
      .finish();
    expect(forged(story.text)).toEqual([]);
  });
});

it('colours of a guest are kept, and what a terminal would obey is not', () => {
  const { lines, text } = new Story('a')
    .begin()
    .start('a')
    .say('a', '\u001b[1;38:2::255:0:0mred\u001b[0m\u001b[2J\u001b]0;title\u0007\u0008!\n');
  expect(text).toContain('\u001b[1;38:2::255:0:0mred\u001b[0m!\n');
  expect(lines.length).toBeGreaterThan(0);
});
