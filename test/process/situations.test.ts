import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGithubContext } from '../../src/action/github-context.ts';
import { planLanes } from '../../src/core/plan-lanes.ts';
import { openCheckout } from '../../src/core/checkout.ts';
import { readEnvironment } from '../../src/core/environment.ts';
import type { ChangePlan } from '../../src/model/change-plan.ts';
import { runnerFiles, type RunnerEvent } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';

// What a workflow can meet, each as a real repository: an event, a history, and the lanes wanted.

const manifest = `version = 1
[defaults]
runner = "host_local"
[targets.app]
paths = ["app/**", "!app/docs/**"]
[[targets.app.lanes]]
id = "app"
command = "true"
[targets.docs]
paths = ["docs/**", "app/docs/**", "**/*.md"]
[[targets.docs.lanes]]
id = "docs"
command = "true"
[targets.lint]
[[targets.lint.lanes]]
id = "lint"
command = "true"
[targets.deep]
trigger = "nightly"
paths = ["app/**"]
[[targets.deep.lanes]]
id = "deep"
command = "true"
`;
const every = ['app', 'docs', 'lint'];

async function plan(root: string, event: RunnerEvent): Promise<ChangePlan> {
  const { environment } = runnerFiles(root, {}, event);
  const { change, defaultTarget } = readGithubContext(environment);
  const workspace = await openCheckout({
    directory: root,
    manifest: undefined,
    hosts: undefined,
    hostsOrigin: 'terminal',
    stateRoot: undefined,
    environment: readEnvironment(environment),
  });
  const { plan: made } = await planLanes(workspace, { targets: [defaultTarget], ...change });
  // Most of these repositories lack files for some pattern, which is told and not looked at here.
  const notes = made.notes.filter((note) => !note.endsWith('matches no file'));
  return { ...made, notes };
}

const pullRequest = (base: string, head: string): RunnerEvent => ({
  name: 'pull_request',
  payload: { pull_request: { base: { sha: base }, head: { sha: head } } },
});
const push = (before: string, after: string): RunnerEvent => ({
  name: 'push',
  payload: { before, after },
});
const zeros = '0'.repeat(40);

/** A repository with something of everything, and its first commit. */
class Started extends Project {
  readonly base: string;

  constructor() {
    super();
    this.manifest(manifest)
      .file('app/a.rs', 'a\n'.repeat(30))
      .file('docs/d.txt', 'd\n'.repeat(30))
      .file('other/o.txt', 'o')
      .link('app/link', 'a.rs');
    this.base = this.commit();
  }
}

