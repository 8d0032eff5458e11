import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RunRecord } from '../model/record.ts';
import { compactStatus } from '../report/compact-status.ts';
import { formatBytes } from '../report/duration.ts';
import { runReport, type HtmlReport } from '../report/html/html-report.ts';
import { renderHtml } from '../report/html/render.ts';
import { pageTemplate } from '../report/html/template.ts';
import { writeHtml } from '../report/html/write.ts';
import { statusText } from '../report/status-text.ts';
import { readLastRun, readRun } from '../store/read-run.ts';
import { runDir } from '../store/run-dir.ts';
import { parseCommand, usage } from './options.ts';
import { printLines } from './print.ts';
import { findStateRoot } from './state-root.ts';
import { stdoutPalette } from './stdout-palette.ts';

/** A run for people: in short, or with its logs as one HTML file. */
export async function reportCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, { html: { type: 'string' } });
  if (positionals.length > 1) throw usage('`report` takes one run id at most');
  const stateRoot = await findStateRoot(values['state-root']);
  const [runId] = positionals;
  const record = await (runId === undefined ? readLastRun(stateRoot) : readRun(stateRoot, runId));
  const { html } = values;
  if (html === undefined) {
    printLines(statusText(compactStatus(record), stdoutPalette()));
  } else if (html === '-') {
    await print(reportOf(record, stateRoot));
  } else {
    const path = resolve(html);
    await writeHtml(reportOf(record, stateRoot), pageTemplate(), path);
    printLines([`wrote ${path} (${formatBytes((await stat(path)).size)})`]);
  }
  return 0;
}

async function print(report: HtmlReport): Promise<void> {
  try {
    await pipeline(renderHtml(report, pageTemplate()), process.stdout, { end: false });
  } catch (error) {
    // Whoever reads has seen enough.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

function reportOf(record: RunRecord, stateRoot: string): HtmlReport {
  const { job } = runDir(stateRoot, record.run_id);
  return runReport(record, (id) => [
    { kind: 'guest', path: job(id).guestLog },
    { kind: 'host', path: job(id).hostLog },
  ]);
}
