/** What became of something that GitHub was asked: it is done, or it is not and a lane's verdict stands. */
export type Answer<Done> = ({ kind: 'done' } & Done) | Refusal;

/** Why GitHub did not do what it was asked. */
export type Refusal =
  /** The token lacks a permission. GitHub answers 404 where it would not even say that much. */
  | { kind: 'not_permitted'; status: number; said: string }
  /** GitHub does not take what it was sent, e.g. for a commit that it does not know. */
  | { kind: 'refused'; status: number; said: string }
  /** No answer in time, rate limits, trouble on GitHub's side, or a service that is not there. */
  | { kind: 'unavailable'; why: string };

/** What Octokit throws, as far as it matters here. */
interface AnswerError {
  status: number;
  message: string;
  response?: { headers: Readonly<Record<string, string | number | undefined>> };
}

/** The answer that a thrown value of Octokit stands for; nothing where there was none. */
export function answerOf(thrown: unknown): Required<AnswerError> | undefined {
  if (!(thrown instanceof Error) || !('status' in thrown)) return undefined;
  const { status, message, response } = thrown as Error & AnswerError;
  return response === undefined ? undefined : { status, message, response };
}

/**
 * Lets a cancellation end whatever is under way. A deadline of the caller's is one more way of having
 * no answer, and is told like the others.
 * @throws the signal's reason, unless it is a deadline's
 */
export function throwIfCancelled({ aborted, reason }: AbortSignal): void {
  const isDeadline = reason instanceof Error && reason.name === 'TimeoutError';
  if (aborted && !isDeadline) throw reason;
}

/**
 * A refusal out of whatever Octokit threw.
 * @throws the signal's reason, where it was cancelled
 */
export function refusalOf(thrown: unknown, signal: AbortSignal): Refusal {
  throwIfCancelled(signal);
  const answer = answerOf(thrown);
  if (answer === undefined) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'unavailable', why: `no answer: ${firstLine(detail)}` };
  }
  const { status } = answer;
  const said = firstLine(answer.message);
  if (isRateLimited(answer)) return { kind: 'unavailable', why: `rate limited: ${said}` };
  if (status >= 500) return { kind: 'unavailable', why: `it answers ${status}: ${said}` };
  const permission = status === 401 || status === 403 || status === 404;
  return { kind: permission ? 'not_permitted' : 'refused', status, said };
}

/**
 * Primary and secondary limits alike.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function isRateLimited({ status, message, response }: Required<AnswerError>): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const { headers } = response;
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit/i.test(message)
  );
}

/** Something that was to be published, and was not. */
export interface Unpublished {
  /** E.g. `the commit statuses`. */
  what: string;
  /** What the token needs for it, as a workflow names it: `statuses: write`. */
  permission: string;
  refusal: Refusal;
}

/** Everything that was not published, in one line; nothing where all of it was. */
export function noticeOf(unpublished: readonly Unpublished[]): string | undefined {
  if (unpublished.length === 0) return undefined;
  const list = new Intl.ListFormat('en');
  const reasons = new Map<string, Unpublished[]>();
  for (const it of unpublished) {
    const reason = reasonOf(it.refusal);
    reasons.set(reason, [...(reasons.get(reason) ?? []), it]);
  }
  const sentences = [...reasons].map(([reason, those]) => {
    const what = list.format(those.map((it) => it.what));
    const lacking = those.filter(({ refusal }) => refusal.kind === 'not_permitted');
    const permissions = [...new Set(lacking.map(({ permission }) => `\`${permission}\``))];
    const fix =
      permissions.length === 0
        ? ''
        : ` Give the job ${list.format(permissions)}; pull requests of forks cannot have it.`;
    return `Not published: ${what} (${reason}).${fix}`;
  });
  return `${sentences.join(' ')} The verdict is not affected.`;
}

/** A refusal in a few words. */
export function reasonOf(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'not_permitted':
      return `the token may not: ${refusal.status} ${refusal.said}`;
    case 'refused':
      return `GitHub refuses it: ${refusal.status} ${refusal.said}`;
    case 'unavailable':
      return refusal.why;
  }
}

/** Trouble on the way may answer with whole pages. */
export function firstLine(text: string): string {
  const lines = text.replace(/<[^>]*>/g, ' ').split('\n');
  const line = lines.find((it) => it.trim() !== '')?.trim() ?? '';
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