describe('a pull request that', () => {
  it.each<[string, (project: Project) => unknown, string[], string[]]>([
    ['adds a file', (p) => p.file('app/new.rs', '1'), ['app/new.rs'], ['app', 'lint']],
    ['changes a file', (p) => p.file('app/a.rs', '1'), ['app/a.rs'], ['app', 'lint']],
    ['deletes a file', (p) => p.remove('app/a.rs'), ['app/a.rs'], ['app', 'lint']],
    [
      'touches nothing that is filtered',
      (p) => p.file('other/o.txt', '2'),
      ['other/o.txt'],
      ['lint'],
    ],
    [
      'touches what one excludes and another wants',
      (p) => p.file('app/docs/x.txt', '1'),
      ['app/docs/x.txt'],
      ['docs', 'lint'],
    ],
    ['touches both', (p) => p.file('app/b', '1').file('docs/b', '1'), ['app/b', 'docs/b'], every],
    [
      'moves a file within an area',
      (p) => p.git('mv', 'app/a.rs', 'app/b.rs'),
      ['app/a.rs', 'app/b.rs'],
      ['app', 'lint'],
    ],
    [
      'moves a file out of an area',
      (p) => p.git('mv', 'app/a.rs', 'other/a.rs'),
      ['app/a.rs', 'other/a.rs'],
      ['app', 'lint'],
    ],
    [
      'moves a file into another area',
      (p) => p.git('mv', 'other/o.txt', 'docs/o.txt'),
      ['docs/o.txt', 'other/o.txt'],
      ['docs', 'lint'],
    ],
    [
      'changes the case of a name',
      (p) => p.git('mv', 'app/a.rs', 'app/A.rs'),
      ['app/A.rs', 'app/a.rs'],
      ['app', 'lint'],
    ],
    [
      'makes a file executable',
      (p) => p.file('app/a.rs', 'a\n'.repeat(30), 0o755),
      ['app/a.rs'],
      ['app', 'lint'],
    ],
    [
      'turns a link elsewhere',
      (p) => p.remove('app/link').link('app/link', 'b.rs'),
      ['app/link'],
      ['app', 'lint'],
    ],
    [
      'makes a file a link to a folder',
      (p) => p.remove('other/o.txt').link('other/o.txt', '../docs'),
      ['other/o.txt'],
      ['docs', 'lint'],
    ],
    [
      'makes a file a link',
      (p) => p.remove('app/a.rs').link('app/a.rs', 'x'),
      ['app/a.rs'],
      ['app', 'lint'],
    ],
    [
      'makes a file a folder',
      (p) => p.remove('other/o.txt').file('other/o.txt/in', '1'),
      ['other/o.txt', 'other/o.txt/in'],
      ['lint'],
    ],
    [
      'has a name that is not ASCII',
      (p) => p.file('app/ä ö.rs', '1'),
      ['app/ä ö.rs'],
      ['app', 'lint'],
    ],
    ['has a name with a line end', (p) => p.file('app/a\nb', '1'), ['app/a\nb'], ['app', 'lint']],
    [
      'has a name with a tab and quotes',
      (p) => p.file('docs/"a"\tb', '1'),
      ['docs/"a"\tb'],
      ['docs', 'lint'],
    ],
    [
      'has a name with marks of patterns',
      (p) => p.file('other/[a]*', '1'),
      ['other/[a]*'],
      ['lint'],
    ],
    ['has a dotfile', (p) => p.file('app/.hidden', '1'), ['app/.hidden'], ['app', 'lint']],
    [
      'has a binary file',
      (p) => p.file('app/x.bin', Buffer.from([0, 255, 0])),
      ['app/x.bin'],
      ['app', 'lint'],
    ],
    [
      'touches a file of a kind anywhere',
      (p) => p.file('other/README.md', '1'),
      ['other/README.md'],
      ['docs', 'lint'],
    ],
    [
      'adds a submodule',
      (p) => p.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},app/sub`),
      ['app/sub'],
      // It may hold a `.md`.
      ['app', 'docs', 'lint'],
    ],
    ['changes nothing', () => undefined, [], every],
    ['changes the manifest', (p) => p.manifest(`${manifest}# more\n`), ['pikaci.toml'], every],
  ])('%s', async (_, change, paths, lanes) => {
    using project = new Started();
    const { base } = project;
    change(project);
    // A submodule is in the index alone; `add --all` would take it out again.
    const staged = project.git('diff', '--cached', '--name-only').includes('app/sub');
    if (staged) project.git('commit', '--quiet', '--message', 'submodule');
    else project.commit();
    const head = project.git('rev-parse', 'HEAD').trim();
    const made = await plan(project.root, pullRequest(base, head));
    expect(made.changed_paths).toEqual(paths);
    expect(made.include.map(({ id }) => id)).toEqual(lanes);
  });

  it('changes and takes back has no paths, so everything runs', async () => {
    using project = new Started();
    const { base } = project;
    project.file('app/a.rs', '1').commit();
    const head = project.file('app/a.rs', 'a\n'.repeat(30)).commit();
    expect((await plan(project.root, pullRequest(base, head))).include.map(({ id }) => id)).toEqual(
      every,
    );
  });

  it('touches a thousand files is read whole', async () => {
    using project = new Started();
    const { base } = project;
    for (let n = 0; n < 1000; n += 1) project.file(`other/many/${n}`, '1');
    const head = project.file('app/last', '1').commit();
    const made = await plan(project.root, pullRequest(base, head));
    expect([made.changed_paths.length, made.include.map(({ id }) => id)]).toEqual([
      1001,
      ['app', 'lint'],
    ]);
  });
});

