import {
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WrittenRun } from '../../src/store/written-record.ts';
import { temporaryFolder } from '../support/folder.ts';
import { pikaci, runJson, start } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';

/** A project whose lanes run on this machine itself. */
function localProject(lanes: Readonly<Record<string, string>>, target = ''): Project {
  const tables = Object.entries(lanes).map(
    ([id, command]) => `[[targets.t.lanes]]\nid = "${id}"\ncommand = ${JSON.stringify(command)}\n`,
  );
  const project = new Project().manifest(
    `version = 1\n[targets.t]\nrunner = "host_local"\n${target}\n${tables.join('')}`,
  );
  project.commit();
  return project;
}

describe('pikaci run', () => {
  it('runs lanes, keeps records that can be read again, and exits 0', async () => {
    using project = localProject({ one: 'echo from one', two: 'echo from two' });
    const { code, record, stderr } = await runJson(project.root, ['t']);
    expect({ code, stderr, status: record.status }).toEqual({
      code: 0,
      stderr: '',
      status: 'passed',
    });
    expect(
      JSON.parse(
        readFileSync(join(project.root, '.pikaci/runs', record.run_id, 'run.json'), 'utf8'),
      ),
    ).toEqual(record);
    expect(record).toMatchObject({
      git_head: project.git('rev-parse', 'HEAD').trim(),
      message: '2 passed',
      failure_kind: null,
    });
    const events = readFileSync(
      join(project.root, '.pikaci/runs', record.run_id, 'events.jsonl'),
      'utf8',
    )
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: string }).event);
    expect([events.at(0), events.at(-1)]).toEqual(['run_started', 'run_finished']);
    expect(events.filter((it) => it === 'job_finished').length).toBe(2);

    const list = await pikaci(project.root, ['list']);
    expect(list.stdout).toBe(`${[record.run_id, 'passed', 't', record.created_at].join('\t')}\n`);
    const logs = await pikaci(project.root, ['logs', record.run_id, '--job', 'one']);
    expect(logs.stdout).toContain('\nfrom one\n');
    const both = await pikaci(project.root, ['logs', record.run_id, '--kind', 'both']);
    expect(both.stdout).toContain('wait_for_completion took');
    const meta = JSON.parse(
      (await pikaci(project.root, ['logs', record.run_id, '--metadata-json'])).stdout,
    ) as object;
    expect(meta).toMatchObject({
      run_id: record.run_id,
      jobs: [{ id: 'one', guest_log_exists: true }, { id: 'two' }],
    });
    const status = await pikaci(project.root, ['status', record.run_id]);
    expect(status.stdout).toContain('CI: success');
  });

  it('exits 1 when a lane fails, and shows why', async () => {
    using project = localProject({ good: 'true', bad: 'echo the reason >&2; exit 3' });
    const { code, stdout } = await pikaci(project.root, ['run', 't']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/bad: end of the log\n.*\nthe reason/);
    expect(stdout).toContain('1 passed, 1 failed');
    expect(stdout).toMatch(/bad {2}· failed · .* · test command exited with 3/);
  });

  it('shows the end of a log without obeying what is in it', async () => {
    using project = localProject({
      bad: String.raw`printf '\033[2J\033]0;title\007the end\n'; exit 1`,
    });
    const { stdout } = await pikaci(project.root, ['run', 't']);
    expect(stdout).toMatch(/bad: end of the log\n.*\nthe end\n/);
    expect(stdout).not.toContain('\u001b[2J');
    expect(stdout).not.toContain('\u001b]0;');
  });

  it('runs one lane by its name, or by --lane', async () => {
    using project = localProject({ one: 'true', two: 'true' });
    expect((await runJson(project.root, ['two'])).record.jobs.map(({ id }) => id)).toEqual(['two']);
    expect(
      (await runJson(project.root, ['t', '--lane', 'one'])).record.jobs.map(({ id }) => id),
    ).toEqual(['one']);
  });

  it('skips what a known change does not touch, and exits 0; without a base it runs', async () => {
    using project = localProject({ one: 'true' }, 'paths = ["src/**"]');
    project.file('docs/a.md', '1').commit();
    const { code, record } = await runJson(project.root, ['t', '--base', 'HEAD~1']);
    expect([code, record.status, record.message, record.jobs]).toEqual([
      0,
      'skipped',
      'skipped; no changed files matched 1 filter(s)',
      [],
    ]);
    expect((await runJson(project.root, ['t'])).record.status).toBe('passed');
  });

  it('has a lane’s wait for a free place on record, apart from its phases', async () => {
    using hosts = temporaryFolder();
    using project = new Project().manifest(`version = 1
[hosts.here]
address = "local"
work_dir = ${JSON.stringify(join(hosts.path, 'work'))}
max_guests = 1
[targets.t]
runner = "host_local"
host = "here"
lanes = [{ id = "one", command = "sleep 1" }, { id = "two", command = "sleep 1" }]
`);
    project.commit();
    const { code, record } = await runJson(project.root, ['t']);
    expect([code, record.status]).toEqual([0, 'passed']);
    const [waited, ...others] = record.jobs.filter(({ waited_for_place }) => waited_for_place);
    expect(others).toEqual([]);
    expect(waited?.waited_for_place?.duration_ms).toBeGreaterThan(0);
    const phases = waited?.execution?.phases ?? [];
    expect(waited?.execution?.backend).toBe('host_local');
    expect(phases.map(({ phase }) => phase)).toEqual([
      'prepare_directories',
      'stage_workspace_snapshot',
      'prepare_runtime',
      'launch_guest',
      'wait_for_completion',
      'collect_artifacts',
    ]);
    const [prepared, staged] = phases;
    expect(Date.parse(prepared?.finished_at ?? '')).toBeLessThanOrEqual(
      Date.parse(waited?.waited_for_place?.started_at ?? ''),
    );
    expect(Date.parse(staged?.started_at ?? '')).toBeGreaterThanOrEqual(
      Date.parse(waited?.waited_for_place?.finished_at ?? ''),
    );
    const log = readFileSync(waited?.host_log_path ?? '', 'utf8');
    expect(log).toMatch(
      /prepare_directories took \d+ ms\n\[pikaci\] waiting for a free place on here: one guest has to end first\n\[pikaci\] \S+Z waited \d+ ms for a free place\n/,
    );
  });

  it('streams events as lines', async () => {
    using project = localProject({ one: 'echo secret-free' });
    const { stdout } = await pikaci(project.root, ['run', 't', '--output', 'jsonl']);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; run?: WrittenRun });
    expect(events[0]).toMatchObject({ event: 'run_started', target_id: 't' });
    expect(events.at(-1)).toMatchObject({ event: 'run_finished', run: { status: 'passed' } });
  });

  it('gives lanes a plain environment: no inputs, no tokens, nothing of ours', async () => {
    using project = localProject({ one: 'env' });
    const { record } = await runJson(project.root, ['t'], {
      'INPUT_SSH-KEY': 'private key material',
      GITHUB_TOKEN: 'token material',
      ACTIONS_RUNTIME_TOKEN: 'token material',
    });
    const log = readFileSync(record.jobs[0]?.guest_log_path ?? '', 'utf8');
    expect(log).toContain('CI=true');
    expect(log).not.toContain('material');
  });

  it('never lets one lane see what another wrote', async () => {
    using project = localProject({
      one: 'echo dirt >dirt; sleep 1',
      two: 'sleep 0.5; ! test -e dirt',
    });
    expect((await runJson(project.root, ['t'])).record.status).toBe('passed');
  });

  it('ends with a lane’s daemons', async () => {
    using project = localProject({ one: 'setsid sleep 4242 & true' });
    expect((await runJson(project.root, ['t'])).record.status).toBe('passed');
    const left = await pikaci(project.root, ['list']);
    expect(left.code).toBe(0);
    const { execFileSync } = await import('node:child_process');
    expect(
      execFileSync('sh', ['-c', 'pgrep -fx "sleep 4242" || echo none'], { encoding: 'utf8' }),
    ).toBe('none\n');
  });
});

