import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { postStep, runnerFiles, runnerTemp, startStep, step } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { annotationsIn, commandsIn, type RunnerCommand } from '../support/runner-commands.ts';
import { until } from '../support/until.ts';

const manifest = `version = 1
[targets.rust]
title = "check-rust"
runner = "host_local"
paths = ["rust/**"]
[[targets.rust.lanes]]
id = "unit"
command = "echo unit ran"
[[targets.rust.lanes]]
id = "bad"
command = "echo '::error::forged'; echo 'x ##[error]forged'; echo '<b>the reason</b>'; exit 3"
[targets.docs]
runner = "host_local"
paths = ["docs/**"]
[[targets.docs.lanes]]
id = "docs"
command = "true"
`;

/** A project whose lane `unit` begins, and then lasts. */
function lastingProject(): Project {
  const project = new Project().manifest(
    manifest.replace('echo unit ran', 'echo it runs; sleep 300'),
  );
  project.commit();
  return project;
}

const namesOf = (commands: readonly RunnerCommand[]): string[] => commands.map(({ name }) => name);
const unitLane = { mode: 'run', target: 'rust', lane: 'unit' };
const guestsOf = (project: Project): string[] =>
  readdirSync(join(runnerTemp(project.root), 'pikaci', 'guests'));

describe('mode: plan', () => {
  it('expands a pull request into a matrix of the lanes that it touches', async () => {
    using project = new Project().manifest(manifest);
    const base = project.commit();
    project.file('rust/lib.rs', '1').commit();
    const payload = { pull_request: { base: { sha: base } } };
    const { code, outputs, summary } = await step(
      project.root,
      { mode: 'plan', target: 'branch' },
      { name: 'pull_request', payload },
    );
    expect(code).toBe(0);
    const { matrix = '', plan = '', ...rest } = outputs();
    expect(rest).toEqual({
      'changed-paths': '["rust/lib.rs"]',
      'has-lanes': 'true',
      count: '2',
      'selected-titles': '["check-rust"]',
    });
    expect(JSON.parse(matrix)).toEqual({
      include: ['unit', 'bad'].map((id) => ({
        id,
        target: 'rust',
        title: `check-rust / ${id}`,
        group: 'check-rust',
        lane: id,
        runner: 'host_local',
        runs_on: 'ubuntu-latest',
        timeout_minutes: 35,
        concurrency_group: 'rust',
        mode: 'branch',
      })),
    });
    expect(JSON.parse(plan)).toMatchObject({
      base,
      skipped: [{ id: 'docs' }],
    });
    expect(summary()).toContain('### Plan: 2 lane(s)');
  });

  it('says that there are no lanes where a change touches none', async () => {
    using project = new Project().manifest(manifest);
    const before = project.commit();
    project.file('README.md', '1').commit();
    const { outputs } = await step(
      project.root,
      { mode: 'plan' },
      { name: 'push', payload: { before } },
    );
    expect(outputs()).toMatchObject({ 'has-lanes': 'false', count: '0', matrix: '{"include":[]}' });
  });

  it('runs everything on the first push of a branch', async () => {
    using project = new Project().manifest(manifest);
    project.commit();
    const payload = { before: '0'.repeat(40) };
    const { outputs } = await step(project.root, { mode: 'plan' }, { name: 'push', payload });
    expect(outputs()).toMatchObject({ count: '3' });
  });
});

