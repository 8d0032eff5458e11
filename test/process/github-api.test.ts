import { describe, expect, it } from 'vitest';
import { publishCheckRun, type Annotation, type CheckRun } from '../../src/github/check-run.ts';
import { openGithub, type Github } from '../../src/github/client.ts';
import { publishComment } from '../../src/github/comment.ts';
import { publishStatuses, type CommitStatus } from '../../src/github/commit-status.ts';
import { jobsOfAttempt } from '../../src/github/jobs.ts';
import type { Patience } from '../../src/github/patience.ts';
import { readWorkflowRunRef } from '../../src/github/workflow-run.ts';
import type { Answer } from '../../src/github/refusal.ts';
import {
  gateway,
  notAccessible,
  notFound,
  primaryLimit,
  refusal,
  secondaryLimit,
  tooMany,
} from '../github-stand-in/faults.ts';
import { GithubStandIn, type StandInOptions } from '../github-stand-in/github-stand-in.ts';

// Our client against a strict stand-in for GitHub, which holds both to GitHub's own description.

const sha = 'c0ffee'.padEnd(40, '0');
const known = { commits: [sha], pullRequests: [7] };
const quick: Patience = {
  attempts: 4,
  totalMs: 20_000,
  silentMs: 20_000,
  firstPauseMs: 5,
  answerMs: 5_000,
};
const { signal } = new AbortController();

function start(options: StandInOptions = {}): Promise<GithubStandIn> {
  return GithubStandIn.start({ ...known, ...options });
}

function open(github: GithubStandIn, patience: Partial<Patience> = {}): Promise<Github> {
  return openGithub({
    token: github.token,
    workflowRun: readWorkflowRunRef(github.environment()),
    patience: { ...quick, ...patience },
  });
}

const status: CommitStatus = {
  context: 'pikaci / rust',
  state: 'success',
  description: '10 passed',
  targetUrl: 'https://stand-in.localhost/octo/repo/actions/runs/4711',
};

describe('commit statuses', () => {
  it('stand on the commit, one a target', async () => {
    await using github = await start();
    const e2e = { ...status, context: 'pikaci / e2e', state: 'failure' } as const;
    const outcomes = await publishStatuses(await open(github), sha, [status, e2e], signal);
    expect(outcomes).toMatchObject([{ kind: 'done' }, { kind: 'done' }]);
    expect(github.statuses).toEqual([
      {
        sha,
        context: 'pikaci / rust',
        state: 'success',
        description: '10 passed',
        target_url: 'https://stand-in.localhost/octo/repo/actions/runs/4711',
      },
      expect.objectContaining({ context: 'pikaci / e2e', state: 'failure' }),
    ]);
  });

  it.each([
    ['description', 140],
    ['context', 255],
  ] as const)('have a %s of %i characters at most', async (field, most) => {
    await using github = await start();
    const ours = await open(github);
    const texts = ['x'.repeat(most), 'x'.repeat(most + 1), '🦊'.repeat(most)];
    const outcomes = await publishStatuses(
      ours,
      sha,
      texts.map((text) => ({ ...status, [field]: text })),
      signal,
    );
    expect(outcomes).toMatchObject(texts.map(() => ({ kind: 'done' })));
    const [whole, cut, foxes] = github.statuses.map((it) => it[field]);
    expect(whole).toBe('x'.repeat(most));
    expect(cut).toBe(`${'x'.repeat(most - 1)}…`);
    expect(foxes).toMatch(/^🦊+…$/u);
  });

  it('are refused for a commit that GitHub does not know, and the others are set', async () => {
    await using github = await start();
    const ours = await open(github);
    const [unknown] = await publishStatuses(ours, 'd'.repeat(40), [status], signal);
    expect(unknown).toMatchObject({ kind: 'refused', status: 422 });
    expect(await publishStatuses(ours, sha, [status], signal)).toMatchObject([{ kind: 'done' }]);
  });

  it('are tried once with a read-only token', async () => {
    await using github = await start();
    github.permissions = { statuses: 'read' };
    const outcomes = await publishStatuses(await open(github), sha, [status, status], signal);
    const refusal = {
      kind: 'not_permitted',
      status: 403,
      said: 'Resource not accessible by integration - https://docs.github.com/rest',
    };
    expect(outcomes).toEqual([refusal, refusal]);
    expect(github.asked).toHaveLength(1);
  });
});

