import { describe, expect, it } from 'vitest';
import { gateway } from '../github-stand-in/faults.ts';
import { GithubStandIn } from '../github-stand-in/github-stand-in.ts';

// The stand-in itself: it is worth as much as what it refuses.

const sha = 'c0ffee'.padEnd(40, '0');
const known = { commits: [sha], pullRequests: [7] };

interface Request {
  method?: string;
  path: string;
  body?: object | string;
  headers?: Record<string, string>;
}

async function ask(
  github: GithubStandIn,
  { method = 'POST', path, body, headers = {} }: Request,
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${github.environment()['GITHUB_API_URL'] ?? ''}${path}`, {
    method,
    headers: {
      authorization: `token ${github.token}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

const statuses = `/repos/octo/repo/statuses/${sha}`;
const comments = '/repos/octo/repo/issues/7/comments';
const checks = '/repos/octo/repo/check-runs';
const check = { name: 'x', head_sha: sha, status: 'completed', conclusion: 'success' };
const withOutput = (output: object) => ({
  ...check,
  output: { title: 'x', summary: 'x', ...output },
});
const line = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'x' };

describe('GitHub’s stand-in refuses', () => {
  it.each<[string, Request, number, string]>([
    [
      'another token',
      { path: statuses, headers: { authorization: 'token x' } },
      401,
      'credentials',
    ],
    ['what is no JSON', { path: statuses, body: '{' }, 400, 'Problems parsing JSON'],
    [
      'another repository',
      { path: statuses.replace('octo', 'other'), body: { state: 'success' } },
      404,
      'Not Found',
    ],
    [
      'an unknown commit',
      { path: statuses.replace('c0', 'd0'), body: { state: 'success' } },
      422,
      'No commit found',
    ],
    [
      '141 characters of description',
      { path: statuses, body: { state: 'success', description: 'x'.repeat(141) } },
      422,
      'maximum is 140',
    ],
    [
      '256 characters of context',
      { path: statuses, body: { state: 'success', context: 'x'.repeat(256) } },
      422,
      'maximum is 255',
    ],
    [
      'a link that is none',
      { path: statuses, body: { state: 'success', target_url: 'javascript:1' } },
      422,
      'http(s)',
    ],
    ['an empty comment', { path: comments, body: { body: ' ' } }, 422, 'blank'],
    [
      '65,537 characters of comment',
      { path: comments, body: { body: 'ä'.repeat(65_537) } },
      422,
      'maximum is 65536',
    ],
    [
      'a comment on nothing',
      { path: comments.replace('7', '8'), body: { body: 'x' } },
      404,
      'Not Found',
    ],
    [
      '65,536 bytes of summary',
      { path: checks, body: withOutput({ summary: 'ä'.repeat(32_768) }) },
      422,
      'bytesize',
    ],
    [
      '65,536 bytes of text',
      { path: checks, body: withOutput({ text: 'ä'.repeat(32_768) }) },
      422,
      'bytesize',
    ],
    [
      'an annotation that ends before it starts',
      { path: checks, body: withOutput({ annotations: [{ ...line, start_line: 2 }] }) },
      422,
      'end_line',
    ],
  ])('%s', async (_, request, status, message) => {
    await using github = await GithubStandIn.start(known);
    const answer = await ask(github, request);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(message);
    expect([github.statuses, github.comments, github.checks]).toEqual([[], [], []]);
  });

  it.each<[string, Request, number, string]>([
    ['a state that there is not', { path: statuses, body: { state: 'nice' } }, 422, 'state'],
    ['a field that is missing', { path: statuses, body: {} }, 422, 'state'],
    [
      'a field of another type',
      { path: statuses, body: { state: 'success', context: 7 } },
      422,
      'context',
    ],
    [
      'a field that nobody knows',
      { path: statuses, body: { state: 'success', colour: 'red' } },
      422,
      'additional',
    ],
    [
      'a field that nobody knows, further in',
      { path: checks, body: withOutput({ body: 'x' }) },
      422,
      'additional',
    ],
    [
      '51 annotations',
      { path: checks, body: withOutput({ annotations: new Array(51).fill(line) }) },
      422,
      '50',
    ],
    [
      'a parameter that nobody knows',
      { method: 'GET', path: `${comments}?sort=created` },
      422,
      'sort',
    ],
    ['a page that is no number', { method: 'GET', path: `${comments}?page=two` }, 422, 'page'],
    ['a call that nobody makes', { method: 'GET', path: '/user' }, 404, 'Not Found'],
  ])('%s, and fails the test', async (_, request, status, message) => {
    const github = await GithubStandIn.start(known);
    const answer = await ask(github, request);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(message);
    await expect(github[Symbol.asyncDispose]()).rejects.toThrow('against GitHub’s description');
  });

  it('what the token may not', async () => {
    await using github = await GithubStandIn.start(known);
    github.permissions = { statuses: 'read' };
    for (const [path, body] of [
      [statuses, { state: 'success' }],
      [comments, { body: 'x' }],
      [checks, check],
    ] as const) {
      expect((await ask(github, { path, body })).status).toBe(403);
    }
  });
});

describe('GitHub’s stand-in', () => {
  it('takes what is just within the limits', async () => {
    await using github = await GithubStandIn.start(known);
    const taken: Request[] = [
      {
        path: statuses,
        body: { state: 'success', description: '🦊'.repeat(140), context: 'x'.repeat(255) },
      },
      { path: comments, body: { body: '🦊'.repeat(65_536) } },
      {
        path: checks,
        body: withOutput({
          summary: 'x'.repeat(65_535),
          text: 'x'.repeat(65_535),
          annotations: new Array(50).fill(line),
        }),
      },
    ];
    for (const request of taken) expect((await ask(github, request)).status).toBe(201);
  });

  it('fails a number of times, and is well again', async () => {
    await using github = await GithubStandIn.start(known);
    github.fail({ on: /^POST .*statuses/, times: 2, answer: gateway(502) });
    const request = { path: statuses, body: { state: 'success' } };
    const codes: number[] = [];
    for (let n = 0; n < 3; n += 1) codes.push((await ask(github, request)).status);
    expect(codes).toEqual([502, 502, 201]);
    expect(github.statuses).toHaveLength(1);
  });
});
