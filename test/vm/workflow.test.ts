import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { GithubStandIn } from '../github-stand-in/github-stand-in.ts';
import { postStep, type RunnerEvent, type Started } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { runWorkflow, type RanStep, type WorkflowRun } from '../support/workflow.ts';
import { describeWithHost, expectNothingLeft } from './support.ts';

// The reusable workflow from its plan to its report: GitHub's parser and evaluator, the bundle in
// each step, guests in each leg, and a stand-in for GitHub's own services.

const text = readFileSync(join(import.meta.dirname, '../../.github/workflows/pikaci.yml'), 'utf8');

const manifest = `version = 1
[hosts.builder]
[targets.app]
title = "check-app"
runner = "remote_linux_vm"
host = "builder"
timeout_secs = 60
paths = ["app/**"]
[[targets.app.lanes]]
id = "unit"
command = "echo unit ran"
[[targets.app.lanes]]
id = "e2e"
command = "echo here it runs; sleep 2; cat app/e2e; test ! -e app/broken || { echo 'app/e2e:1:5: error: it is broken'; exit 1; }"
[targets.docs]
runner = "host_local"
paths = ["docs/**"]
[[targets.docs.lanes]]
id = "docs"
command = "true"
`;

interface Change extends Disposable {
  project: Project;
  head: string;
  event: RunnerEvent;
}

/** A pull request that adds files to a project. */
function pullRequest(files: Readonly<Record<string, string>>, from = 'octo/repo'): Change {
  const project = new Project().manifest(manifest);
  const base = project.commit();
  for (const [path, content] of Object.entries(files)) project.file(path, content);
  const head = project.commit();
  const payload = {
    pull_request: {
      number: 7,
      base: { sha: base },
      head: { sha: head, repo: { full_name: from } },
    },
  };
  return {
    project,
    head,
    event: { name: 'pull_request', payload, sha: head },
    [Symbol.dispose]: () => project[Symbol.dispose](),
  };
}

const passing = { 'app/e2e': 'e2e ran\n' };

/** `ci / check-app / e2e`: what strikes it once it runs. */
function striking(blow: 'cancelled' | 'lost' | (() => void)) {
  return async (leg: string, step: Started): Promise<'nothing' | 'cancelled' | 'lost'> => {
    if (!leg.endsWith('e2e')) return 'nothing';
    await step.said('here it runs');
    if (typeof blow === 'string') return blow;
    blow();
    return 'nothing';
  };
}

