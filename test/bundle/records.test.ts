import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WrittenRun } from '../../src/store/written-record.ts';
import { hostileLines, hostileOutput } from '../support/hostile-corpus.ts';
import { pikaci, runJson, start } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { commandsIn, comparisons } from '../support/runner-commands.ts';

function localProject(lanes: Readonly<Record<string, string>>): Project {
  const tables = Object.entries(lanes).map(
    ([id, command]) => `[[targets.t.lanes]]\nid = "${id}"\ncommand = ${JSON.stringify(command)}\n`,
  );
  return new Project().manifest(
    `version = 1\n[targets.t]\nrunner = "host_local"\n${tables.join('')}`,
  );
}

describe('output of guests, shown by the command line in whatever runs it,', () => {
  const dangerous = /\u001b(?!\[[0-9;:]*m)|[\u0000-\u0008\u000b-\u001a\u007f-\u009f]/;

  it('commands neither a runner nor a terminal', async () => {
    using project = localProject({ a: 'cat hostile; exit 1', b: 'cat hostile; exit 1' });
    project.file('hostile', Buffer.concat([Buffer.from('\n'), hostileOutput()])).commit();
    const shown: string[] = [];
    const take = async (...args: string[]): Promise<string> => {
      const { stdout, stderr } = await pikaci(project.root, args);
      shown.push(stdout, stderr);
      return stdout;
    };
    await take('run', 't');
    const [id = ''] = (await take('list')).split('\t');
    await take('logs', id);
    await take('logs', id, '--job', 'a');
    await take('logs', id, '--kind', 'both', '--follow');
    await take('status', id);
    await take('report', id);
    expect(shown.join('').length).toBeGreaterThan(100_000);
    for (const text of shown) {
      expect(dangerous.exec(text)?.index).toBeUndefined();
      for (const comparison of comparisons) expect(commandsIn(text, comparison)).toEqual([]);
    }
  });

  it('has no more power in names and texts of the workspace', async () => {
    const marks = hostileLines
      .map(String)
      .filter((line) => !/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line));
    using project = localProject({ a: 'true' });
    const text = JSON.stringify(`x ##[error]forged ${marks.slice(0, 400).join(' ')}`);
    project.manifest(
      `version = 1\n[targets.t]\nrunner = "host_local"\ndescription = ${text}\ntitle = ${text}\n[[targets.t.lanes]]\nid = "a"\ncommand = "true"\n`,
    );
    project.commit();
    for (const args of [
      ['targets'],
      ['targets', '--json'],
      ['plan', 'all'],
      ['plan', 'all', '--json'],
      ['run', 't', '--output', 'jsonl'],
    ]) {
      const { stdout, stderr, code } = await pikaci(project.root, args);
      expect([args, code, stderr]).toEqual([args, 0, '']);
      for (const comparison of comparisons) expect(commandsIn(stdout, comparison)).toEqual([]);
      if (args.at(-1) === '--json')
        expect(JSON.stringify(JSON.parse(stdout))).toContain('##[error]forged');
    }
  });
});

describe('`logs` of several lanes', () => {
  it('shows one after the other, and ends each line', async () => {
    using project = localProject({ one: 'printf one', two: 'echo two' });
    project.commit();
    const { record } = await runJson(project.root, ['t']);
    for (const { guest_log_path } of record.jobs) appendFileSync(guest_log_path, 'no end');
    const { stdout } = await pikaci(project.root, ['logs', record.run_id]);
    const lines = stdout.split('\n');
    const headings = lines.filter((line) => line.startsWith('──'));
    expect(headings).toEqual(['── one ──', '── two ──']);
    expect(lines.filter((line) => line.startsWith('no end'))).toHaveLength(2);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(lines.indexOf('two')).toBeGreaterThan(lines.indexOf('── two ──'));
  });

  it('follows them by time, each line with its lane, and lanes that begin later', async () => {
    using project = localProject({
      one: 'echo of one; until [ -e "$XDG_STATE_HOME/../go" ]; do sleep 0.1; done; echo end of one',
      two: 'echo of two',
    });
    project.commit();
    const running = start(project.root, ['run', 't'], { PIKACI_MAX_CONCURRENT_EXECUTES: '1' });
    await running.said('of one');
    const id = (await pikaci(project.root, ['list'])).stdout.split('\t')[0] ?? '';
    const following = start(project.root, ['logs', id, '--follow']);
    await following.said('one │ of one\n');
    const [place = ''] = await guestFolders(project);
    writeFileSync(join(place, 'artifacts', 'go'), '');
    const { code, stdout } = await following.finished;
    await running.finished;
    expect(code).toBe(0);
    expect(stdout).toContain('one │ end of one\n');
    expect(stdout).toContain('two │ of two\n');
    expect(
      stdout
        .split('\n')
        .slice(0, -1)
        .every((line) => /^(?:one|two) │ /.test(line)),
    ).toBe(true);
  });
});

async function guestFolders(project: Project): Promise<string[]> {
  const { readdir } = await import('node:fs/promises');
  const guests = join(project.root, '.git/cache/pikaci/guests');
  return (await readdir(guests)).map((name) => join(guests, name));
}

