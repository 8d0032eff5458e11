import { answerOf, isRateLimited } from './refusal.ts';

/** How long GitHub is waited for. */
export interface Patience {
  /** Times that one request is sent. */
  attempts: number;
  /** For all that is lost on pauses and failed requests, over all requests together. */
  totalMs: number;
  /** The part of it for a GitHub that does not answer at all. */
  silentMs: number;
  /** Before a request is sent for the second time; it doubles each time after. */
  firstPauseMs: number;
  /** For one answer. */
  answerMs: number;
}

/**
 * Enough for a hiccup and for most secondary limits; a report that waits longer is in the way. Where
 * nobody takes connections it goes on without GitHub within 10 s, where they lead nowhere within 25.
 */
export const usualPatience: Patience = {
  attempts: 5,
  totalMs: 120_000,
  silentMs: 15_000,
  firstPauseMs: 1_000,
  // GitHub gives up on a request itself by then.
  answerMs: 10_000,
};

/** GitHub asks for this where it names no time with a secondary limit. */
const unnamedLimitMs = 60_000;

/**
 * How long to wait before a request is sent again, in milliseconds.
 * @param thrown what came of the request
 * @param attempt how often it has been sent so far
 * @returns nothing where asking again is no use, e.g. after 403 without a limit, 404 and 422
 */
export function pauseAfter(
  thrown: unknown,
  attempt: number,
  { attempts, firstPauseMs }: Patience,
  now: number,
): number | undefined {
  if (attempt >= attempts) return undefined;
  const backoff = firstPauseMs * 2 ** (attempt - 1);
  const answer = answerOf(thrown);
  if (answer === undefined) return backoff;
  const { status, response } = answer;
  const named = namedPause(response.headers, now);
  if (isRateLimited(answer)) return named ?? unnamedLimitMs;
  return status >= 500 ? (named ?? backoff) : undefined;
}

function namedPause(
  headers: Readonly<Record<string, string | number | undefined>>,
  now: number,
): number | undefined {
  const retryAfter = headers['retry-after'];
  if (retryAfter !== undefined) {
    const seconds = Number(retryAfter);
    const until = Number.isNaN(seconds) ? Date.parse(String(retryAfter)) : now + seconds * 1000;
    return Number.isNaN(until) ? undefined : Math.max(0, until - now);
  }
  if (headers['x-ratelimit-remaining'] !== '0') return undefined;
  const reset = Number(headers['x-ratelimit-reset']);
  // In whole seconds, and clocks differ.
  return Number.isNaN(reset) ? undefined : Math.max(0, reset * 1000 - now) + 1_000;
}
