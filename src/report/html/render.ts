import { promisify } from 'node:util';
import { constants, deflate } from 'node:zlib';
import { errorLines } from '../../diagnostics/error-lines.ts';
import { escapeHtml } from '../escape-html.ts';
import { encodeDense } from './dense-text.ts';
import { errorAttributes } from './error-attributes.ts';
import type { HtmlReport, ReportedLane } from './html-report.ts';
import { logBytes } from './log-bytes.ts';
import { pageData } from './page-data.ts';

/**
 * The report as one HTML file, which needs nothing else: not the network, not a server. Holds one
 * log in memory at a time.
 * @param template the page without a report, see `template.ts`
 */
export async function* renderHtml(
  report: HtmlReport,
  template: string,
): AsyncGenerator<string | Uint8Array> {
  const { data, lanes } = pageData(report);
  const [head, beforeLogs, script, tail] = split(template, ['title', 'first-logs', 'other-logs']);
  yield head;
  yield escapeHtml(`${data.state} · ${data.title} · ${data.run}`);
  yield beforeLogs;
  yield dataElement(data);
  for (const [index, lane] of lanes.entries()) {
    if (lane.job !== undefined) yield* logElements(index, lane);
    // The page opens at the first lane, and shows it while the rest still loads.
    if (index === 0) yield script;
  }
  if (lanes.length === 0) yield script;
  yield tail;
}

/** Cuts the template at its `<!--name-->`, once each and in this order. */
function split(template: string, names: readonly string[]): [string, string, string, string] {
  const pattern = new RegExp(names.map((name) => `<!--${name}-->`).join('|'));
  const parts = template.split(pattern);
  const [head, data, script, tail] = parts;
  if (head === undefined || data === undefined || script === undefined || tail === undefined)
    throw new Error(`the report's template has ${parts.length} parts`);
  return [head, data, script, tail];
}

/** JSON that no parser of HTML finds a tag or a comment in. */
function dataElement(data: object): string {
  const json = JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  return `<script type="application/json" id="data">${json}</script>\n`;
}

async function* logElements(
  lane: number,
  { state, logs }: ReportedLane,
): AsyncGenerator<string | Uint8Array> {
  for (const { kind, path } of logs) {
    const bytes = await logBytes(path);
    if (bytes === undefined || bytes.length === 0) continue;
    const packed = await pack(bytes, { level: constants.Z_BEST_COMPRESSION });
    // What passed may have talked of errors; none of them is why it failed.
    const errors = state === 'success' ? '' : errorAttributes(errorLines(bytes));
    // No script to a browser, and so no matter of the policy: only text that nothing interprets.
    yield `<script type="application/zlib"${errors} id="log-${lane}-${kind}" data-bytes="${bytes.length}" data-packed="${packed.length}">`;
    yield encodeDense(packed);
    yield '</script>\n';
  }
}

const pack = promisify(deflate) as (
  bytes: Uint8Array,
  options: { level: number },
) => Promise<Buffer>;