describe('the sticky comment', () => {
  const comment = { pullRequest: 7, key: 'CI', body: '### CI: success' };

  it('is made once, changed when it differs, and left alone when it does not', async () => {
    await using github = await start();
    const ours = await open(github);
    const publish = (body: string) => publishComment(ours, { ...comment, body }, signal);
    const [first, second, third] = [
      await publish('### CI: success'),
      await publish('### CI: success'),
      await publish('### CI: failed'),
    ];
    expect([first, second, third]).toMatchObject([
      { kind: 'done', change: 'created' },
      { kind: 'done', change: 'unchanged' },
      { kind: 'done', change: 'updated' },
    ]);
    expect(github.comments).toMatchObject([
      { login: 'github-actions[bot]', body: '<!-- pikaci: CI -->\n### CI: failed' },
    ]);
    expect(github.requests(/^(POST|PATCH) .*comments/)).toHaveLength(2);
  });

  it('is another one for each key, which cannot end its marker', async () => {
    await using github = await start();
    const ours = await open(github);
    for (const key of ['CI', 'Nightly', '--> <b>']) {
      await publishComment(ours, { ...comment, key }, signal);
      await publishComment(ours, { ...comment, key, body: 'again' }, signal);
    }
    expect(github.comments.map(({ body }) => body)).toEqual([
      '<!-- pikaci: CI -->\nagain',
      '<!-- pikaci: Nightly -->\nagain',
      '<!-- pikaci: --%3E%20%3Cb%3E -->\nagain',
    ]);
  });

  it('is never somebody else’s, even with our marker', async () => {
    await using github = await start();
    const forged = '<!-- pikaci: CI -->\nmine';
    github.comment(7, 'mallory', forged);
    github.comment(7, 'some-app[bot]', forged);
    await publishComment(await open(github), comment, signal);
    expect(github.comments.map(({ login, body }) => [login, body])).toEqual([
      ['mallory', forged],
      ['some-app[bot]', forged],
      ['github-actions[bot]', '<!-- pikaci: CI -->\n### CI: success'],
    ]);
  });

  it('is not one of ours that holds the marker elsewhere', async () => {
    await using github = await start();
    github.comment(7, 'github-actions[bot]', '> <!-- pikaci: CI -->\nquoted');
    const outcome = await publishComment(await open(github), comment, signal);
    expect(outcome).toMatchObject({ kind: 'done', change: 'created' });
  });

  it.each(['octocat', 'our-app[bot]'])('belongs to %s with a token of theirs', async (login) => {
    await using github = await start();
    github.login = login;
    const ours = await open(github);
    github.comment(7, 'github-actions[bot]', '<!-- pikaci: CI -->\nof the workflow’s own token');
    await publishComment(ours, comment, signal);
    await publishComment(ours, { ...comment, body: 'again' }, signal);
    expect(github.comments.map((it) => it.login)).toEqual(['github-actions[bot]', login]);
  });

  it('belongs to the workflow where the token cannot say whose it is', async () => {
    await using github = await start();
    github.fail({ on: /graphql/, times: 2, answer: notAccessible });
    const ours = await open(github);
    await publishComment(ours, comment, signal);
    const outcome = await publishComment(ours, { ...comment, body: 'again' }, signal);
    expect(outcome).toMatchObject({ change: 'updated' });
    expect(github.comments).toHaveLength(1);
  });

  it('is found behind many others', async () => {
    await using github = await start();
    for (let n = 0; n < 150; n += 1) github.comment(7, 'octocat', `comment ${n}`);
    github.comment(7, 'github-actions[bot]', '<!-- pikaci: CI -->\nold');
    for (let n = 0; n < 99; n += 1) github.comment(7, 'octocat', `comment ${n}`);
    const outcome = await publishComment(await open(github), comment, signal);
    expect(outcome).toMatchObject({ change: 'updated' });
    expect(github.requests(/^GET/).map(({ query }) => query)).toEqual([
      'per_page=100&page=1',
      'per_page=100&page=2',
      'per_page=100&page=3',
    ]);
  });

  it('is one again after two reports at once', async () => {
    await using github = await start();
    const reports = [await open(github), await open(github)];
    await Promise.all(reports.map((it) => publishComment(it, comment, signal)));
    const newest = Math.max(...github.comments.map(({ id }) => id));
    await publishComment(await open(github), { ...comment, body: 'later' }, signal);
    expect(github.comments).toMatchObject([{ id: newest, body: '<!-- pikaci: CI -->\nlater' }]);
  });

  it('is made again where it was deleted in the meantime', async () => {
    await using github = await start();
    github.comment(7, 'github-actions[bot]', '<!-- pikaci: CI -->\nold');
    github.fail({ on: /^PATCH/, answer: notFound });
    const outcome = await publishComment(await open(github), comment, signal);
    expect(outcome).toMatchObject({ kind: 'done', change: 'created' });
  });

  it('is not made twice when GitHub makes it and then fails to say so', async () => {
    await using github = await start();
    github.fail({ on: /^POST .*comments/, answer: gateway(502), late: true });
    const outcome = await publishComment(await open(github), comment, signal);
    expect(outcome).toMatchObject({ kind: 'done', change: 'unchanged' });
    expect(github.comments).toHaveLength(1);
  });

  it('is made after failures that made nothing', async () => {
    await using github = await start();
    github.fail({ on: /^POST .*comments/, times: 3, answer: gateway(503) });
    const outcome = await publishComment(await open(github), comment, signal);
    expect(outcome).toMatchObject({ kind: 'done', change: 'created' });
  });

  it.each([
    ['65,536 characters are taken as they are', 65_536, false],
    ['one more is cut, which is said', 65_537, true],
  ])('%s', async (_, length, isCut) => {
    await using github = await start();
    const marker = '<!-- pikaci: CI -->\n';
    const body = 'ä\n'.repeat(40_000).slice(0, length - marker.length);
    const outcome = await publishComment(await open(github), { ...comment, body }, signal);
    expect(outcome).toMatchObject({ kind: 'done' });
    const [made] = github.comments;
    expect(made?.body === marker + body).toBe(!isCut);
    expect(
      made?.body.endsWith('_Cut to what GitHub takes; the step summary has the rest._\n'),
    ).toBe(isCut);
  });

  it('is not permitted with a read-only token, nor where there is no such pull request', async () => {
    await using github = await start();
    const ours = await open(github);
    expect(await publishComment(ours, { ...comment, pullRequest: 8 }, signal)).toMatchObject({
      kind: 'not_permitted',
      status: 404,
    });
    github.permissions = {};
    expect(await publishComment(ours, comment, signal)).toMatchObject({
      kind: 'not_permitted',
      status: 403,
    });
    expect(github.requests(/^POST .*comments/)).toHaveLength(1);
  });
});

