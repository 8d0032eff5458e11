import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pikaci, runJson, step, type RunnerEvent } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** Blocks of code, by their language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(([, found, text = '']) =>
    found === language ? [text] : [],
  );
}

function projectWith(manifest: string, files: Readonly<Record<string, string>> = {}): Project {
  const project = new Project().manifest(manifest);
  for (const [path, text] of Object.entries(files)) project.file(path, text);
  project.commit();
  return project;
}

function lanes(target: string, ...ids: string[]): string {
  const tables = ids.map((id) => `[[targets.${target}.lanes]]\nid = "${id}"\ncommand = "true"\n`);
  return `[targets.${target}]\nrunner = "host_local"\n${tables.join('')}`;
}

describe('README', () => {
  const manifests = blocks('toml').filter((text) => text.startsWith('version = 1'));

  it('shows manifests', () => {
    expect(manifests.length).toBeGreaterThan(0);
  });

  it.each(manifests)(
    'shows one that is valid and can be planned without a host: %#',
    async (text) => {
      using project = projectWith(text);
      expect(await pikaci(project.root, ['validate'])).toMatchObject({ code: 0 });
      expect(await pikaci(project.root, ['targets'])).toMatchObject({ code: 0, stderr: '' });
      const plan = await pikaci(project.root, ['plan', 'all', '--json']);
      expect(plan).toMatchObject({ code: 0, stderr: '' });
      const inWorkflow = await step(project.root, { mode: 'plan', target: 'all' });
      expect(inWorkflow).toMatchObject({ code: 0 });
      expect(inWorkflow.stdout).not.toContain('::warning');
    },
  );
});

describe('in a workflow', () => {
  const far =
    '[targets.t]\nrunner = "remote_linux_vm"\nhost = "builder"\n[[targets.t.lanes]]\nid = "vm"\ncommand = "true"\n[[targets.t.lanes]]\nid = "here"\nrunner = "host_local"\nhost = "local"\ncommand = "true"\n';
  const old = `version = 1\n[hosts.builder]\nbackend = "microvm"\nwork_dir = "/home/ci"\nmicrovm = { guest = ".#evil", nix = "./evil" }\n${far}`;
  const hosts = '[builder]\naddress = "ssh://ci@127.0.0.1:1"\n';

  it('a manifest that says what an SSH host is gets one error with what to move where', async () => {
    using project = projectWith(old);
    const run = await step(project.root, { mode: 'run', target: 't', lane: 'vm', hosts });
    expect(run.code).toBe(2);
    expect(run.stdout.match(/^::error/gm)).toHaveLength(1);
    expect(run.stdout).toContain(
      'pikaci.toml sets work_dir, backend, microvm of host `builder`, and in a workflow an SSH host is what input `hosts` says of it and nothing else',
    );
    expect(run.stdout).toContain('  address = "ssh://ci@127.0.0.1:1"\n');
    expect(run.stdout).toContain('guest = ".#evil"\n');
    expect(run.stdout).toContain('→ Set input `hosts` of the workflow to the text above');
  });

  it('a host that the input does not name cannot be used, and is in nobody else’s way', async () => {
    using project = projectWith(old);
    const run = await step(project.root, { mode: 'run', target: 't', lane: 'vm' });
    expect(run.code).toBe(2);
    expect(run.stdout).toContain('input `hosts` does not name host `builder`');
    const here = await step(project.root, { mode: 'run', target: 't', lane: 'here' });
    expect(here.outputs()).toMatchObject({ status: 'passed' });
    const plan = await step(project.root, { mode: 'plan' });
    expect(plan).toMatchObject({ code: 0 });
    expect(plan.outputs()).toMatchObject({ count: '2' });
    expect(plan.stdout).toMatch(
      /::warning title=plan::pikaci\.toml sets work_dir, backend, microvm/,
    );
    expect(plan.summary()).toContain('> [!WARNING]');
  });

  it('a lane runs on a host itself, or with more than it grants, only by the host’s word', async () => {
    using project = projectWith(
      `version = 1\n[hosts.builder]\n[targets.t]\nrunner = "host_local"\nhost = "builder"\nvcpu = 64\n[[targets.t.lanes]]\nid = "l"\ncommand = "true"\n`,
    );
    const run = await step(project.root, { mode: 'run', target: 't', hosts });
    expect(run.code).toBe(2);
    expect(run.stdout).toContain('  [builder]\n  allow = ["host_local"]\n');
  });

  it('each problem of a manifest is an annotation on its line', async () => {
    using project = projectWith(`version = 1\n[targets.t]\nrunnr = "x"\nlanes = []\n`);
    const { code, stdout } = await step(project.root, {
      mode: 'plan',
      hosts: '[b]\naddress = "ftp://b"\n',
    });
    expect(code).toBe(2);
    expect(stdout.match(/^::error .*$/gm)).toEqual([
      expect.stringMatching(/file=pikaci\.toml.*line=3.*::targets\.t\.runnr: unknown key/),
      expect.stringMatching(/file=pikaci\.toml.*line=4.*::targets\.t\.lanes: a target needs/),
      expect.stringMatching(
        /^::error title=host settings::input hosts, line 2: b\.address: must be/,
      ),
    ]);
  });

  const change = (base: string, head: string): RunnerEvent => ({
    name: 'push',
    payload: { before: base, after: head },
  });

  it('the plan warns of what a change takes away from the manifest', async () => {
    using project = projectWith(`version = 1\n${lanes('t', 'a', 'b')}${lanes('u', 'c')}`);
    const base = project.git('rev-parse', 'HEAD').trim();
    const head = project.manifest(`version = 1\n${lanes('t', 'a')}`).commit();
    const plan = await step(project.root, { mode: 'plan' }, change(base, head));
    for (const words of ['takes lane `b` away from `t`', 'takes away target `u` with lane `c`']) {
      expect(plan.stdout).toContain(
        `::warning title=plan::pikaci.toml itself changed: it ${words}`,
      );
      expect(plan.stdout).toContain(`note: pikaci.toml itself changed: it ${words}`);
    }
    expect(plan.summary()).toMatch(/> \[!WARNING\]\n> - pikaci\.toml itself changed/);
  });

  it.each<[string, (project: Project) => void, RegExp]>([
    [
      'moved',
      (p) => p.remove('pikaci.toml').file('.github/pikaci.toml', `version = 1\n${lanes('t', 'a')}`),
      /\.github\/pikaci\.toml itself changed: it takes away target `u`/,
    ],
    [
      'replaced by a link',
      (p) =>
        p
          .remove('pikaci.toml')
          .file('ci/other.toml', `version = 1\n${lanes('t', 'a')}`)
          .link('pikaci.toml', 'ci/other.toml'),
      /pikaci\.toml itself changed: it takes away target `u`/,
    ],
  ])('also where the manifest is %s', async (_, alter, warning) => {
    using project = projectWith(`version = 1\n${lanes('t', 'a')}${lanes('u', 'c')}`);
    const base = project.git('rev-parse', 'HEAD').trim();
    alter(project);
    const plan = await step(project.root, { mode: 'plan' }, change(base, project.commit()));
    expect(plan.stdout).toMatch(warning);
  });

  it('a manifest that was broken at the base is told, and planned', async () => {
    using project = projectWith('version = = 1');
    const base = project.git('rev-parse', 'HEAD').trim();
    const head = project.manifest(`version = 1\n${lanes('t', 'a')}`).commit();
    const plan = await step(project.root, { mode: 'plan' }, change(base, head));
    expect(plan.code).toBe(0);
    expect(plan.stdout).toContain('it is not valid at the base');
  });
});

