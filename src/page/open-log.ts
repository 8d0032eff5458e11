import type { PageLane } from '../report/html/page-data.ts';
import type { EmbeddedLogs, LogName } from './embedded-logs.ts';
import { findErrors, type ErrorLines } from './log/error-lines.ts';
import { wholeLine } from './log/line.ts';
import type { LogText } from './log/log-text.ts';
import { plainLog } from './log/search.ts';
import { copy, save } from './notice.ts';
import type { LineRange } from './route.ts';
import { inSlices } from './time-slices.ts';

/** A log that is looked at. */
export interface OpenLog extends LogName {
  log: LogText;
  errors: ErrorLines;
}

const noErrors: ErrorLines = { lines: [], first: 0 };

/** @throws the signal's reason once it is aborted */
export async function openLog(
  logs: EmbeddedLogs,
  name: LogName,
  { state }: PageLane,
  signal: AbortSignal,
): Promise<OpenLog> {
  const log = await logs.open(name, signal);
  // What passed may have talked of errors; none of them is why it failed.
  const errors = state === 'success' ? noErrors : await inSlices(findErrors(log), signal);
  signal.throwIfAborted();
  return { ...name, log, errors };
}

/** @param lines those to copy; without them, all */
export function copyLog({ log }: OpenLog, lines: LineRange | undefined): Promise<void> {
  if (lines === undefined) return copy(plainLog(log), 'the log');
  const { first, last } = lines;
  const count = Math.max(0, Math.min(last, log.lines) - first + 1);
  const texts = Array.from({ length: count }, (_, index) => wholeLine(log, first - 1 + index));
  return copy(texts.join('\n'), count === 1 ? `line ${first}` : `${count} lines`);
}

export function saveLog({ kind, log }: OpenLog, { key }: PageLane): void {
  save(log.bytes, `${key.replaceAll(/[^\w.-]+/g, '-')}-${kind}.log`);
}