describe('bad input gives one clear error, exit 2, and leaves nothing behind:', () => {
  it.each<[string, (project: Project) => string[], RegExp]>([
    [
      'no manifest',
      (p) => (p.remove('pikaci.toml'), ['run', 't']),
      /^pikaci: no manifest: looked for pikaci\.toml, \.github\/pikaci\.toml, and ci\/forge-lanes\.toml\n→ Add a pikaci\.toml/,
    ],
    [
      'broken TOML',
      (p) => (p.manifest('version = = 1'), ['run', 't']),
      /^pikaci: pikaci\.toml is not a valid manifest \(1 problem\)\n {2}pikaci\.toml:1:11: /,
    ],
    [
      'an unknown target',
      () => ['run', 'tt'],
      /^pikaci: no target or lane is called `tt`\n→ Did you mean `t`\? Known targets: t\./,
    ],
    [
      'an unknown lane',
      () => ['run', 't', '--lane', 'onne'],
      /target `t` has no lane `onne`\n→ Did you mean `one`\?/,
    ],
    ['an unknown command', () => ['rum'], /unknown command `rum`/],
    ['an unknown flag', () => ['run', 't', '--lanes'], /Unknown option '--lanes'/],
    ['no target', () => ['run'], /`run` takes one target or lane/],
    [
      'an unknown output',
      () => ['run', 't', '--output', 'xml'],
      /--output is `xml`; it can be human, json, jsonl/,
    ],
    [
      'an unknown run',
      () => ['status', '20260326T000140Z-00000000'],
      /no run `20260326T000140Z-00000000`/,
    ],
    ['a run that climbs', () => ['logs', '../../etc'], /no run `\.\.\/\.\.\/etc`/],
  ])('%s', async (_, arrange, message) => {
    using project = localProject({ one: 'true' });
    const { code, stdout, stderr } = await pikaci(project.root, arrange(project));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(
      project
        .git('status', '--porcelain', '--ignored')
        .split('\n')
        .filter((line) => line.includes('.pikaci')),
    ).toEqual([]);
  });

  it('no repository', async () => {
    using project = localProject({ one: 'true' });
    const { code, stderr } = await pikaci('/', ['run', 't'], { HOME: project.root });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^pikaci: \/ is not a git work tree/);
  });

  it.each([
    { PIKACI_REMOTE_LINUX_VM_BACKEND: 'qemu' },
    { PIKACI_REMOTE_LINUX_VM_INCUS_LANES: 'x' },
  ])('the environment %j', async (environment) => {
    using project = localProject({ one: 'true' });
    expect((await pikaci(project.root, ['run', 't'], environment)).code).toBe(2);
  });
});