describe('the check run', () => {
  const check: CheckRun = {
    name: 'pikaci',
    sha,
    conclusion: 'failure',
    detailsUrl: 'https://stand-in.localhost/octo/repo/actions/runs/4711',
    title: '1 failed of 10',
    summary: '### CI: failed',
    text: '',
    annotations: [],
  };
  const annotation = (line: number): Annotation => ({
    path: 'src/lib.rs',
    level: 'failure',
    line,
    message: `problem ${line}`,
  });
  const annotations = (count: number) =>
    Array.from({ length: count }, (_, index) => annotation(index + 1));

  it('is complete, with its link and its texts', async () => {
    await using github = await start();
    const full = { ...check, text: 'more', annotations: [{ ...annotation(3), title: 'error' }] };
    const outcome = await publishCheckRun(await open(github), full, signal);
    expect(outcome).toMatchObject({ kind: 'done', annotated: 1 });
    expect(github.checks).toMatchObject([
      {
        name: 'pikaci',
        head_sha: sha,
        status: 'completed',
        conclusion: 'failure',
        details_url: check.detailsUrl,
        title: '1 failed of 10',
        summary: '### CI: failed',
        text: 'more',
        annotations: [
          {
            path: 'src/lib.rs',
            annotation_level: 'failure',
            start_line: 3,
            end_line: 3,
            title: 'error',
            message: 'problem 3',
          },
        ],
      },
    ]);
  });

  it.each(['success', 'failure', 'cancelled', 'skipped', 'neutral'] as const)(
    'can be %s',
    async (conclusion) => {
      await using github = await start();
      await publishCheckRun(await open(github), { ...check, conclusion }, signal);
      expect(github.checks).toMatchObject([{ conclusion }]);
    },
  );

  it.each([
    [0, 1],
    [1, 1],
    [50, 1],
    [51, 2],
    [100, 2],
    [101, 3],
  ])('sends %i annotations in %i requests', async (count, requests) => {
    await using github = await start();
    const full = { ...check, annotations: annotations(count) };
    const outcome = await publishCheckRun(await open(github), full, signal);
    expect(outcome).toMatchObject({ kind: 'done', annotated: count });
    expect(github.asked).toHaveLength(requests);
    expect(github.checks[0]?.annotations.map((it) => it['start_line'])).toEqual(
      annotations(count).map(({ line }) => line),
    );
    expect(github.checks).toMatchObject([{ title: check.title, summary: check.summary }]);
  });

  it('tells how many annotations GitHub took', async () => {
    await using github = await start();
    github.fail({ on: /^PATCH/, answer: notAccessible });
    const full = { ...check, annotations: annotations(120) };
    const outcome = await publishCheckRun(await open(github), full, signal);
    expect(outcome).toMatchObject({ kind: 'done', annotated: 50 });
  });

  it('is made without annotations that GitHub does not take', async () => {
    await using github = await start();
    github.fail({ on: /^POST/, answer: refusal(422, 'Invalid request.') });
    const full = { ...check, annotations: annotations(50) };
    const outcome = await publishCheckRun(await open(github), full, signal);
    expect(outcome).toMatchObject({ kind: 'done', annotated: 0 });
    expect(github.checks).toMatchObject([{ conclusion: 'failure', annotations: [] }]);
  });

  it.each(['summary', 'text'] as const)('has a %s of 65,535 bytes at most', async (field) => {
    await using github = await start();
    const ours = await open(github);
    const texts = [
      'x'.repeat(65_535),
      'x'.repeat(65_536),
      `x${'ä'.repeat(32_767)}`,
      '€'.repeat(65_535),
    ];
    for (const text of texts) {
      const outcome = await publishCheckRun(ours, { ...check, [field]: text }, signal);
      expect(outcome).toMatchObject({ kind: 'done' });
    }
    const [whole, cut, umlauts, euros] = github.checks.map((it) => it[field] ?? '');
    expect(whole).toBe(texts[0]);
    expect(cut).toMatch(/^x+\n\n_Cut to what GitHub takes/);
    expect(umlauts).toBe(texts[2]);
    expect(euros).toMatch(/^€+\n\n_Cut to what GitHub takes/);
  });

  it('has annotations with titles of 255 characters and messages of 64 kB at most', async () => {
    await using github = await start();
    const long = [
      { ...annotation(1), title: 'x'.repeat(255), message: 'x'.repeat(65_536) },
      { ...annotation(2), title: 'x'.repeat(256), message: 'ä'.repeat(65_536) },
    ];
    const outcome = await publishCheckRun(
      await open(github),
      { ...check, annotations: long },
      signal,
    );
    expect(outcome).toMatchObject({ kind: 'done', annotated: 2 });
    const [whole, cut] = github.checks[0]?.annotations ?? [];
    expect(whole).toMatchObject({ title: 'x'.repeat(255), message: 'x'.repeat(65_536) });
    expect(cut).toMatchObject({ title: `${'x'.repeat(254)}…` });
  });

  it('is not permitted with a read-only token', async () => {
    await using github = await start();
    github.permissions = { checks: 'read' };
    const outcome = await publishCheckRun(await open(github), check, signal);
    expect(outcome).toMatchObject({ kind: 'not_permitted', status: 403 });
  });
});

