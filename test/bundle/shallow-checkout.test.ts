import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { step, type RunnerEvent } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';

const manifest = `version = 1
[defaults]
runner = "host_local"
[targets.app]
paths = ["app/**"]
[[targets.app.lanes]]
id = "app"
command = "true"
[targets.docs]
paths = ["docs/**"]
[[targets.docs.lanes]]
id = "docs"
command = "true"
`;

/** A repository whose base has moved on since the pull request began. */
function forked(): Disposable & { origin: Project; base: string; head: string } {
  const origin = new Project().manifest(manifest).file('app/a', '1').file('docs/a', '1');
  origin.commit();
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  origin.git('switch', '--quiet', '--create', 'topic');
  const head = origin.file('docs/mine', '1').commit();
  origin.git('switch', '--quiet', 'main');
  const base = origin.file('app/theirs', '1').commit();
  return { origin, base, head, [Symbol.dispose]: () => origin[Symbol.dispose]() };
}

/** As actions/checkout leaves it: one commit of the head. */
function shallowClone(origin: Project, root: string): void {
  const options = ['--quiet', '--depth=1', '--branch=topic'];
  execFileSync('git', ['clone', ...options, `file://${origin.root}`, root], { stdio: 'ignore' });
}

function refsIn(root: string): string {
  return execFileSync('git', ['for-each-ref'], { cwd: root, encoding: 'utf8' });
}

const pullRequest = (base: string, head: string): RunnerEvent => ({
  name: 'pull_request',
  payload: { pull_request: { base: { sha: base }, head: { sha: head } } },
});

async function plan(root: string, event: RunnerEvent) {
  const { code, stdout, outputs } = await step(root, { mode: 'plan' }, event);
  const { include } = JSON.parse(outputs()['matrix'] ?? '') as { include: { id: string }[] };
  const lines = stdout.split('\n');
  const commands = lines
    .filter((line) => line.startsWith('[command]'))
    .map((line) => line.replace(/^\[command\]\S+\/git /, ''));
  return { code, stdout, commands, lanes: include.map(({ id }) => id) };
}

const fetch =
  'fetch --no-tags --no-recurse-submodules --no-write-fetch-head --no-auto-maintenance --refmap=';

describe('a plan in a shallow checkout', () => {
  it('fetches what it lacks, shows how, and selects what changed', async () => {
    using made = forked();
    const { origin, base, head } = made;
    using folder = temporaryFolder();
    const root = join(folder.path, 'checkout');
    shallowClone(origin, root);
    const { code, commands, lanes } = await plan(root, pullRequest(base, head));
    expect([code, lanes]).toEqual([0, ['docs']]);
    expect(commands).toEqual([
      `${fetch} --depth=1 origin ${base}`,
      `${fetch} --deepen=50 origin ${base} ${head}`,
    ]);
  });

  it('without its remote selects every lane, and says what helps', async () => {
    const { origin, base, head } = forked();
    using folder = temporaryFolder();
    const root = join(folder.path, 'checkout');
    shallowClone(origin, root);
    origin[Symbol.dispose]();
    const { code, stdout, commands, lanes } = await plan(root, pullRequest(base, head));
    expect([code, lanes]).toEqual([0, ['app', 'docs']]);
    expect(commands).toEqual([`${fetch} --depth=1 origin ${base}`]);
    expect(stdout).toContain('does not appear to be a git repository');
    expect(stdout).toContain('git fetch failed; give actions/checkout `fetch-depth: 0`');
    expect(stdout).toContain(`base ${base} is neither in this checkout nor to be had from origin`);
  });

  it('runs the same, whatever a pull request holds', async () => {
    using made = forked();
    const { origin, base } = made;
    using folder = temporaryFolder();
    const ran = join(folder.path, 'ran');
    origin.git('switch', '--quiet', 'topic');
    origin.git('update-index', '--add', '--cacheinfo', `160000,${base},docs/module`);
    const head = origin
      .file(
        '.gitmodules',
        `[submodule "m"]\npath = docs/module\nurl = ext::touch ${ran}\nupdate = !touch ${ran}\nfetchRecurseSubmodules = true\n`,
      )
      .commit();
    // Names that mean another commit, or an option, to whoever takes them for one.
    for (const name of [base, `--upload-pack=touch$IFS${ran}`])
      origin.git('update-ref', `refs/heads/${name}`, head);
    const root = join(folder.path, 'checkout');
    shallowClone(origin, root);
    const before = refsIn(root);
    const { code, commands, lanes } = await plan(root, pullRequest(base, head));
    expect([code, lanes]).toEqual([0, ['docs']]);
    expect(commands).toEqual([
      `${fetch} --depth=1 origin ${base}`,
      `${fetch} --deepen=50 origin ${base} ${head}`,
    ]);
    expect(existsSync(ran)).toBe(false);
    expect(refsIn(root)).toBe(before);
  });
});
