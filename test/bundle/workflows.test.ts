import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { GithubStandIn } from '../github-stand-in/github-stand-in.ts';
import { Project } from '../support/project.ts';
import { readTemplate, runWorkflow, type RanStep, type WorkflowRun } from '../support/workflow.ts';

// GitHub's own parser reads our workflows, and GitHub's own evaluator works out their expressions.
// Their lanes run on this machine; test/vm has the same with guests.

const root = join(import.meta.dirname, '..', '..');
const reusable = readFileSync(join(root, '.github/workflows/pikaci.yml'), 'utf8');
const example = `on: pull_request\n${exampleIn(readFileSync(join(root, 'README.md'), 'utf8'))}`;
const workflows = {
  'the reusable workflow': reusable,
  'the example in the README': example,
};

const manifest = `version = 1
[targets.app]
runner = "host_local"
paths = ["app/**"]
[[targets.app.lanes]]
id = "unit"
command = "true"
[[targets.app.lanes]]
id = "e2e"
command = "test -f app/a"
timeout_secs = 61
`;

/** A lane that is called like its target, and another, which fails. */
const namesakes = `version = 1
[targets.check]
title = "CI / check"
runner = "host_local"
lanes = [{ id = "check", command = "true" }, { id = "lint", command = "false" }]
[targets.docs]
runner = "host_local"
lanes = [{ id = "docs", command = "true" }]
`;

/** As workflows were written before the matrix had a key \`lane\`. */
const byId = (text: string): string => text.replace('matrix.lane', 'matrix.id');

async function run(
  text: string,
  change: string,
  more: Partial<Parameters<typeof runWorkflow>[0]> & {
    apiPath?: '/api/v3';
    manifest?: string;
  } = {},
): Promise<WorkflowRun> {
  using project = new Project().manifest(more.manifest ?? manifest);
  const base = project.commit();
  const head = project.file(change, '1').commit();
  await using github = await GithubStandIn.start({
    commits: [head],
    apiPath: more.apiPath ?? '',
  });
  const payload = { pull_request: { number: 1, base: { sha: base }, head: { sha: head } } };
  return await runWorkflow({
    text,
    repository: project.root,
    github,
    event: { name: 'pull_request', payload, sha: head },
    // The example's host is not this test's.
    overrides: { hosts: '' },
    ...more,
  });
}

/** Names of the jobs that ran, and how they ended. */
function ended({ jobs }: WorkflowRun): string[] {
  const legs = [...jobs.values()].flatMap((job) => job.legs);
  return legs.map(({ name, conclusion }) => `${name}: ${conclusion}`);
}

describe.each(Object.entries(workflows))('%s', (_, text) => {
  it('is valid for GitHub', async () => {
    const { jobs } = await readTemplate(text);
    expect(jobs).toHaveLength(3);
  });

  it('gives the action only inputs that it has', () => {
    const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: object };
    const { jobs } = parse(text) as {
      jobs: Record<string, { steps: { uses: string; with?: object }[] }>;
    };
    for (const { uses, with: given } of Object.values(jobs).flatMap(({ steps }) => steps)) {
      if (!uses.startsWith('sledtools/pikaci-action')) continue;
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given ?? {})));
    }
  });

  it('runs the lanes of a change, each in a leg, and reports them', async () => {
    const ran = await run(text, 'app/a');
    const prefix = text === reusable ? 'ci / ' : '';
    expect(ended(ran)).toEqual(
      ['plan', 'app / unit', 'app / e2e', 'pikaci'].map((name) => `${prefix}${name}: success`),
    );
  });

  it('starts no lane, and no empty matrix, where a change wants none, and is green', async () => {
    const ran = await run(text, 'docs/a');
    const prefix = text === reusable ? 'ci / ' : '';
    expect(ended(ran)).toEqual([`${prefix}plan: success`, `${prefix}pikaci: success`]);
  });
});

describe.each([
  ['', reusable],
  [', as it was once', byId(reusable)],
])('the reusable workflow%s', (_, text) => {
  it('can have one leg a target, with its lanes in it', async () => {
    const ran = await run(text, 'app/a', { inputs: { 'group-by': 'target' } });
    expect(ended(ran)).toEqual(['ci / plan: success', 'ci / app: success', 'ci / pikaci: success']);
    expect(reportOf(ran).summary).toContain('2 passed');
  });

  it('runs a lane of its target’s name alone', async () => {
    const ran = await run(text, 'app/a', { manifest: namesakes });
    expect(ended(ran)).toEqual([
      'ci / plan: success',
      'ci / CI / check / check: success',
      'ci / CI / check / lint: failure',
      'ci / docs: success',
      'ci / pikaci: failure',
    ]);
    const report = reportOf(ran);
    expect(report.summary, report.stdout).toContain('2 passed, 1 failed');
  });
});

it.each([
  [reusable, '2 passed, 1 failed'],
  // It cannot be told that all lanes were meant; that one did not run must be seen.
  [byId(reusable), '2 passed, 1 missing'],
])('a target with a lane of its name is one leg in the matrix', async (text, counts) => {
  const inputs = { 'group-by': 'target' };
  const ran = await run(text, 'app/a', { manifest: namesakes, inputs });
  const [, leg, , end] = ended(ran);
  expect([leg, end]).toEqual([
    `ci / CI / check: ${text === reusable ? 'failure' : 'success'}`,
    'ci / pikaci: failure',
  ]);
  const report = reportOf(ran);
  expect(report.summary, report.stdout).toContain(counts);
});

describe('on GitHub Enterprise Server, which keeps no artifacts of this kind', () => {
  const server = {
    apiPath: '/api/v3',
    environment: { GITHUB_SERVER_URL: 'https://github.example.com' },
  } as const;

  it.each([
    ['app/a', 'success', '2 passed'],
    ['app/b', 'failed', '1 passed, 1 failed'],
  ])('the legs’ jobs tell, after a change of %s: %s', async (change, status, counts) => {
    const ran = await run(reusable, change, server);
    const report = reportOf(ran);
    expect(report.outputs['status'], report.stdout).toBe(status);
    expect(report.summary).toContain(counts);
    expect(report.summary).toContain('/octo/repo/actions/runs/4711/job/');
    expect(report.summary).toContain('github.example.com is a GitHub Enterprise Server');
    expect(report.stdout).not.toContain('::notice::');
  });
});

function reportOf({ jobs }: WorkflowRun): RanStep {
  const step = [...jobs.values()].at(-1)?.legs[0]?.step;
  if (step === undefined) throw new Error('no report ran');
  return step;
}

function exampleIn(readme: string): string {
  const [, text = ''] = /```yaml\n(jobs:\n[^]*?)```/.exec(readme) ?? [];
  return text;
}