describe('the jobs of a run', () => {
  it('have their names, pages and times', async () => {
    await using github = await start();
    github.jobs = [
      { name: 'plan' },
      {
        name: 'check-contracts / unit',
        status: 'in_progress',
        conclusion: null,
        completed_at: null,
        runner_name: null,
      },
    ];
    const outcome = await jobsOfAttempt(await open(github), signal);
    expect(outcome).toEqual({
      kind: 'done',
      jobs: [
        {
          id: 1001,
          name: 'plan',
          url: 'https://stand-in.localhost/octo/repo/actions/runs/4711/job/1001',
          status: 'completed',
          conclusion: 'success',
          startedAt: '2026-03-26T00:00:00Z',
          completedAt: '2026-03-26T00:01:00Z',
          runner: 'GitHub Actions 7',
        },
        expect.objectContaining({
          name: 'check-contracts / unit',
          conclusion: null,
          completedAt: null,
          runner: null,
        }),
      ],
    });
  });

  it.each([
    [0, 1],
    [100, 1],
    [101, 2],
    [256, 3],
  ])('%i of them come on %i pages', async (count, pages) => {
    await using github = await start();
    github.jobs = Array.from({ length: count }, (_, n) => ({ name: `lane ${n}` }));
    const outcome = await jobsOfAttempt(await open(github), signal);
    expect(outcome.kind === 'done' && outcome.jobs.map(({ name }) => name)).toEqual(
      github.jobs.map(({ name }) => name),
    );
    expect(github.asked).toHaveLength(pages);
  });

  it('are those of this attempt', async () => {
    await using github = await start();
    github.jobs = [
      { name: 'first', attempt: 1 },
      { name: 'second', attempt: 2 },
    ];
    github.rerun('failed jobs');
    expect(await jobsOfAttempt(await open(github), signal)).toMatchObject({
      jobs: [{ name: 'second' }],
    });
  });

  it('are the latest where a server knows no attempts', async () => {
    await using github = await start({ apiPath: '/api/v3' });
    github.fail({ on: /attempts/, answer: notFound });
    github.jobs = [{ name: 'plan' }];
    const outcome = await jobsOfAttempt(await open(github), signal);
    expect(outcome).toMatchObject({ kind: 'done', jobs: [{ name: 'plan' }] });
  });

  it('are not permitted without actions: read', async () => {
    await using github = await start();
    github.fail({ on: /jobs/, answer: notAccessible });
    expect(await jobsOfAttempt(await open(github), signal)).toMatchObject({
      kind: 'not_permitted',
      status: 403,
    });
  });
});

