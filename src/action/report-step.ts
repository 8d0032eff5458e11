import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { error as annotateError, notice, setOutput, summary } from '@actions/core';
import { openGithub } from '../github/client.ts';
import { noticeOf } from '../github/refusal.ts';
import { workflowReport } from '../report/html/html-report.ts';
import { abortOnSignals } from '../core/signals.ts';
import type { LaneOutcome } from '../model/outcome.ts';
import { overallStatus } from '../report/compact-status.ts';
import { guardLine } from '../report/guard.ts';
import { digestLog } from '../diagnostics/digest-log.ts';
import { excerptOf } from '../report/excerpts.ts';
import { markdownLink } from '../report/markdown.ts';
import {
  statusMarkdown,
  summaryLimitBytes,
  type Excerpt,
  type StatusDocument,
} from '../report/status-markdown.ts';
import { palette, statusText } from '../report/status-text.ts';
import { timelineMermaid } from '../report/timeline-mermaid.ts';
import { runDirAt } from '../store/run-dir.ts';
import { overallOutcome } from '../outcome/overall-outcome.ts';
import { parsePlan } from '../outcome/packed-plan.ts';
import { collectLegs } from './collect-legs.ts';
import type { GithubContext } from './github-context.ts';
import type { ReportInputs } from './inputs.ts';
import { publishReport } from './publish-report.ts';
import { keepPage, logsOf } from './report-page.ts';

/** `mode: report`: what was planned against what the legs left; the one check to require. */
export async function reportStep(inputs: ReportInputs, context: GithubContext): Promise<number> {
  const signal = abortOnSignals();
  const plan = parsePlan(inputs.plan);
  const folder = await mkdtemp(join(context.temp, 'pikaci-report-'));
  const github = await openGithub({ token: inputs.token, workflowRun: context.workflowRun });
  const { notes, ...found } = await collectLegs(
    github,
    plan,
    inputs.jobId,
    folder,
    context,
    signal,
  );
  const verdict = overallOutcome({ plan, legsResult: inputs.legsResult, ...found });
  const outcome = { ...verdict, notes: [...verdict.notes, ...notes] };
  const { runNumber, headSha: head, runUrl } = context;
  const workflowRun = { number: runNumber, url: runUrl };
  const status = overallStatus(outcome, plan, { workflowRun, head });
  for (const line of statusText(status, palette(true))) {
    process.stdout.write(`${guardLine(line)}\n`);
  }
  const full = workflowReport(outcome, { status, link: runUrl }, logsOf);
  const page = await keepPage(full, folder, context, signal);
  const document: StatusDocument = {
    status,
    excerpts: await excerpts(outcome.lanes),
    timeline: timelineMermaid(outcome.lanes),
    skipped: outcome.skipped,
    notes: outcome.notes,
    links: [linksLine(page, runUrl)],
  };
  await summary.addRaw(statusMarkdown(document, summaryLimitBytes)).write();
  const report = { outcome, document, pageUrl: page ?? runUrl };
  const unpublished = await publishReport(github, report, inputs, context, signal);
  const missing = noticeOf(unpublished);
  if (missing !== undefined) notice(missing);
  setOutput('status', outcome.state);
  setOutput('report-url', page ?? '');
  if (outcome.state === 'success' || outcome.state === 'skipped') return 0;
  annotateError(`CI: ${outcome.state}; ${status.counts}`);
  return 1;
}

function linksLine(page: string | undefined, runUrl: string): string {
  const files = markdownLink('records and logs to download', `${runUrl}#artifacts`);
  return page === undefined
    ? files
    : `${markdownLink('Full report with all logs', page)} · ${files}`;
}

/** Lanes whose logs are shown in part; the full report has all of them. */
const excerptsAtMost = 20;

async function excerpts(lanes: readonly LaneOutcome[]): Promise<Excerpt[]> {
  const failed = lanes.filter(({ state }) => state === 'failed').slice(0, excerptsAtMost);
  const read = failed.map(async ({ id, title, report }) =>
    report === undefined
      ? []
      : excerptOf(title, report.job, await digestLog(runDirAt(report.folder).job(id).guestLog)),
  );
  return (await Promise.all(read)).flat();
}