describe('mode: run', () => {
  it('runs a lane and tells where its record and logs are', async () => {
    using project = new Project().manifest(manifest);
    project.commit();
    const { code, stdout, outputs, summary } = await step(project.root, {
      mode: 'run',
      target: 'rust',
      lane: 'unit',
    });
    expect(code).toBe(0);
    const { 'run-id': runId = '', 'log-path': path = '', ...rest } = outputs();
    expect(rest).toMatchObject({ status: 'passed', 'failure-kind': '' });
    expect(Number(rest['duration-ms'])).toBeGreaterThan(0);
    expect(path.endsWith(`.pikaci/runs/${runId}`)).toBe(true);
    expect(readFileSync(join(path, 'jobs/unit/artifacts/guest.log'), 'utf8')).toContain(
      '\nunit ran\n',
    );
    expect(stdout).toContain('\nunit ran\n');
    expect(summary()).toContain('### ✅ CI: success');
    expect(summary()).toMatch(
      / · run \[97\]\(https:\/\/github\.com\/octo\/repo\/actions\/runs\/\d+\) · /,
    );
  });

  it('fails with the lane, annotates it, and shows the end of its log in the summary', async () => {
    using project = new Project().manifest(manifest);
    project.commit();
    const { code, stdout, outputs, summary } = await step(project.root, {
      mode: 'run',
      target: 'rust',
      lane: 'bad',
    });
    expect(code).toBe(1);
    expect(outputs()).toMatchObject({ status: 'failed', 'failure-kind': 'test_failure' });
    expect(stdout).toContain('::error::bad: test command exited with 3');
    expect(summary()).toContain('bad: end of the log');
    expect(summary()).toContain('&lt;b&gt;the reason&lt;/b&gt;');
  });

  it('lets no output of a lane run a workflow command', async () => {
    using project = new Project().manifest(manifest);
    project.commit();
    const { stdout } = await step(project.root, { mode: 'run', target: 'rust', lane: 'bad' });
    expect(annotationsIn(stdout)).toEqual([
      { name: 'error', properties: {}, data: 'bad: test command exited with 3' },
    ]);
    expect(namesOf(commandsIn(stdout))).toEqual(['group', 'endgroup', 'error']);
  });

  it('annotates what a failed lane reports about files, as many as a step may, and keeps all of it', async () => {
    const reports = Array.from({ length: 12 }, (_, n) => `src/sum.c:${n + 1}:3: error: wrong ${n}`);
    using project = new Project()
      .manifest(
        `version = 1
[targets.c]
runner = "host_local"
[[targets.c.lanes]]
id = "build"
command = "cat compiler.txt; exit 1"
`,
      )
      .file('compiler.txt', `${reports.join('\n')}\nsrc/other.c:1:1: error: of no file here\n`)
      .file('src/sum.c', 'int main;');
    project.commit();
    const { stdout, outputs } = await step(project.root, { mode: 'run', target: 'c' });
    const placed = Array.from({ length: 9 }, (_, n) => ({
      name: 'error',
      properties: { file: 'src/sum.c', line: String(n + 1), col: '3' },
      data: `wrong ${n}`,
    }));
    const own = { name: 'error', properties: {}, data: 'build: test command exited with 1' };
    expect(annotationsIn(stdout)).toEqual([own, ...placed]);
    expect(stdout).toContain('\n· 3 more in the log than a step can annotate\n');
    const problems = join(outputs()['log-path'] ?? '', 'jobs/build/problems.json');
    expect(JSON.parse(readFileSync(problems, 'utf8'))).toEqual(
      reports.map((_, n) => ({
        level: 'error',
        file: 'src/sum.c',
        line: n + 1,
        column: 3,
        message: `wrong ${n}`,
      })),
    );
  });

  it('annotates the warnings of a lane that passed, and nothing that it calls an error', async () => {
    using project = new Project()
      .manifest(
        `version = 1
[targets.c]
runner = "host_local"
[[targets.c.lanes]]
id = "build"
command = "echo 'sum.c:1:1: warning: odd [-Wodd]'; echo 'sum.c:2:1: error: expected by a test'"
`,
      )
      .file('sum.c', 'int main;');
    project.commit();
    const { code, stdout } = await step(project.root, { mode: 'run', target: 'c' });
    expect(code).toBe(0);
    expect(annotationsIn(stdout)).toEqual([
      {
        name: 'warning',
        properties: { file: 'sum.c', line: '1', col: '1', title: '-Wodd' },
        data: 'odd',
      },
    ]);
  });

  it('tells every problem with the inputs at once', async () => {
    using project = new Project().manifest(manifest);
    project.commit();
    const { code, stdout } = await step(project.root, {
      mode: 'run',
      target: 'a\nb',
      backend: 'qemu',
      'keep-guest-on-failure-minutes': '241',
    });
    expect(code).toBe(2);
    expect(stdout).toContain('target: `run` takes the id of one target or lane');
    expect(stdout).toContain('backend: ');
    expect(stdout).toContain(
      'keep-guest-on-failure-minutes: can be a whole number of minutes from 0 to 240',
    );
    expect((await step(project.root, {})).stdout).toContain(
      'mode: is missing; give `plan`, `run` or `report`',
    );
    expect((await step(project.root, { mode: 'runn' })).stdout).toContain('mode: is `runn`');
  });

  it('on SIGINT removes what runs, and says that it was cancelled', async () => {
    using project = lastingProject();
    const run = startStep(project.root, unitLane);
    await run.said('it runs');
    run.child.kill('SIGINT');
    const { code } = await run.finished;
    expect(code).toBe(130);
    expect(run.outputs()).toMatchObject({ status: 'failed', 'failure-kind': 'cancelled' });
    expect(guestsOf(project)).toEqual([]);
  });
});