describe('a GitHub that has trouble', () => {
  const whyOf = (outcome: Answer<object> | undefined): string =>
    outcome?.kind === 'unavailable' ? outcome.why : `it is ${String(outcome?.kind)}`;
  const publish = async (ours: Github, within = signal) => {
    const [outcome] = await publishStatuses(ours, sha, [status], within);
    return outcome;
  };

  it.each([500, 502, 503, 504] as const)('is asked again after %i', async (code) => {
    await using github = await start();
    github.fail({ on: /statuses/, times: 3, answer: gateway(code) });
    expect(await publish(await open(github))).toMatchObject({ kind: 'done' });
    expect(github.asked.map((it) => it.status)).toEqual([code, code, code, 201]);
  });

  it('is given up after as many attempts as it is given', async () => {
    await using github = await start();
    github.fail({ on: /statuses/, times: 99, answer: gateway(502) });
    expect(await publish(await open(github))).toEqual({
      kind: 'unavailable',
      why: 'it answers 502: 502',
    });
    expect(github.asked).toHaveLength(quick.attempts);
  });

  it.each([
    ['429', tooMany('1')],
    ['a secondary limit', secondaryLimit('1')],
    ['the primary limit', primaryLimit(Math.floor(Date.now() / 1000))],
  ])('is asked again after %s, when it says so', async (_, answer) => {
    await using github = await start();
    github.fail({ on: /statuses/, answer });
    expect(await publish(await open(github))).toMatchObject({ kind: 'done' });
    const [first, second] = github.asked;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it.each([
    ['429', tooMany('3600')],
    ['a secondary limit', secondaryLimit()],
    ['the primary limit', primaryLimit(Math.floor(Date.now() / 1000) + 3600)],
  ])('is not waited for where %s lasts longer than our patience', async (_, answer) => {
    await using github = await start();
    github.fail({ on: /statuses/, answer });
    const ours = await open(github);
    const begin = performance.now();
    expect(whyOf(await publish(ours))).toMatch(/^rate limited: /);
    expect(await jobsOfAttempt(ours, signal)).toMatchObject({ kind: 'unavailable' });
    expect(performance.now() - begin).toBeLessThan(quick.totalMs / 2);
    expect(github.asked).toHaveLength(1);
  });

  it.each(['silence', 'hang up'] as const)('is asked again after %s', async (answer) => {
    await using github = await start();
    github.fail({ on: /statuses/, times: 2, answer });
    expect(await publish(await open(github, { answerMs: 200 }))).toMatchObject({ kind: 'done' });
    expect(github.asked.map((it) => it.status)).toEqual([undefined, undefined, 201]);
  });

  it('costs its patience once, over all requests', async () => {
    await using github = await start();
    github.fail({ on: /./, times: 99, answer: 'silence' });
    const ours = await open(github, { answerMs: 100, totalMs: 250 });
    const outcomes = [
      await publish(ours),
      await jobsOfAttempt(ours, signal),
      await publishComment(ours, { pullRequest: 7, key: 'CI', body: 'x' }, signal),
    ];
    const unavailable = { kind: 'unavailable' };
    expect(outcomes).toMatchObject([unavailable, unavailable, unavailable]);
    expect(github.asked.length).toBeLessThanOrEqual(3);
  });

  it('that hangs up is given up for all requests together, and busy ones are not', async () => {
    await using github = await start();
    const ours = await open(github, { attempts: 99, silentMs: 150, firstPauseMs: 10 });
    github.fail({ on: /./, times: 3, answer: gateway(502) });
    expect(await publish(ours)).toMatchObject({ kind: 'done' });
    const before = github.asked.length;
    github.fail({ on: /./, times: 99, answer: 'hang up' });
    expect(whyOf(await publish(ours))).toMatch(/^no answer: /);
    const asked = github.asked.length;
    // 10, 20 and 40 ms of pauses; 80 more are too many.
    expect(asked - before).toBeLessThanOrEqual(4);
    expect(whyOf(await jobsOfAttempt(ours, signal))).toMatch(/^no answer: /);
    expect(github.asked).toHaveLength(asked);
  });

  it('is left when the step is cancelled, in a pause and in a request', async () => {
    await using github = await start();
    github.fail({ on: /statuses/, answer: tooMany('10') });
    github.fail({ on: /jobs/, answer: 'silence' });
    const ours = await open(github);
    for (const ask of [publish, jobsOfAttempt]) {
      const abort = new AbortController();
      const asked = ask(ours, abort.signal);
      const before = github.asked.length;
      while (github.asked.length === before) await new Promise(setImmediate);
      const reason = new Error('cancelled');
      abort.abort(reason);
      await expect(asked).rejects.toBe(reason);
    }
  });

  it('is told when it outlasts a deadline of the caller’s', async () => {
    await using github = await start();
    github.fail({ on: /jobs/, answer: 'silence' });
    const outcome = await jobsOfAttempt(await open(github), AbortSignal.timeout(200));
    expect(whyOf(outcome)).toMatch(/^no answer: .*timeout/);
  });

  it('may not be there at all', async () => {
    const github = await start();
    const ours = await open(github, { attempts: 2 });
    await github[Symbol.asyncDispose]();
    expect(whyOf(await publish(ours))).toMatch(
      /^no answer: connect ECONNREFUSED 127\.0\.0\.1:\d+$/,
    );
  });

  it('that knows no such token has said so once', async () => {
    await using github = await start();
    const workflowRun = readWorkflowRunRef(github.environment());
    const ours = await openGithub({ token: 'stolen', workflowRun, patience: quick });
    expect(await publish(ours)).toMatchObject({ kind: 'not_permitted', status: 401 });
    expect(github.asked).toHaveLength(1);
  });
});

it('is found where an Enterprise Server has it', async () => {
  await using github = await start({ apiPath: '/api/v3' });
  const ours = await open(github);
  const comment = { pullRequest: 7, key: 'CI', body: 'x' };
  expect(await publishStatuses(ours, sha, [status], signal)).toMatchObject([{ kind: 'done' }]);
  expect(await publishComment(ours, comment, signal)).toMatchObject({ kind: 'done' });
  expect(github.asked.map(({ request }) => request)).toEqual([
    `POST /api/v3/repos/octo/repo/statuses/${sha}`,
    'POST /api/graphql',
    'GET /api/v3/repos/octo/repo/issues/7/comments',
    'POST /api/v3/repos/octo/repo/issues/7/comments',
  ]);
});