describe('what is not there yet', () => {
  it('is accepted by the plan and fails as configuration when it runs', async () => {
    using project = new Project().manifest(`version = 1
[hosts.mini]
kind = "mac"
address = "ssh://mini"
[hosts.builder]
address = "ssh://builder"
backend = "incus"
[targets.t]
[[targets.t.lanes]]
id = "mac"
runner = "tart_local"
host = "mini"
command = "true"
[[targets.t.lanes]]
id = "container"
runner = "remote_linux_vm"
host = "builder"
command = "true"
`);
    project.commit();
    const plan = await pikaci(project.root, ['plan', 'all', '--json']);
    expect(JSON.parse(plan.stdout)).toMatchObject({ selected_count: 2 });
    const { code, record } = await runJson(project.root, ['t']);
    expect(code).toBe(1);
    expect(record.jobs.map(({ id, failure_kind, message }) => [id, failure_kind, message])).toEqual(
      [
        [
          'mac',
          'config',
          'lane `mac` wants runner tart_local, which is not available yet in this version',
        ],
        [
          'container',
          'config',
          'lane `container` wants backend incus, which is not available yet in this version',
        ],
      ],
    );
  });
});

describe('pikaci plan', () => {
  it('prints a table for people and JSON for programs', async () => {
    using project = localProject({ one: 'true', two: 'true' }, 'paths = ["src/**"]');
    const base = project.git('rev-parse', 'HEAD').trim();
    const head = project.file('src/a.rs', '1').commit();
    const json = await pikaci(project.root, ['plan', 'branch', '--base', base, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      mode: 'branch',
      base,
      head,
      changed_paths: ['src/a.rs'],
      selected_count: 2,
    });
    const text = await pikaci(project.root, ['plan', '--base', base]);
    expect(text.stdout).toContain('run  t  one  `src/**` matches src/a.rs');
    expect(text.stdout).toContain('2 lane(s) selected');
  });
});