describe('the post step', () => {
  it('removes what a killed main step left, from its saved state alone', async () => {
    using project = lastingProject();
    const run = startStep(project.root, unitLane);
    await run.said('it runs');
    run.child.kill('SIGKILL');
    await run.finished;
    expect(guestsOf(project)).toHaveLength(1);
    project.remove('pikaci.toml');
    const post = await postStep(project.root, run.environment, run.state());
    expect(post.code).toBe(0);
    expect(post.stdout).toMatch(/guest pikaci-unit-[0-9a-f]{16} on local is removed/);
    expect(guestsOf(project)).toEqual([]);
  });

  it('finds nothing after a run that passed, and is content', async () => {
    using project = new Project().manifest(manifest);
    project.commit();
    const { environment, state } = await step(project.root, unitLane);
    const post = await postStep(project.root, environment, state());
    expect(post.code).toBe(0);
    expect(commandsIn(post.stdout)).toEqual([]);
  });

  it('never fails a job, whatever it is given', async () => {
    using project = new Project().manifest(manifest);
    project.commit();
    const { environment } = runnerFiles(project.root, {});
    const state = { 'main-step': 'started', guests: 'nonsense' };
    const post = await postStep(project.root, environment, state);
    expect(post.code).toBe(0);
    expect(post.stdout).toContain('::warning::cannot read which guests there were');
  });
});

describe('the guest of a lane that failed', () => {
  const badLane = { mode: 'run', target: 'rust', lane: 'bad' };
  const keep = { 'keep-guest-on-failure-minutes': '1' };

  it('is kept where that is asked for, and the post step leaves it alone', async () => {
    using project = new Project().manifest(manifest);
    project.commit();
    const { code, stdout, environment, state } = await step(project.root, { ...badLane, ...keep });
    expect(code).toBe(1);
    const [, enter = ''] = /bad · enter it: sh (.*)/.exec(stdout) ?? [];
    const post = await postStep(project.root, environment, state());
    expect(post).toMatchObject({ code: 0, stdout: '' });
    const inside = execFileSync('sh', [enter], { input: 'pwd; ls; exit', encoding: 'utf8' });
    expect(inside).toContain('pikaci.toml');
    const [, end = ''] = /bad · end it sooner: (rm .*)/.exec(stdout) ?? [];
    execFileSync('sh', ['-c', end]);
    await until('no guest is left', () => guestsOf(project).length === 0, 30);
  });

  it.each([
    { event: 'pull_request', input: {} },
    { event: 'pull_request_target', input: { 'allow-fork-code-on-owned-hosts': 'true' } },
  ])('is never kept with code of a fork in it, under $event', async ({ event, input }) => {
    using project = new Project().manifest(manifest);
    const sha = project.commit();
    const payload = { pull_request: { head: { repo: { full_name: 'stranger/project' } } } };
    project.file('of-the-fork', '1').commit();
    const { code, stdout } = await step(
      project.root,
      { ...badLane, ...keep, ...input },
      { name: event, payload, sha },
    );
    expect(code).toBe(1);
    expect(stdout).toContain(
      'bad · the guest is not kept: its code comes from the fork stranger/project',
    );
    expect(guestsOf(project)).toEqual([]);
  });
});

