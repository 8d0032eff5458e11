import { logTail } from './log-tail.ts';
import type { Excerpt } from './status-markdown.ts';

/** Lines of a failed lane's log. */
const excerptLines = 40;

/** Lanes whose logs are shown in part; more are not read, and the full logs have all of them. */
const excerptsAtMost = 20;

/** The ends of the logs of lanes that failed; none of lanes that said nothing. */
export async function readExcerpts(
  failed: readonly { lane: string; log: string }[],
): Promise<Excerpt[]> {
  const excerpts = await Promise.all(
    failed
      .slice(0, excerptsAtMost)
      .map(async ({ lane, log }) => ({ lane, log: await logTail(log, excerptLines) })),
  );
  return excerpts.filter(({ log }) => log !== '');
}