describe('on a terminal', () => {
  it('lanes are called target/lane where several targets have one', async () => {
    using project = projectWith(`version = 1\n${lanes('t', 'a')}${lanes('u', 'a', 'b')}`);
    const both = await pikaci(project.root, ['run', 'a']);
    expect(both.code).toBe(2);
    expect(both.stderr).toBe('pikaci: several targets have a lane `a`\n→ Write t/a or u/a.\n');
    const { record } = await runJson(project.root, ['u/a']);
    expect([record.target_id, record.jobs.map(({ id }) => id)]).toEqual(['u', ['a']]);
    expect((await runJson(project.root, ['b'])).record.status).toBe('passed');
  });

  it('a pattern that matches nothing is a warning', async () => {
    using project = projectWith(
      `version = 1\n${lanes('t', 'a').replace('\n', '\npaths = ["src/**", "srcc/**"]\n')}`,
      { 'src/a': '' },
    );
    expect(await pikaci(project.root, ['validate'])).toEqual({
      code: 0,
      stdout: 'pikaci.toml is valid: 1 target(s), 1 lane(s)\n',
      stderr: 'warning: targets.t.paths: `srcc/**` matches no file\n',
    });
    const { stdout } = await pikaci(project.root, ['plan', 'all']);
    expect(stdout).toContain('note: targets.t.paths: `srcc/**` matches no file\n');
  });

  it.each([['constructor'], ['__proto__'], ['toString']])('`%s` is no command', async (name) => {
    using project = projectWith(`version = 1\n${lanes('t', 'a')}`);
    const { code, stderr } = await pikaci(project.root, [name]);
    expect([code, stderr]).toEqual([
      2,
      `pikaci: unknown command \`${name}\`\n→ See \`pikaci help\`.\n`,
    ]);
  });

  it.each([
    [['validate', '--hosts', '/nonexistent'], /--hosts \/nonexistent cannot be read/],
    [['validate', '--hosts', '/'], /--hosts \/ cannot be read/],
    [['validate', '--manifest', '.'], /the manifest .* cannot be read/],
    [['run', 'constructor'], /no target or lane is called `constructor`/],
    [['run', 't', '--lane', 'constructor'], /has no lane `constructor`/],
  ])('%j is the user’s error', async (args, message) => {
    using project = projectWith(`version = 1\n${lanes('t', 'a')}`);
    const { code, stderr } = await pikaci(project.root, args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('targets and lanes may be called as what objects have', async () => {
    using project = projectWith(`version = 1\n${lanes('constructor', 'toString')}`);
    const { record } = await runJson(project.root, ['constructor']);
    expect(record).toMatchObject({ status: 'passed', jobs: [{ id: 'toString' }] });
  });
});

describe('an id of the original’s manifest', () => {
  it.each(['lint/rust', '../../../outside', '..', 'a b: ~', 'ü'.repeat(200)])(
    '%j stays an id: its lane runs, and its records lie below the state root',
    async (id) => {
      const lane = `[[branch.lanes]]\nid = ${JSON.stringify(id)}\ncommand = ["echo", "it ran"]\n`;
      using project = new Project().file('ci/forge-lanes.toml', `version = 1\n${lane}`);
      project.commit();
      const { record } = await runJson(project.root, [id]);
      expect(record).toMatchObject({ status: 'passed', jobs: [{ id }] });
      const [job] = record.jobs;
      expect(job?.guest_log_path).toMatch(
        /\/\.pikaci\/runs\/[^/]+\/jobs\/[^/]+\/artifacts\/guest\.log$/,
      );
      expect(readFileSync(job?.guest_log_path ?? '', 'utf8')).toContain('it ran\n');
      expect(existsSync(join(project.root, 'outside'))).toBe(false);
      const logs = await pikaci(project.root, ['logs', record.run_id, '--job', id]);
      expect(logs.stdout).toContain('it ran\n');
    },
  );
});
