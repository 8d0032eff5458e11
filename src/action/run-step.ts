import { setOutput, setSecret, summary } from '@actions/core';
import { exitOfRun } from '../core/exit-status.ts';
import { registryAuth } from '../core/registry-auth.ts';
import { runLanes } from '../core/run-lanes.ts';
import { readSecrets } from '../core/run-secrets.ts';
import { abortOnSignals } from '../core/signals.ts';
import type { Checkout } from '../core/checkout.ts';
import { keptFor } from '../model/after-failure.ts';
import type { EventSink } from '../model/event.ts';
import { failureOf } from '../model/failure.ts';
import type { LegRecord } from '../model/leg.ts';
import { scopeOfInputs, type LegScope } from '../model/leg-scope.ts';
import type { RunSecrets } from '../model/lane-given.ts';
import type { RunRecord } from '../model/record.ts';
import type { Lane } from '../model/target.ts';
import { chooseLanes } from '../plan/choose-targets.ts';
import { compactStatus } from '../report/compact-status.ts';
import { codeSpan, markdownLink } from '../report/markdown.ts';
import { excerptOf } from '../report/excerpts.ts';
import type { LogDigest } from '../diagnostics/log-digest.ts';
import { phaseTable } from '../report/phase-table.ts';
import { guardLine } from '../report/guard.ts';
import { paceOf } from '../report/pace.ts';
import { statusMarkdown, summaryLimitBytes } from '../report/status-markdown.ts';
import { palette, statusText } from '../report/status-text.ts';
import { StepLog } from '../report/step-log.ts';
import { runDir } from '../store/run-dir.ts';
import { annotate } from './annotate.ts';
import { inputCredentials } from './input-credentials.ts';
import { keepOwnOnly, originOfCode, refuseForkCode, type CodeOrigin } from './fork-policy.ts';
import type { GithubContext } from './github-context.ts';
import type { RunInputs } from './inputs.ts';
import { describeLeg, leaveFailedLeg, leaveLeg, rememberLeg } from './leave-leg.ts';
import { guestSaver } from './saved-state.ts';
import { StepEnvironment } from './step-environment.ts';
import { workspaceOf } from './action-checkout.ts';

/** `mode: run`: the lanes of one target on their hosts, their logs in this step. */
export async function runStep(inputs: RunInputs, context: GithubContext): Promise<number> {
  const environment = new StepEnvironment(process.env);
  const leaveWord =
    (of: LegRecord) =>
    async (thrown: unknown): Promise<never> => {
      await environment.whole(() => leaveFailedLeg(of, failureOf(thrown), context));
      throw thrown;
    };
  // Until the manifest is read, there are only names to go by.
  const named = describeLeg(inputs, scopeOfInputs(inputs.target, inputs.lane), context);
  const opened = await openLeg(inputs, context).catch(leaveWord(named));
  const leg = describeLeg(inputs, opened.scope, context);
  const ran = await runLeg(inputs, context, opened, leg, environment).catch(leaveWord(leg));
  const { record, path } = ran;
  // A cancelled step has seconds; what takes longer is the post step's.
  const isCancelled = record.failure_kind === 'cancelled';
  const artifact = isCancelled
    ? undefined
    : await environment.whole(() => leaveLeg({ folder: path, leg }, context));
  await report(ran, context, links(leg, artifact, path));
  return exitOfRun(record);
}

interface OpenedLeg {
  workspace: Checkout;
  scope: LegScope;
  lanes: readonly Lane[];
}

async function openLeg(inputs: RunInputs, context: GithubContext): Promise<OpenedLeg> {
  const workspace = await workspaceOf(inputs, context);
  const { target, lanes } = chooseLanes(workspace.manifest, inputs.target, laneWords(inputs));
  const known = target.lanes.map(({ id }) => id);
  return { workspace, scope: scopeOfInputs(inputs.target, inputs.lane, known), lanes };
}

function laneWords({ lane }: RunInputs): readonly string[] {
  return lane === undefined ? [] : [lane];
}

type DigestOf = (lane: string) => LogDigest | undefined;

interface RanLeg {
  record: RunRecord;
  /** Folder of the run's files. */
  path: string;
  digestOf: DigestOf;
}

