import type { JobRecord } from '../model/record.ts';
import type { LogDigest } from '../diagnostics/log-digest.ts';
import { excerptLines } from '../diagnostics/log-excerpt.ts';
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
