import { createReadStream, existsSync } from 'node:fs';
import type { JobRecord } from '../model/record.ts';
import { LineSplitter } from './lines.ts';
import { LogDigest } from './log-digest.ts';
import { excerptLines } from './log-excerpt.ts';
import type { Excerpt } from './status-markdown.ts';

/** What failed, where a tool says so; where a lane did not get to its end, how far it came. */
export function excerptOf(
  lane: string,
  { failure_kind }: JobRecord,
  digest: LogDigest | undefined,
): Excerpt[] {
  if (digest === undefined || digest.lines === 0) return [];
  const excerpt = failure_kind === 'test_failure' ? digest.excerpt() : digest.ending();
  const title = excerpt.about === 'errors' ? 'what failed' : 'end of the log';
  return [{ lane, title, log: excerptLines(excerpt).join('\n') }];
}

/** The digest of a log that was kept; nothing where none was. */
export async function digestLog(path: string): Promise<LogDigest | undefined> {
  if (!existsSync(path)) return undefined;
  const digest = new LogDigest();
  const splitter = new LineSplitter();
  for await (const chunk of createReadStream(path)) {
    for (const line of splitter.push(chunk as Buffer)) digest.push(line);
  }
  for (const line of splitter.end()) digest.push(line);
  digest.end();
  return digest;
}