describeWithHost('a workflow run', (host) => {
  const workflow = (
    { project, event }: Change,
    github: GithubStandIn,
    more: Partial<Parameters<typeof runWorkflow>[0]> = {},
  ): Promise<WorkflowRun> =>
    runWorkflow({
      text,
      repository: project.root,
      github,
      event,
      inputs: { comment: true, check: true, ...onHost(host()) },
      secrets: { 'ssh-key': readFileSync(host().instance.ssh_key_file, 'utf8') },
      ...more,
    });

  const gitHubFor = ({ head }: Change): Promise<GithubStandIn> =>
    GithubStandIn.start({ commits: [head], pullRequests: [7] });

  it('is green when every lane passed, and says so wherever it may', async () => {
    using change = pullRequest(passing);
    await using github = await gitHubFor(change);
    const run = await workflow(change, github);
    const report = reportOf(run);
    expect(conclusions(run), report.stdout).toEqual({
      'ci / plan': 'success',
      'ci / check-app / unit': 'success',
      'ci / check-app / e2e': 'success',
      'ci / pikaci': 'success',
    });
    expect(report.outputs['status']).toBe('success');
    expect(report.summary).toContain('### ✅ CI: success');
    expect(report.summary).toContain('2 passed');
    expect(report.summary).toContain('gantt');
    expect(github.statuses).toMatchObject([
      { context: 'pikaci / app', state: 'success', description: '2 passed', sha: change.head },
      {
        context: 'pikaci / docs',
        state: 'success',
        description: 'skipped; no changed path matches',
      },
    ]);
    expect(github.comments).toMatchObject([{ pullRequest: 7, login: 'github-actions[bot]' }]);
    expect(github.checks).toMatchObject([{ conclusion: 'success', title: '2 passed' }]);
    await expectNothingLeft(host());
  });

  it('is red when a lane failed, and shows the end of its log and the way to all of it', async () => {
    using change = pullRequest({ ...passing, 'app/broken': '' });
    await using github = await gitHubFor(change);
    const run = await workflow(change, github);
    expect(conclusions(run)).toMatchObject({
      'ci / check-app / unit': 'success',
      'ci / check-app / e2e': 'failure',
      'ci / pikaci': 'failure',
    });
    const { summary, outputs } = reportOf(run);
    expect(outputs['status']).toBe('failed');
    expect(summary).toContain('1 passed, 1 failed');
    expect(summary).toMatch(/e2e ran/);
    const job = github.jobs.find(({ name }) => name === 'ci / check-app / e2e')?.id ?? 0;
    const page = `https://stand-in.localhost/octo/repo/actions/runs/4711/job/${job}`;
    expect(summary).toContain(`](${page})`);
    expect(github.statuses[0]).toMatchObject({
      state: 'failure',
      description: '1 passed, 1 failed · e2e: test command exited with 1',
      target_url: page,
    });
    expect(github.comments[0]?.body).toContain('### ❌ CI: failed');
    const annotation = { path: 'app/e2e', start_line: 1, message: 'it is broken' };
    expect(github.checks).toMatchObject([
      { conclusion: 'failure', title: '1 passed, 1 failed', annotations: [annotation] },
    ]);
  });

  it('says that it was cancelled, with what its lanes recorded until then', async () => {
    using change = pullRequest(passing);
    await using github = await gitHubFor(change);
    const run = await workflow(change, github, { strike: striking('cancelled') });
    expect(conclusions(run)).toMatchObject({
      'ci / check-app / unit': 'success',
      'ci / check-app / e2e': 'cancelled',
      'ci / pikaci': 'failure',
    });
    const { summary, outputs } = reportOf(run);
    expect(outputs['status']).toBe('cancelled');
    expect(summary).toContain('1 passed, 1 cancelled');
    // The post step left the record that the main step had no time for.
    expect(summary).toContain('cancelled by SIGINT');
    expect(github.statuses[0]).toMatchObject({ state: 'error' });
    await expectNothingLeft(host());
  });

  it('is red when a planned lane left nothing, whatever became of its machine', async () => {
    using change = pullRequest(passing);
    await using github = await gitHubFor(change);
    const run = await workflow(change, github, { strike: striking('lost') });
    expect(conclusions(run)).toMatchObject({ 'ci / pikaci': 'failure' });
    const { summary, outputs } = reportOf(run);
    expect(outputs['status']).toBe('failed');
    expect(summary).toContain('1 passed, 1 missing');
    expect(summary).toContain('its job ended with failure and left no record');
    // What its machine would have done at the end, had it lived; the lease would in two minutes.
    const { environment, state } = run.jobs.get('lane')?.legs[1]?.step ?? {};
    await postStep(change.project.root, environment ?? {}, state ?? {});
    await expectNothingLeft(host());
  });

  it('is green when nothing was to be run', async () => {
    using change = pullRequest({ 'unrelated.txt': '' });
    await using github = await gitHubFor(change);
    const run = await workflow(change, github);
    expect(conclusions(run)).toEqual({ 'ci / plan': 'success', 'ci / pikaci': 'success' });
    const { summary, outputs } = reportOf(run);
    expect(outputs['status']).toBe('skipped');
    expect(summary).toContain('the change concerns none of 3 lane');
    expect(github.statuses.map(({ context, state }) => [context, state])).toEqual([
      ['pikaci / app', 'success'],
      ['pikaci / docs', 'success'],
    ]);
    expect(github.checks).toMatchObject([{ conclusion: 'skipped' }]);
  });

  it('merges a rerun of what failed with what had passed', async () => {
    using change = pullRequest(passing);
    await using github = await gitHubFor(change);
    const killVmm = (): void => void host().shell('pkill', '-KILL', '-f', '^qemu-system');
    const first = await workflow(change, github, { strike: striking(killVmm) });
    expect(reportOf(first).outputs['status']).toBe('failed');
    const [comment] = github.comments;
    expect(comment?.body).toContain('1 passed, 1 failed');

    github.rerun('failed jobs');
    const again = await workflow(change, github, { rerunOf: first });
    expect(again.jobs.get('lane')?.legs[0]).toBe(first.jobs.get('lane')?.legs[0]);
    const { summary, outputs, stdout } = reportOf(again);
    expect(outputs['status'], stdout).toBe('success');
    expect(summary).toContain('2 passed');
    expect(github.comments.map(({ id }) => id)).toEqual([comment?.id]);
    expect(github.comments[0]?.body).toContain('### ✅ CI: success');
    expect(github.statuses.at(-2)).toMatchObject({ context: 'pikaci / app', state: 'success' });
  });

  it('keeps its verdict for a fork whose token may only read, with one notice', async () => {
    using change = pullRequest(passing, 'stranger/repo');
    await using github = await gitHubFor(change);
    github.permissions = {};
    const run = await workflow(change, github);
    const { code, stdout, outputs, summary } = reportOf(run);
    expect(code).toBe(0);
    expect(outputs['status']).toBe('success');
    expect(summary).toContain('### ✅ CI: success');
    expect(stdout.match(/^::notice::.*$/gm)).toEqual([
      expect.stringMatching(
        /^::notice::Not published: the commit statuses, the comment, and the check run \(.*\)\..* The verdict is not affected\.$/,
      ),
    ]);
    expect([github.statuses, github.comments, github.checks]).toEqual([[], [], []]);
  });
});

function onHost(host: EmbeddedHost): Record<string, string> {
  return { hosts: host.hosts(), 'ssh-known-hosts': host.instance.known_hosts };
}

function conclusions({ jobs }: WorkflowRun): Record<string, string> {
  const legs = [...jobs.values()].flatMap((job) => job.legs);
  return Object.fromEntries(legs.map(({ name, conclusion }) => [name, conclusion]));
}

function reportOf({ jobs }: WorkflowRun): RanStep {
  const step = jobs.get('report')?.legs[0]?.step;
  if (step === undefined) throw new Error('no report ran');
  return step;
}
