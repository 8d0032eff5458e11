import { describe, expect, it } from 'vitest';
import { pauseAfter, usualPatience, type Patience } from '../../src/github/patience.ts';

const patience: Patience = {
  attempts: 4,
  totalMs: 60_000,
  silentMs: 60_000,
  firstPauseMs: 1_000,
  answerMs: 1_000,
};
const now = Date.parse('2026-03-26T12:00:00Z');

function answered(status: number, headers: Record<string, string> = {}, message = ''): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

const noAnswer = Object.assign(new Error('connect ECONNREFUSED'), { status: 500 });
const secondary = 'You have exceeded a secondary rate limit.';

describe('how long GitHub is waited for', () => {
  it.each<[string, Error, number, number | undefined]>([
    ['5xx, first', answered(502), 1, 1_000],
    ['5xx, second', answered(500), 2, 2_000],
    ['5xx, third', answered(503), 3, 4_000],
    ['5xx, last', answered(504), 4, undefined],
    ['5xx that names a time', answered(503, { 'retry-after': '7' }), 1, 7_000],
    ['no answer', noAnswer, 2, 2_000],
    ['429 that names seconds', answered(429, { 'retry-after': '30' }), 1, 30_000],
    ['429 that names none', answered(429), 1, 60_000],
    ['429, last', answered(429, { 'retry-after': '1' }), 4, undefined],
    [
      '429 that names a date',
      answered(429, { 'retry-after': 'Thu, 26 Mar 2026 12:00:09 GMT' }),
      1,
      9_000,
    ],
    [
      '429 that names a time gone by',
      answered(429, { 'retry-after': 'Thu, 26 Mar 2026 11:00:00 GMT' }),
      1,
      0,
    ],
    ['429 that names nonsense', answered(429, { 'retry-after': 'soon' }), 1, 60_000],
    ['a secondary limit', answered(403, { 'retry-after': '5' }, secondary), 1, 5_000],
    ['a secondary limit without a time', answered(403, {}, secondary), 1, 60_000],
    [
      'the primary limit',
      answered(403, {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(now / 1000 + 12),
      }),
      1,
      13_000,
    ],
    ['what the token may not', answered(403, { 'x-ratelimit-remaining': '4987' }), 1, undefined],
    ['no such thing', answered(404), 1, undefined],
    ['not taken', answered(422), 1, undefined],
    ['no token', answered(401), 1, undefined],
  ])('%s', (_, thrown, attempt, expected) => {
    expect(pauseAfter(thrown, attempt, patience, now)).toBe(expected);
  });
});

it.each([
  ['takes no connection', 0, 10_000],
  ['leaves connections to themselves', usualPatience.answerMs, 25_000],
])('is waited for in all where it %s: no more than it says', (_, requestMs, mostMs) => {
  let lostMs = 0;
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    waitedMs += requestMs;
    const pause = pauseAfter(noAnswer, attempt, usualPatience, now);
    lostMs += requestMs + (pause ?? usualPatience.silentMs);
    if (lostMs >= usualPatience.silentMs) break;
    // A quarter is for chance.
    waitedMs += (pause ?? 0) * 1.25;
  }
  expect(waitedMs).toBeLessThanOrEqual(mostMs);
});