async function runLeg(
  inputs: RunInputs,
  context: GithubContext,
  { workspace, lanes }: OpenedLeg,
  leg: LegRecord,
  environment: StepEnvironment,
): Promise<RanLeg> {
  // While they are all there.
  const variables = { ...process.env };
  // A signal ends it by itself until here: there is nothing to clear away yet.
  if (lanes.some(({ runner }) => runner.host.address.kind === 'local')) environment.withhold();
  const signal = abortOnSignals();
  const { stateRoot } = workspace;
  const origin = await originOfCode(context, workspace.repository, workspace.manifest.path, signal);
  if (!inputs.allowForkCode) refuseForkCode(context, origin);
  const credentials = inputCredentials(inputs, workspace.environment.sshAuthSocket);
  using log = new StepLog((text) => void process.stdout.write(text));
  const record = await runLanes(workspace, {
    target: inputs.target,
    lanes: laneWords(inputs),
    base: inputs.base,
    backend: inputs.backend,
    credentials,
    registryAuth: await registryAuth(inputs.registryAuth, process.env),
    context: context.forLanes,
    secrets: (asking) => secretsFor(asking, variables, origin),
    foreignFrom: origin.kind === 'own' ? undefined : origin.from,
    afterFailure: keepOwnOnly(keptFor(inputs.keepMinutes, credentials.proxyJump), origin),
    identity: {
      repository: context.repository,
      run: context.runId,
      attempt: context.workflowRun.runAttempt,
    },
    report: all(saveGuests(), rememberLeg(leg, stateRoot), log.sink),
    outputTaken: paceOf(process.stdout, signal),
    signal,
  });
  const digestOf: DigestOf = (lane) => log.digestOf(lane);
  await annotate(record, digestOf, workspace.repository, stateRoot);
  return { record, path: runDir(stateRoot, record.run_id).path, digestOf };
}

/** As GitHub has it, code of strangers gets no secret, whatever else it may. */
function secretsFor(
  lanes: readonly Lane[],
  variables: NodeJS.ProcessEnv,
  origin: CodeOrigin,
): RunSecrets {
  if (origin.kind !== 'own') return { kind: 'withheld', why: `the code comes from ${origin.from}` };
  const secrets = readSecrets(lanes, variables, 'workflow');
  // The runner need not know that they are secrets. What a mask of its own finds is found once more.
  for (const value of secrets.values.values()) setSecret(value);
  return secrets;
}

/** For the post step, which is to remove them all but those that are kept. */
function saveGuests(): EventSink {
  const guests = guestSaver();
  return (event) => {
    if (event.event === 'guest_kept') guests.forget(event.guest_name);
    if (event.event !== 'guest_named') return;
    const { name, os, address, workDir } = event.host;
    guests.save({ name: event.guest_name, host: { name, os, address, workDir } });
  };
}

function all(...sinks: readonly EventSink[]): EventSink {
  return (event) => {
    for (const sink of sinks) sink(event);
  };
}

function links(leg: LegRecord, artifact: string | undefined, path: string): string[] {
  const log = leg.job_url === null ? [] : [markdownLink('log of this job', leg.job_url)];
  const files =
    artifact === undefined ? codeSpan(path) : markdownLink('records and full logs', artifact);
  return [[...log, files].join(' · ')];
}

async function report(
  { record, path, digestOf }: RanLeg,
  context: GithubContext,
  documentLinks: readonly string[],
): Promise<void> {
  const { runNumber: number, runUrl: url } = context;
  const status = compactStatus(record, { number, url });
  for (const line of statusText(status, palette(true))) {
    process.stdout.write(`${guardLine(line)}\n`);
  }
  const failed = record.jobs.filter((it) => it.status === 'failed');
  const document = {
    status,
    excerpts: failed.flatMap((job) => excerptOf(job.id, job, digestOf(job.id))),
    timeline: phaseTable(record),
    skipped: [],
    notes: [],
    links: documentLinks,
  };
  await summary.addRaw(statusMarkdown(document, summaryLimitBytes)).write();
  setOutput('status', record.status);
  setOutput('failure-kind', record.failure_kind ?? '');
  setOutput('run-id', record.run_id);
  setOutput('log-path', path);
  const end = record.finished_at ?? record.created_at;
  setOutput('duration-ms', String(Date.parse(end) - Date.parse(record.created_at)));
}