describe('a history in which', () => {
  it('the base went on counts only the topic', async () => {
    using project = new Started();
    project.git('switch', '--quiet', '--create', 'topic');
    const head = project.file('docs/mine', '1').commit();
    project.git('switch', '--quiet', 'main');
    const base = project.file('app/theirs', '1').commit();
    expect((await plan(project.root, pullRequest(base, head))).changed_paths).toEqual([
      'docs/mine',
    ]);
  });

  it('GitHub’s merge commit is checked out counts only the topic, too', async () => {
    using project = new Started();
    const { base } = project;
    project.git('switch', '--quiet', '--create', 'topic');
    const head = project.file('docs/mine', '1').commit();
    project.git('switch', '--quiet', 'main');
    project.file('app/theirs', '1').commit();
    project.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'topic');
    expect((await plan(project.root, pullRequest(base, head))).changed_paths).toEqual([
      'docs/mine',
    ]);
  });

  it('the base was merged into the topic counts only the topic', async () => {
    using project = new Started();
    project.git('switch', '--quiet', '--create', 'topic');
    project.file('docs/mine', '1').commit();
    project.git('switch', '--quiet', 'main');
    const base = project.file('app/theirs', '1').commit();
    project.git('switch', '--quiet', 'topic');
    project.git('merge', '--quiet', '--message', 'merge', 'main');
    const head = project.git('rev-parse', 'HEAD').trim();
    expect((await plan(project.root, pullRequest(base, head))).changed_paths).toEqual([
      'docs/mine',
    ]);
  });

  it('nothing is shared runs everything, and says so', async () => {
    using project = new Started();
    const { base } = project;
    project.git('switch', '--quiet', '--orphan', 'island');
    const head = project.manifest(manifest).commit();
    const made = await plan(project.root, pullRequest(base, head));
    expect(made.include.map(({ id }) => id)).toEqual(every);
    expect(made.notes[0]).toContain('have no common ancestor');
  });

  it('the base is nowhere runs everything, and says so', async () => {
    using project = new Started();
    const head = project.file('app/b', '1').commit();
    const made = await plan(project.root, pullRequest('1'.repeat(40), head));
    expect(made.include.map(({ id }) => id)).toEqual(every);
    expect(made.notes[0]).toContain(
      `base ${'1'.repeat(40)} is neither in this checkout nor to be had from origin`,
    );
  });

  it('the head is nowhere runs everything, and says so', async () => {
    using project = new Started();
    const { base } = project;
    const made = await plan(project.root, pullRequest(base, '1'.repeat(40)));
    expect(made.notes[0]).toContain(`head ${'1'.repeat(40)} is neither`);
  });
});

