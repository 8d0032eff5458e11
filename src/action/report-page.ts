import { join } from 'node:path';
import { notice } from '@actions/core';
import { uploadFile } from '../github/artifacts.ts';
import { reasonOf } from '../github/refusal.ts';
import { describeFailure } from '../model/describe-failure.ts';
import { failureOf } from '../model/failure.ts';
import type { LaneReport } from '../model/outcome.ts';
import type { HtmlReport, LogFile } from '../report/html/html-report.ts';
import { pageTemplate } from '../report/html/template.ts';
import { writeHtml } from '../report/html/write.ts';
import { runDirAt } from '../store/run-dir.ts';
import type { GithubContext } from './github-context.ts';

/**
 * Keeps the report with all logs as one page of the workflow run, which a browser opens from there.
 * @returns its address; nothing where GitHub does not keep it, which is told
 */
export async function keepPage(
  report: HtmlReport,
  folder: string,
  { artifacts, runNumber, workflowRun }: GithubContext,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (artifacts.kind === 'unavailable') return undefined;
  // GitHub keeps the pages of earlier attempts, so each has a name of its own.
  const file = join(folder, `pikaci-report-${runNumber}-${workflowRun.runAttempt}.html`);
  try {
    await writeHtml(report, pageTemplate(), file);
    const answer = await uploadFile(artifacts, file, signal);
    if (answer.kind === 'done') return answer.url;
    notice(`The report is not kept as a page: ${reasonOf(answer)}.`);
  } catch (error) {
    signal.throwIfAborted();
    // Most often the disk is full. A verdict is worth more than its page.
    notice(`The report is not kept as a page: ${describeFailure(failureOf(error)).headline}.`);
  }
  return undefined;
}

/** What a lane's guest said, and what was done for it. */
export function logsOf({ folder, job }: LaneReport): LogFile[] {
  const { guestLog, hostLog } = runDirAt(folder).job(job.id);
  return [
    { kind: 'guest', path: guestLog },
    { kind: 'host', path: hostLog },
  ];
}