describe('our own records', () => {
  it.each([
    ['where they are by default', [], '.'],
    ['in a folder of their own', ['--state-root', 'kept/of runs'], '.'],
    ['at the top of the workspace', ['--state-root', '.'], '.'],
    ['of a workspace that a link led to', [], 'link'],
  ])('are no part of the workspace, and unseen by git, %s', async (_, flags, folder) => {
    using project = localProject({ one: 'find . -name "*.json*" -o -name guest.log' });
    using links = temporaryFolder();
    symlinkSync(project.root, join(links.path, 'link'));
    const root = folder === 'link' ? join(links.path, 'link') : project.root;
    for (const run of ['first', 'second']) {
      const { code, stdout } = await pikaci(root, [...flags, 'run', 't', '--output', 'json']);
      const record = JSON.parse(stdout) as WrittenRun;
      expect([run, code, record.git_dirty]).toEqual([run, 0, false]);
      const log = readFileSync(record.jobs[0]?.guest_log_path ?? '', 'utf8');
      expect(log.split('\n').filter((line) => line.startsWith('.//'))).toEqual([]);
    }
    expect(project.git('status', '--porcelain')).toBe('');
  });
});

it('a workspace that is not committed runs as it lies', async () => {
  using project = localProject({ one: 'cat untracked' });
  writeFileSync(join(project.root, 'untracked'), 'not yet committed\n');
  const { record } = await runJson(project.root, ['t']);
  expect([record.status, record.git_dirty]).toEqual(['passed', true]);
});

describe('commands about the manifest', () => {
  it('`schema` is what is committed for editors', async () => {
    using project = localProject({ one: 'true' });
    const committed = join(import.meta.dirname, '..', '..', 'pikaci.schema.json');
    expect((await pikaci(project.root, ['schema'])).stdout).toBe(readFileSync(committed, 'utf8'));
  });

  it('`validate` counts, or tells every problem', async () => {
    using project = localProject({ one: 'true', two: 'true' });
    const { code, stdout } = await pikaci(project.root, ['validate']);
    expect([code, stdout]).toEqual([0, 'pikaci.toml is valid: 1 target(s), 2 lane(s)\n']);
    project.manifest('version = 1\ntarget = 1');
    expect((await pikaci(project.root, ['validate'])).code).toBe(2);
  });

  it.each([
    ['nothing that is known', [], ['check']],
    ['a Rust workspace with a web front end', ['Cargo.toml', 'package.json'], ['rust', 'node']],
  ])('`init` writes a starter for %s that is valid as it stands', async (_, files, targets) => {
    using project = new Project();
    for (const file of files) project.file(file, '');
    project.commit();
    const { code, stdout } = await pikaci(project.root, ['init']);
    expect([code, stdout]).toEqual([
      0,
      'wrote pikaci.toml; say there where its host is, then try `pikaci plan all`\n',
    ]);
    const listed = JSON.parse((await pikaci(project.root, ['targets', '--json'])).stdout) as {
      id: string;
    }[];
    expect(listed.map(({ id }) => id)).toEqual(targets);
    const again = await pikaci(project.root, ['init']);
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining('pikaci.toml is there already'),
    ]);
  });

  it('`targets` lists what there is', async () => {
    using project = localProject({ one: 'true' });
    expect((await pikaci(project.root, ['targets'])).stdout).toBe(
      't (branch)\n  one on local (host_local)\n',
    );
    const json = JSON.parse((await pikaci(project.root, ['targets', '--json'])).stdout) as object;
    expect(json).toMatchObject([
      { id: 't', lanes: [{ id: 'one', runner: 'host_local', host: 'local' }] },
    ]);
  });
});