describe('code of a fork', () => {
  const fork = { full_name: 'stranger/project' };
  const own = { full_name: 'octo/repo' };
  const prOf = (repo: object | null) => ({ pull_request: { head: { repo } } });
  interface Case {
    event: string;
    payload: object;
    /** What is checked out: the commit of the event, it with other files laid over, or another one. */
    checkout: 'base' | 'overlaid' | 'other';
    input?: string;
    runs: boolean;
  }
  const cases: Case[] = [
    { event: 'pull_request_target', payload: prOf(fork), checkout: 'other', runs: false },
    { event: 'pull_request_target', payload: prOf(null), checkout: 'other', runs: false },
    { event: 'pull_request_target', payload: prOf(fork), checkout: 'base', runs: true },
    { event: 'pull_request_target', payload: prOf(fork), checkout: 'overlaid', runs: false },
    { event: 'pull_request_target', payload: prOf(own), checkout: 'other', runs: true },
    {
      event: 'pull_request_target',
      payload: prOf(fork),
      checkout: 'other',
      input: 'true',
      runs: true,
    },
    {
      event: 'workflow_run',
      payload: { workflow_run: { head_repository: fork } },
      checkout: 'other',
      runs: false,
    },
    {
      event: 'workflow_run',
      payload: { workflow_run: { head_repository: own } },
      checkout: 'other',
      runs: true,
    },
    {
      event: 'issue_comment',
      payload: { issue: { pull_request: {} } },
      checkout: 'other',
      runs: false,
    },
    {
      event: 'issue_comment',
      payload: { issue: { pull_request: {} } },
      checkout: 'base',
      runs: true,
    },
    { event: 'issue_comment', payload: { issue: {} }, checkout: 'other', runs: false },
    { event: 'not_known_yet', payload: {}, checkout: 'other', runs: false },
    { event: 'not_known_yet', payload: {}, checkout: 'overlaid', runs: false },
    { event: 'not_known_yet', payload: {}, checkout: 'base', runs: true },
    { event: 'push', payload: {}, checkout: 'other', runs: true },
    { event: 'pull_request', payload: prOf(fork), checkout: 'other', runs: true },
  ];

  it.each(cases)(
    'under $event, with its $checkout commit checked out, input "$input", runs: $runs',
    async ({ event, payload, checkout, input, runs }) => {
      using project = new Project().manifest(manifest);
      const base = project.commit();
      if (checkout !== 'base') project.file('other', '1');
      if (checkout === 'other') project.commit();
      const { code, stdout, outputs } = await step(
        project.root,
        { ...unitLane, ...(input !== undefined && { 'allow-fork-code-on-owned-hosts': input }) },
        { name: event, payload, sha: base },
      );
      expect(code, stdout).toBe(runs ? 0 : 2);
      if (runs) expect(outputs()['status']).toBe('passed');
      else {
        expect(stdout).toContain(`is not run under \`${event}\``);
        expect(stdout).toContain('allow-fork-code-on-owned-hosts: true');
        expect(stdout).not.toContain('unit ran');
        if (checkout === 'overlaid') expect(stdout).toContain('  "other"');
      }
    },
  );
});
