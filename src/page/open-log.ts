import type { ErrorLines } from '../diagnostics/error-lines.ts';
import type { PageLane } from '../report/html/page-data.ts';
import type { EmbeddedLogs, LogName } from './embedded-logs.ts';
import { wholeLine } from './log/line.ts';
import type { LogText } from './log/log-text.ts';
import { plainLog } from './log/search.ts';
import { copy, save } from './notice.ts';
import type { LineRange } from './route.ts';

/** A log that is looked at. */
export interface OpenLog extends LogName {
  log: LogText;
  errors: ErrorLines;
}

/** @throws the signal's reason once it is aborted */
export async function openLog(
  logs: EmbeddedLogs,
  name: LogName,
  signal: AbortSignal,
): Promise<OpenLog> {
  const log = await logs.open(name, signal);
  signal.throwIfAborted();
  return { ...name, log, errors: logs.errorsOf(name) };
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
