import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/model/event.ts';
import type { JobRecord } from '../../src/model/record.ts';
import { excerptOf } from '../../src/report/excerpts.ts';
import { guardLine } from '../../src/report/guard.ts';
import { harmless } from '../../src/diagnostics/harmless.ts';
import { showLine, wholeLine } from '../../src/page/log/line.ts';
import { indexLog } from '../../src/page/log/log-text.ts';
import { plainLog, queryPattern, searchLog } from '../../src/page/log/search.ts';
import { plain } from '../../src/page/log/sgr.ts';
import { plainText, styledText } from '../../src/page/log/styled-text.ts';
import { errorLines, readsLikeError } from '../../src/diagnostics/error-lines.ts';
import { LogMask } from '../../src/guest/log-mask.ts';
import { LineSplitter } from '../../src/diagnostics/lines.ts';
import { LogDigest } from '../../src/diagnostics/log-digest.ts';
import { ProblemFinder } from '../../src/diagnostics/problems/finder.ts';
import { palette } from '../../src/report/status-text.ts';
import { StepLog } from '../../src/report/step-log.ts';
import { terminalReport } from '../../src/report/terminal.ts';
import { makeRunPlan } from '../../src/plan/make-run-plan.ts';
import {
  awkwardLines,
  awkwardOutputs,
  awkwardReports,
  type Awkward,
} from '../support/awkward-output.ts';
import { stepsOf } from '../support/run-steps.ts';
import { lane, target } from '../support/samples.ts';
import { record } from '../support/sample-record.ts';

/** What takes less is not told from the noise. */
const noiseMs = 300;

function work(task: () => unknown): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How many times as long a task takes with more to do. A machine that is busy with other things may
 * make it look longer, and never shorter than it is, time after time.
 */
function timesAsLong(
  less: () => unknown,
  more: () => unknown,
  enough: number,
  noise = noiseMs,
): number {
  let ratio = Infinity;
  for (let attempt = 0; attempt < 5 && ratio >= enough; attempt += 1) {
    const long = work(more);
    if (long < noise) return 1;
    ratio = Math.min(ratio, long / Math.max(work(less), 1));
  }
  return ratio;
}

function* chunksOf(output: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < output.length; at += size) yield output.subarray(at, at + size);
}

function linesOf(output: Buffer, size = 64 * 1024): string[] {
  const splitter = new LineSplitter();
  const lines: string[] = [];
  for (const chunk of chunksOf(output, size))
    for (const line of splitter.push(chunk)) lines.push(line);
  return [...lines, ...splitter.end()];
}

function run<Result>(generator: Generator<unknown, Result>): Result {
  for (;;) {
    const step = generator.next();
    if (step.done === true) return step.value;
  }
}

const job = sampleJob();

function sampleJob(): JobRecord {
  const [first] = record.jobs;
  if (first === undefined) throw new TypeError('the sample record has no job');
  return first;
}

/** A lane's life to whoever reports it, with that output. */
function* eventsOf(output: Buffer, ...ids: string[]): Generator<RunEvent> {
  const lanes = ids.map((id) => lane({ id }));
  const plan = makeRunPlan('R', record.created_at, target({ id: 't', lanes }), stepsOf(lanes));
  yield { event: 'plan_made', plan };
  for (const id of ids) yield { event: 'job_started', run_id: 'R', job: { ...job, id } };
  for (const bytes of chunksOf(output, 32 * 1024))
    yield { event: 'job_output', job_id: 'a', bytes };
  const failure = { cause: 'command_failed', exitCode: 1 } as const;
  for (const id of ids) {
    const verdict = { kind: 'failed', failure } as const;
    yield { event: 'job_verdict', job_id: id, at: record.created_at, verdict };
  }
}

const consumers: Readonly<Record<string, (output: Buffer) => unknown>> = {
  'the splitter of lines': (output) => linesOf(output),
  'the guards': (output) => guardLine(harmless(output.toString())),
  'the log of a step': (output) => {
    using log = new StepLog(() => undefined);
    for (const event of eventsOf(output, 'a')) log.sink(event);
  },
  'the log of a step with several lanes': (output) => {
    using log = new StepLog(() => undefined);
    for (const event of eventsOf(output, 'a', 'b')) log.sink(event);
  },
  'a terminal': (output) => {
    const write = (): void => undefined;
    const { sink, close } = terminalReport({
      write,
      screen: undefined,
      colours: 'kept',
      paint: palette(true),
    });
    for (const event of eventsOf(output, 'a', 'b')) sink(event);
    close();
  },
  'the digest of a log, and its excerpt': (output) => {
    const digest = new LogDigest();
    for (const line of linesOf(output)) digest.push(line);
    digest.end();
    const excerpts = excerptOf('a', { ...job, failure_kind: 'test_failure' }, digest);
    return excerpts.length;
  },
  'the lines that read like errors': errorLines,
  'the page': (output) => {
    const log = run(indexLog(output));
    for (let line = 0; line < Math.min(log.lines, 200); line += 1) showLine(log, line);
    wholeLine(log, 0);
    plainLog(log);
    run(searchLog(log, queryPattern({ text: 'xxy', matchCase: false })));
  },
};