describe('the event', () => {
  it('push compares with what was there before', async () => {
    using project = new Started();
    const { base } = project;
    project.file('app/b', '1').commit();
    const head = project.file('app/c', '1').commit();
    expect((await plan(project.root, push(base, head))).changed_paths).toEqual(['app/b', 'app/c']);
  });

  it('push by force compares with where the histories part', async () => {
    using project = new Started();
    const { base } = project;
    const before = project.file('app/dropped', '1').commit();
    project.git('reset', '--quiet', '--hard', base);
    const head = project.file('docs/kept', '1').commit();
    expect((await plan(project.root, push(before, head))).changed_paths).toEqual(['docs/kept']);
  });

  it.each([
    ['push of a new branch', (head: string) => push(zeros, head)],
    [
      'push of a tag',
      (head: string) => ({
        name: 'push',
        payload: { ref: 'refs/tags/v1', before: zeros, after: head },
      }),
    ],
    ['workflow_dispatch', () => ({ name: 'workflow_dispatch', payload: {} })],
    ['release', () => ({ name: 'release', payload: {} })],
  ])('%s runs everything', async (_, event) => {
    using project = new Started();
    const { base } = project;
    const made = await plan(project.root, event(base));
    expect(made.include.map(({ id }) => id)).toEqual(every);
    expect(made.notes).toEqual(['every lane is selected: no base to compare with is known']);
  });

  it('merge_group compares with the queue’s base', async () => {
    using project = new Started();
    const { base } = project;
    const head = project.file('docs/b', '1').commit();
    const event = {
      name: 'merge_group',
      payload: { merge_group: { base_sha: base, head_sha: head } },
    };
    expect((await plan(project.root, event)).include.map(({ id }) => id)).toEqual(['docs', 'lint']);
  });

  it('schedule runs every nightly lane, whatever changed', async () => {
    using project = new Started();
    const made = await plan(project.root, { name: 'schedule', payload: {} });
    expect([made.mode, made.include.map(({ id }) => id)]).toEqual(['nightly', ['deep']]);
  });

  it('pull_request_target plans the fork’s head, which the base’s checkout lacks', async () => {
    using origin = new Started();
    const { base } = origin;
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    origin.git('switch', '--quiet', '--create', 'fork');
    const head = origin.file('docs/forked', '1').commit();
    origin.git('switch', '--quiet', 'main');
    origin.git('update-ref', 'refs/pull/1/head', head);
    origin.git('branch', '--quiet', '-D', 'fork');
    const root = clone(origin, '--single-branch');
    const made = await plan(root, { ...pullRequest(base, head), name: 'pull_request_target' });
    expect(made.changed_paths).toEqual(['docs/forked']);
    expect(made.notes).toEqual([`fetched ${head.slice(0, 12)}, which the checkout lacked`]);
  });
});

describe('a shallow checkout', () => {
  it.each([
    ['of one commit, the base one before it', 0, ['fetched', 'fetched 50 more']],
    ['with its base far back', 70, ['fetched', 'fetched 50 more', 'fetched 300 more']],
  ])('%s is deepened as little as needed, and says so', async (_, between, notes) => {
    using origin = new Started();
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    origin.git('switch', '--quiet', '--create', 'topic');
    for (let n = 0; n < between; n += 1)
      origin.git('commit', '--quiet', '--allow-empty', '-m', 'x');
    const head = origin.file('docs/mine', '1').commit();
    origin.git('switch', '--quiet', 'main');
    const base = origin.file('app/theirs', '1').commit();
    const root = clone(origin, '--depth=1', '--branch=topic');
    const made = await plan(root, pullRequest(base, head));
    expect(made.changed_paths).toEqual(['docs/mine']);
    expect(made.notes).toHaveLength(notes.length);
    for (const [at, note] of notes.entries()) expect(made.notes[at]).toContain(note);
  });

  it('whose origin is gone runs everything, and says so', async () => {
    using origin = new Started();
    const { base } = origin;
    const head = origin.file('docs/mine', '1').commit();
    const root = clone(origin, '--depth=1');
    execFileSync('git', ['remote', 'set-url', 'origin', join(root, 'nowhere')], { cwd: root });
    const made = await plan(root, push(base, head));
    expect(made.include.map(({ id }) => id)).toEqual(every);
    expect(made.notes[0]).toContain('is neither in this checkout nor to be had from origin');
  });
});

/** A clone over the file protocol, which is as shallow as it is asked for; gone with its origin. */
function clone(origin: Project, ...options: string[]): string {
  const parent = join(origin.root, '.git', 'clones');
  mkdirSync(parent, { recursive: true });
  const root = join(parent, 'clone');
  execFileSync('git', ['clone', '--quiet', ...options, `file://${origin.root}`, root], {
    stdio: 'ignore',
  });
  return root;
}
