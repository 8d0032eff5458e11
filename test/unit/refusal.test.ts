import { describe, expect, it } from 'vitest';
import { noticeOf, refusalOf, type Refusal } from '../../src/github/refusal.ts';

const { signal } = new AbortController();

function answered(status: number, message: string, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

describe('what GitHub refuses', () => {
  it.each<[string, Error, Refusal]>([
    [
      'a permission',
      answered(403, 'Resource not accessible by integration'),
      { kind: 'not_permitted', status: 403, said: 'Resource not accessible by integration' },
    ],
    [
      'to say whether it is there',
      answered(404, 'Not Found'),
      { kind: 'not_permitted', status: 404, said: 'Not Found' },
    ],
    [
      'what it was sent',
      answered(422, 'Validation Failed: …'),
      { kind: 'refused', status: 422, said: 'Validation Failed: …' },
    ],
    [
      'more requests',
      answered(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' }),
      { kind: 'unavailable', why: 'rate limited: API rate limit exceeded' },
    ],
    [
      'to work, with a page',
      answered(502, '<html>\n<head><title>502</title></head>\n<body>Unicorn!</body></html>'),
      { kind: 'unavailable', why: 'it answers 502: 502' },
    ],
    [
      'to answer',
      Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { status: 500 }),
      { kind: 'unavailable', why: 'no answer: connect ECONNREFUSED 127.0.0.1:1' },
    ],
  ])('%s', (_, thrown, expected) => {
    expect(refusalOf(thrown, signal)).toEqual(expected);
  });

  it('is no answer at length', () => {
    const refusal = refusalOf(answered(422, 'x'.repeat(1000)), signal);
    expect(refusal).toMatchObject({ said: `${'x'.repeat(299)}…` });
  });

  it('is nothing beside a cancellation', () => {
    const reason = new Error('cancelled');
    expect(() => refusalOf(answered(502, ''), AbortSignal.abort(reason))).toThrow(reason);
  });
});

describe('a deadline of the caller’s', () => {
  it('is told like no answer', async () => {
    const deadline = AbortSignal.timeout(1);
    await new Promise((resolve) => deadline.addEventListener('abort', resolve));
    expect(refusalOf(deadline.reason, deadline)).toEqual({
      kind: 'unavailable',
      why: 'no answer: The operation was aborted due to timeout',
    });
  });
});

describe('what was not published, in a line', () => {
  const readOnly: Refusal = {
    kind: 'not_permitted',
    status: 403,
    said: 'Resource not accessible by integration',
  };
  const statuses = { what: 'the commit statuses', permission: 'statuses: write' };
  const comment = { what: 'the comment', permission: 'pull-requests: write' };

  it('is nothing where all was', () => {
    expect(noticeOf([])).toBeUndefined();
  });

  it('is one notice for a read-only token', () => {
    expect(
      noticeOf([
        { ...statuses, refusal: readOnly },
        { ...comment, refusal: readOnly },
      ]),
    ).toBe(
      'Not published: the commit statuses and the comment (the token may not: 403 Resource not accessible by integration). Give the job `statuses: write` and `pull-requests: write`; pull requests of forks cannot have it. The verdict is not affected.',
    );
  });

  it('names each reason', () => {
    expect(
      noticeOf([
        { ...statuses, refusal: { kind: 'refused', status: 422, said: 'No commit found' } },
        { ...comment, refusal: { kind: 'unavailable', why: 'it answers 502: 502' } },
      ]),
    ).toBe(
      'Not published: the commit statuses (GitHub refuses it: 422 No commit found). Not published: the comment (it answers 502: 502). The verdict is not affected.',
    );
  });
});