describe('a run whose process was killed', () => {
  it('is lost: `list`, `status` and `report` say so, and `logs --follow` ends', async () => {
    using project = localProject({ one: 'echo begun; sleep 600' });
    project.commit();
    const running = start(project.root, ['run', 't']);
    await running.said('begun');
    const id = (await pikaci(project.root, ['list'])).stdout.split('\t')[0] ?? '';
    expect((await pikaci(project.root, ['list'])).stdout).toContain(`${id}\trunning\t`);
    const following = start(project.root, ['logs', id, '--follow']);
    await following.said('begun');
    running.child.kill('SIGKILL');
    await running.finished;
    expect((await following.finished).code).toBe(0);
    expect((await pikaci(project.root, ['list'])).stdout).toContain(`${id}\tlost\tt\t`);
    const status = await pikaci(project.root, ['status', id]);
    expect(status.stdout).toMatch(/^CI: lost\n/);
    expect(status.stdout).toContain(
      `lost: its process (${running.child.pid ?? 0}) ended without a word`,
    );
    expect(status.stdout).toMatch(/one · failed · lost with its run/);
    const json = JSON.parse(
      (await pikaci(project.root, ['status', id, '--json'])).stdout,
    ) as WrittenRun;
    expect([json.status, json.failure_kind]).toEqual(['lost', 'infrastructure']);
    expect((await pikaci(project.root, ['report', '--html', 'r.html'])).code).toBe(0);
    await pikaci(project.root, ['reap']);
  });

  it('is not lost where its number is another’s, but for the time, nor where it ran elsewhere', async () => {
    using project = localProject({ one: 'true' });
    project.commit();
    const { record } = await runJson(project.root, ['t']);
    const dir = join(project.root, '.pikaci/runs', record.run_id);
    const owner = JSON.parse(readFileSync(join(dir, 'owner.json'), 'utf8')) as object;
    writeFileSync(join(dir, 'run.json'), JSON.stringify({ ...record, status: 'running' }));
    const stateWith = async (changed: unknown): Promise<string | undefined> => {
      writeFileSync(join(dir, 'owner.json'), JSON.stringify(changed));
      return (await pikaci(project.root, ['list'])).stdout.split('\t')[1];
    };
    expect(await stateWith(owner)).toBe('lost');
    expect(await stateWith({ ...owner, pid: process.pid })).toBe('lost');
    expect(await stateWith({ ...owner, host: 'elsewhere' })).toBe('running');
    expect(await stateWith({ pid: 'x' })).toBe('running');
    expect(await stateWith(null)).toBe('running');
  });
});

describe('a record that cannot be read', () => {
  it('is told as that, and hides no other', async () => {
    using project = localProject({ one: 'true' });
    project.commit();
    const { record } = await runJson(project.root, ['t']);
    const runs = join(project.root, '.pikaci/runs');
    const spoil = (n: number, text?: string): string => {
      const id = `29990101T00000${n}Z-0000000${n}`;
      mkdirSync(join(runs, id));
      if (text !== undefined) writeFileSync(join(runs, id, 'run.json'), text);
      return id;
    };
    const bad = [
      undefined,
      '',
      '{',
      'null',
      '[]',
      '{"run_id":1}',
      JSON.stringify({ ...record, jobs: [null] }),
    ].map((text, n) => spoil(n, text));
    mkdirSync(join(runs, '29990101T000009Z-00000009/run.json'), { recursive: true });
    const { code, stdout, stderr } = await pikaci(project.root, ['list']);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(bad.length + 2);
    expect(lines.at(-1)).toMatch(new RegExp(`^${record.run_id}\tpassed\tt\t`));
    for (const id of bad) expect(lines).toContain(`${id}\tunreadable\t\t`);
    const status = await pikaci(project.root, ['status', bad[2] ?? '']);
    expect([status.code, status.stderr.split('\n')[0]]).toEqual([
      2,
      `pikaci: the record of run \`${bad[2] ?? ''}\` cannot be read: it is not the record of a run`,
    ]);
    const report = await pikaci(project.root, ['report']);
    expect([report.code, report.stdout.includes(record.run_id)]).toEqual([0, true]);
  });
});

describe('a place that cannot be what it is named for is the user’s to correct:', () => {
  it.each([
    ['run', 't', '--state-root', '/etc/passwd'],
    ['run', 't', '--state-root', '/etc/passwd/below'],
    ['run', 't', '--state-root', '/proc/x'],
    ['run', 't', '--state-root', '/proc/x/y/z'],
    ['list', '--state-root', '/etc/passwd'],
    ['status', '20260326T000140Z-00000000', '--state-root', '/etc/passwd'],
    ['report', '--state-root', '/etc/passwd'],
    ['run', 't', '--hosts', '/nonexistent'],
    ['run', 't', '--hosts', '/etc'],
    ['plan', '--hosts', '/proc/x'],
    ['init', '--manifest', 'no/such/folder.toml'],
    ['validate', '--manifest', 'src'],
  ])('%s %s %s %s', async (...args) => {
    using project = localProject({ one: 'true' });
    project.file('src/a', '').commit();
    const { code, stderr } = await pikaci(project.root, args);
    expect(stderr).not.toContain('bug');
    expect(stderr).toMatch(/\n→ (?:Name a f|See `pikaci list`|Look at the paths|Add a pikaci)/);
    expect(code).toBe(2);
  });
});