describe('pikaci report', () => {
  it('tells the last run in short, as `status` does one', async () => {
    using project = localProject({ one: 'true' });
    await runJson(project.root, ['t']);
    const { record } = await runJson(project.root, ['t']);
    const report = await pikaci(project.root, ['report']);
    expect(report.stdout).toContain(record.run_id);
    expect(report).toEqual(await pikaci(project.root, ['status', record.run_id]));
  });

  it('writes a run with its logs as one HTML file', async () => {
    using project = localProject({ good: 'true', bad: 'echo "</script>"; exit 3' });
    const { record } = await runJson(project.root, ['t']);
    const { code, stdout } = await pikaci(project.root, [
      ...['report', record.run_id, '--html', 'out.html'],
    ]);
    const file = join(project.root, 'out.html');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^wrote ${file} \\(\\d+\\.\\d kB\\)\n$`));
    const html = readFileSync(file, 'utf8');
    expect(html).toContain(`<title>failed · t · run ${record.run_id}</title>`);
    expect(html).toContain('test command exited with 3');
    expect(html.match(/id="log-\d-(?:guest|host)"/g)?.length).toBe(4);
    expect((await pikaci(project.root, ['report', '--html', '-'])).stdout).toBe(html);
  });

  it('shows a run that is not over', async () => {
    using project = localProject({ one: 'echo begun; sleep 60' });
    const running = start(project.root, ['run', 't']);
    await running.said('begun');
    const { code, stdout } = await pikaci(project.root, ['report', '--html', '-']);
    running.child.kill('SIGINT');
    await running.finished;
    expect(code).toBe(0);
    expect(stdout).toContain('<title>running · t · run ');
    expect(stdout).toContain('"state":"running"');
  });

  it('says what is wrong', async () => {
    using project = localProject({ one: 'true' });
    expect(await pikaci(project.root, ['report'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^pikaci: no run below .*\n.*pikaci run/) as string,
    });
    expect((await pikaci(project.root, ['report', 'a', 'b'])).stderr).toContain('one run id');
    await runJson(project.root, ['t']);
    const { code, stderr } = await pikaci(project.root, ['report', '--html', 'no/out.html']);
    expect(code).toBe(2);
    expect(stderr).toContain('no/out.html: ENOENT: no such file or directory\n');
  });
});

describe('pikaci reap', () => {
  it('removes what is over, and names it', async () => {
    using project = localProject({ one: 'true' });
    const { code, stdout } = await pikaci(project.root, ['run', 't']);
    expect(code, stdout).toBe(0);
    const work = join(project.root, '.git/cache/pikaci');
    mkdirSync(join(work, 'guests/pikaci-lost'), { recursive: true });
    writeFileSync(join(work, 'guests/pikaci-lost/lease'), '1\n');
    const [hash = ''] = readdirSync(join(work, 'snapshots'));
    const longAgo = new Date(Date.now() - 15 * 24 * 3600 * 1000);
    utimesSync(join(work, 'snapshots', hash, 'complete'), longAgo, longAgo);
    expect(await pikaci(project.root, ['reap'])).toMatchObject({
      code: 0,
      stdout: `local: removed_guests=1 removed_snapshots=1\npikaci-lost\n${hash}\n`,
    });
    expect((await pikaci(project.root, ['reap', '--host', 'local'])).stdout).toBe(
      'local: removed_guests=0 removed_snapshots=0\n',
    );
  });

  it.each([
    [['--host', 'nowhere'], 'no lane has a host `nowhere`; there are local'],
    [['--keep-days', 'many'], '--keep-days is `many`; it takes a whole number'],
    [['now'], '`reap` takes no words; name hosts with --host'],
  ])('%j is refused', async (args, problem) => {
    using project = localProject({ one: 'true' });
    const { code, stderr } = await pikaci(project.root, ['reap', ...args]);
    expect([code, stderr.split('\n')[0]]).toEqual([2, `pikaci: ${problem}`]);
  });
});
