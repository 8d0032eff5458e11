import { error as annotateError, setOutput, summary } from '@actions/core';
import { exitOfRun } from '../command/exit-status.ts';
import { runLanes } from '../command/run-lanes.ts';
import { abortOnSignals } from '../command/signals.ts';
import type { EventSink } from '../model/event.ts';
import type { RunRecord } from '../model/record.ts';
import { compactStatus } from '../report/compact-status.ts';
import { guardLine } from '../report/guard.ts';
import { logTail } from '../report/log-tail.ts';
import { statusMarkdown, type Excerpt } from '../report/status-markdown.ts';
import { palette, statusText } from '../report/status-text.ts';
import { stepLog } from '../report/step-log.ts';
import { commitOf } from '../repository/history.ts';
import { runDir } from '../store/run-dir.ts';
import { inputCredentials } from './credentials.ts';
import { refuseForkCode } from './fork-policy.ts';
import type { GithubContext } from './github-context.ts';
import type { RunInputs } from './inputs.ts';
import { guestSaver } from './saved-state.ts';
import { workspaceOf } from './workspace.ts';

/** Lines of a failed lane's log in the step summary. */
const excerptLines = 40;

/** `mode: run`: the lanes of one target on their hosts, their logs in this step. */
export async function runStep(inputs: RunInputs, context: GithubContext): Promise<number> {
  const signal = abortOnSignals();
  const workspace = await workspaceOf(inputs, context);
  if (!inputs.allowForkCode) {
    refuseForkCode(context, await commitOf(workspace.repository, 'HEAD', signal));
  }
  const record = await runLanes(workspace, {
    target: inputs.target,
    lanes: inputs.lane === undefined ? [] : [inputs.lane],
    base: inputs.base,
    backend: inputs.backend,
    credentials: inputCredentials(inputs, workspace.environment.sshAuthSocket),
    identity: {
      repository: context.repository,
      run: context.runId,
      attempt: context.runAttempt,
    },
    report: both(
      saveGuests(),
      stepLog((text) => void process.stdout.write(text)),
    ),
    signal,
  });
  await report(record, workspace.stateRoot, context);
  return exitOfRun(record);
}

function saveGuests(): EventSink {
  const save = guestSaver();
  return (event) => {
    if (event.event !== 'guest_named') return;
    const { name, os, address, workDir } = event.host;
    save({ name: event.guest_name, host: { name, os, address, workDir } });
  };
}

function both(first: EventSink, second: EventSink): EventSink {
  return (event) => {
    first(event);
    second(event);
  };
}

async function report(record: RunRecord, stateRoot: string, context: GithubContext): Promise<void> {
  const { path, job } = runDir(stateRoot, record.run_id);
  const status = compactStatus(record, context.runNumber);
  const failed = record.jobs.filter((it) => it.status === 'failed');
  for (const { id, message } of failed) annotateError(`${id}: ${message ?? 'failed'}`);
  for (const line of statusText(status, palette(true))) {
    process.stdout.write(`${guardLine(line)}\n`);
  }
  const excerpts: Excerpt[] = await Promise.all(
    failed.map(async ({ id }) => ({
      lane: id,
      log: await logTail(job(id).guestLog, excerptLines),
    })),
  );
  const shown = excerpts.filter(({ log }) => log !== '');
  await summary.addRaw(statusMarkdown(status, shown, path)).write();
  setOutput('status', record.status);
  setOutput('failure-kind', record.failure_kind ?? '');
  setOutput('run-id', record.run_id);
  setOutput('log-path', path);
  const end = record.finished_at ?? record.created_at;
  setOutput('duration-ms', String(Date.parse(end) - Date.parse(record.created_at)));
}