const sizes = { less: 1_000_000, more: 4_000_000, noise: noiseMs };

function expectLinear(
  consume: (output: Buffer) => unknown,
  kinds: readonly Awkward[],
  { less, more, noise } = sizes,
): void {
  const slow = kinds.flatMap(({ name, make }) => {
    const ratioOf = (of: number, to: number): number => {
      const [short, long] = [make(of), make(to)];
      return timesAsLong(
        () => consume(short),
        () => consume(long),
        8,
        noise,
      );
    };
    // What is slow beyond doubt would take hours with all of it.
    const begins = ratioOf(less / 16, less / 4);
    const ratio = begins < 8 ? ratioOf(less, more) : begins;
    return ratio < 8 ? [] : [`${name}: ${ratio.toFixed(1)} times as long`];
  });
  expect(slow).toEqual([]);
}

describe('four times the output takes four times the work of', { timeout: 300_000 }, () => {
  it.each(Object.entries(consumers))('%s', (_, consume) => {
    expectLinear(consume, awkwardOutputs);
  });

  it('the splitter of lines, byte by byte', () => {
    const kinds = awkwardOutputs.filter(({ name }) => /^(?:one line|returns|progress)/.test(name));
    expectLinear((output) => linesOf(output, 1), kinds, {
      less: 250_000,
      more: 1_000_000,
      noise: noiseMs,
    });
  });

  it.each([
    ['that begin everywhere and end nowhere', `${'x'.repeat(5000)}y`, 32 * 1024],
    ['that begin everywhere and end nowhere, byte by byte', `${'x'.repeat(5000)}y`, 1],
    ['that overlap without an end', 'x'.repeat(5000), 32 * 1024],
    ['that overlap without an end, byte by byte', 'x'.repeat(5000), 1],
    ['that stand side by side', 'x', 32 * 1024],
  ])('the mask over secrets %s', (_, word, size) => {
    const kinds = awkwardOutputs.filter(({ name }) => /^(?:one line|spaces$)/.test(name));
    const hide = (output: Buffer): void => {
      const mask = new LogMask(
        [word, word.slice(1000)].filter(Boolean).map((it) => Buffer.from(it)),
      );
      for (const chunk of chunksOf(output, size)) mask.push(chunk);
      mask.end();
    };
    expectLinear(hide, kinds, { less: 1_000_000, more: 4_000_000, noise: noiseMs });
  });

  it('the finder of problems, whatever it waits for', () => {
    const find = (output: Buffer): void => {
      const finder = new ProblemFinder();
      for (const line of linesOf(output)) finder.push(line);
      finder.end();
    };
    expectLinear(find, awkwardReports, { less: 32_000, more: 128_000, noise: 60 });
  });
});

/** Of a line: what reads problems looks at no more of it. */
const longLine = 2000;
const shortLine = longLine / 8;

it.each<[string, (line: string) => unknown]>([
  [
    'the finder of problems',
    (line) => {
      const finder = new ProblemFinder();
      finder.push(line);
      finder.push(line);
      finder.end();
    },
  ],
  ['the lines that read like errors', readsLikeError],
  ['the styles of the page', (line) => styledText(line, plain)],
  ['the plain text of the page', plainText],
])(
  'lines of eight times the length take eight times the work of %s',
  { timeout: 60_000 },
  (_, consume) => {
    const longs = awkwardLines(longLine);
    const slow = awkwardLines(shortLine).flatMap((short, index) => {
      const repeat = (line: string, times: number) => (): void => {
        for (let time = 0; time < times; time += 1) consume(line);
      };
      const long = longs[index] ?? '';
      const ratio = timesAsLong(repeat(short, 50 * 8), repeat(long, 50), 3);
      return ratio < 3 ? [] : [`${short.slice(0, 60)}: ${ratio.toFixed(1)}`];
    });
    expect(slow).toEqual([]);
  },
);
