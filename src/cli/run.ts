import { exitOfRun } from '../core/exit-status.ts';
import { registryAuth } from '../core/registry-auth.ts';
import { runLanes } from '../core/run-lanes.ts';
import { readSecrets } from '../core/run-secrets.ts';
import { abortOnSignals } from '../core/signals.ts';
import { keptFor, mostKeptMinutes } from '../model/after-failure.ts';
import type { EventSink } from '../model/event.ts';
import type { RunRecord } from '../model/record.ts';
import { compactStatus } from '../report/compact-status.ts';
import { colourless } from '../diagnostics/harmless.ts';
import { logTail } from '../diagnostics/log-tail.ts';
import { paceOf } from '../report/pace.ts';
import { statusText } from '../report/status-text.ts';
import { terminalReport } from '../report/terminal.ts';
import { runDir } from '../store/run-dir.ts';
import { writtenEvent, writtenRun } from '../store/written-record.ts';
import { userCredentials } from './user-credentials.ts';
import { count, hostOptions, oneOf, onePositional, parseCommand } from './options.ts';
import { printJson, printLines } from './print.ts';
import { stdoutIsCapable, stdoutPalette } from './stdout-palette.ts';
import { workspaceOf } from './open-checkout.ts';

const options = {
  ...hostOptions,
  lane: { type: 'string', multiple: true },
  base: { type: 'string' },
  output: { type: 'string' },
  'keep-guest-on-failure-minutes': { type: 'string' },
} as const;

export async function runCommand(args: readonly string[], closed: AbortSignal): Promise<number> {
  const { values, positionals } = parseCommand(args, options);
  const target = onePositional(positionals, '`run` takes one target or lane');
  const output = oneOf('output', values.output, ['human', 'json', 'jsonl']) ?? 'human';
  const keep = 'keep-guest-on-failure-minutes';
  const minutes = count(keep, values[keep], mostKeptMinutes) ?? 0;
  const workspace = await workspaceOf(values);
  const reporter = reporters[output]();
  const credentials = userCredentials(values, workspace.environment);
  // With nobody left to tell, the guests are to go, as they do on a signal.
  const signal = AbortSignal.any([abortOnSignals(), closed]);
  const record = await runLanes(workspace, {
    target,
    lanes: values.lane ?? [],
    base: values.base,
    backend: undefined,
    credentials,
    registryAuth: await registryAuth('', process.env),
    context: {},
    secrets: (lanes) => readSecrets(lanes, process.env, 'terminal'),
    foreignFrom: undefined,
    afterFailure: keptFor(minutes, credentials.proxyJump),
    identity: { repository: workspace.repository.root, run: undefined, attempt: 1 },
    report: reporter.sink,
    outputTaken: paceOf(process.stdout, signal),
    signal,
  });
  await reporter.close(record, workspace.stateRoot);
  return exitOfRun(record);
}

interface Reporter {
  sink: EventSink;
  close: (record: RunRecord, stateRoot: string) => void | Promise<void>;
}

const reporters: Readonly<Record<'human' | 'json' | 'jsonl', () => Reporter>> = {
  human: humanReporter,
  json: () => ({
    sink: () => undefined,
    close: (record) => printJson(writtenRun(record), 2),
  }),
  jsonl: () => ({
    // Guest output has its own file, where it is byte for byte what it was.
    sink: (event) => {
      if (event.event !== 'job_output') printJson(writtenEvent(event));
    },
    close: () => undefined,
  }),
};

function humanReporter(): Reporter {
  const paint = stdoutPalette();
  const write = (text: string): void => void process.stdout.write(text);
  const { stdout } = process;
  const { sink, close } = terminalReport({
    write,
    screen: stdoutIsCapable() ? () => ({ columns: stdout.columns, rows: stdout.rows }) : undefined,
    colours: stdout.isTTY && !stdoutIsCapable() ? 'dropped' : 'kept',
    paint,
  });
  return {
    sink,
    close: async (record, stateRoot) => {
      close();
      const dir = runDir(stateRoot, record.run_id);
      for (const job of record.jobs.filter(({ status }) => status !== 'passed')) {
        const tail = await logTail(dir.job(job.id).guestLog, 20);
        if (tail.length === 0) continue;
        printLines(['', paint.bold(`${job.id}: end of the log`), ...tail.map(colourless)]);
      }
      printLines(['', ...statusText(compactStatus(record), paint)]);
      printLines(['', `record ${dir.runJson}`]);
      printLines(record.jobs.map((job) => `log    ${job.guest_log_path}`));
    },
  };
}
