import { docs, type Answer } from './description.ts';

/** What goes wrong with requests, in place of an answer or after the work is done. */
export interface Fault {
  /** Of `POST /repos/octo/repo/statuses/…`. */
  on: RegExp;
  /** How often; once where it is left out. */
  times?: number;
  answer: Answer | 'silence' | 'hang up';
  /** The work is done all the same, and its answer lost. */
  late?: true;
}

export function refusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  return { status, headers, body: { message, documentation_url: docs, status: String(status) } };
}

/** As GitHub's gateways do it: a page. */
export function gateway(status: 500 | 502 | 503 | 504): Answer {
  const body = `<html>\n<head><title>${status}</title></head>\n<body>Unicorn!</body></html>`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

export function tooMany(retryAfter: string): Answer {
  return refusal(429, 'Too many requests', { 'retry-after': retryAfter });
}

const secondary =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

export function secondaryLimit(retryAfter?: string): Answer {
  return refusal(403, secondary, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
}

/** @param reset in seconds since 1970 */
export function primaryLimit(reset: number): Answer {
  return refusal(403, 'API rate limit exceeded for installation ID 1.', {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(reset),
  });
}

export const notAccessible = refusal(403, 'Resource not accessible by integration');
export const notFound = refusal(404, 'Not Found');
export const badCredentials = refusal(401, 'Bad credentials');
