import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pikaci, runJson } from '../support/pikaci.ts';
import type { WrittenJob, WrittenRun } from '../../src/store/written-record.ts';
import { describeWithHost, expectNothingLeft, projectWith } from './support.ts';

function jobOf(record: WrittenRun, id: string): WrittenJob {
  const job = record.jobs.find((it) => it.id === id);
  if (job === undefined) throw new Error(`no job ${id}`);
  return job;
}
const logOf = (record: WrittenRun, id: string): string =>
  readFileSync(jobOf(record, id).guest_log_path, 'utf8');

describeWithHost('lanes in real guests', (host) => {
  it('share staged outputs, see the workspace, and pass', async () => {
    using project = projectWith(
      {
        tour: `command = """
uname -sr
cat /proc/mounts
id -un
cat content.txt /staged/linux-rust/workspace-deps/content /staged/linux-rust/workspace-build/content
if touch /staged/linux-rust/workspace-deps/x content.txt; then exit 1; fi
echo "$LITERAL" $CI $CARGO_INCREMENTAL
"""
env = { LITERAL = '\${self} "$(id)" \\\\' }`,
        other: 'command = ["cat", "/staged/linux-rust/workspace-build/content"]',
      },
      'staged = "s"',
    );
    const { code, record, stderr } = await runJson(project.root, [
      't',
      ...host().flags(project.root),
    ]);
    expect({ stderr, code, status: record.status }).toEqual({
      stderr: '',
      code: 0,
      status: 'passed',
    });
    const log = logOf(record, 'tour');
    expect(log).toMatch(/^\[pikaci\] lane tour: guest booted at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n/);
    expect(log).toMatch(/Linux 6\.\d+/);
    expect(log).toContain('workspace /workspace/snapshot virtiofs');
    expect(log).toContain('/staged/linux-rust/workspace-deps virtiofs ro');
    expect(log).toContain('\npikaci\n');
    expect(log).toContain(
      'the content of the workspace\nthe content of the workspace\nbuilt on the content of the workspace\n',
    );
    expect(log).toContain('${self} "$(id)" \\\\ true 0');
    // Both at the same time: each began before the other ended.
    const [tour, other] = [jobOf(record, 'tour'), jobOf(record, 'other')];
    expect(Date.parse(tour.started_at ?? '')).toBeLessThan(Date.parse(other.finished_at ?? ''));
    expect(Date.parse(other.started_at ?? '')).toBeLessThan(Date.parse(tour.finished_at ?? ''));
    expect(tour.remote_linux_vm_execution?.phases.map(({ phase }) => phase)).toEqual([
      'prepare_directories',
      'stage_workspace_snapshot',
      'prepare_runtime',
      'launch_guest',
      'wait_for_completion',
      'collect_artifacts',
    ]);
    expect(record.prepare_timings.map(({ node_id }) => node_id).sort()).toEqual([
      'prepare-other-runner',
      'prepare-s-workspace-build',
      'prepare-s-workspace-deps',
      'prepare-tour-runner',
    ]);
    const outputs = JSON.parse(readFileSync(record.prepared_outputs_path ?? '', 'utf8')) as object;
    expect(outputs).toMatchObject({
      schema_version: 1,
      outputs: [
        {
          output_name: 'workspace-deps',
          realized_path: expect.stringMatching(/^\/nix\/store\/.*-deps$/) as string,
        },
        {
          output_name: 'workspace-build',
          exposures: [{ path: '/staged/linux-rust/workspace-build' }],
        },
      ],
    });
    await expectNothingLeft(host());
  });

  it('are told what they run for, and given their secrets and a .git', async () => {
    const body = `secrets = ["TOKEN"]
git = true
command = '''
id -un
echo "$PIKACI_TARGET/$PIKACI_LANE \${#TOKEN} <$TOKEN>"
cat .git/HEAD ~/.gitconfig
if grep -l "\${TOKEN%1}[1]" /proc/[0-9]*/cmdline; then exit 1; fi
test ! -e /proc/self/fd/9
'''`;
    using project = projectWith({ user: body, root: `run_as_root = true\n${body}` });
    const token = 'hush-hush-1';
    const args = ['t', ...host().flags(project.root)];
    const { record, stderr } = await runJson(project.root, args, { TOKEN: token });
    expect({ stderr, status: record.status }).toEqual({ stderr: '', status: 'passed' });
    for (const [id, name] of [
      ['user', 'pikaci'],
      ['root', 'root'],
    ] as const) {
      const log = logOf(record, id);
      expect(log).toContain(`\n${name}\nt/${id} ${token.length} <***>\nref: refs/heads/main\n`);
      expect(log).toContain('directory = /workspace/snapshot');
      expect(log).not.toContain('cmdline');
    }
    await expectNothingLeft(host());
  });

  it('fail with the command’s own exit code, and show the end of its log', async () => {
    using project = projectWith({ bad: 'command = "echo the reason; exit 3"' });
    const { code, stdout } = await pikaci(project.root, [
      'run',
      'bad',
      ...host().flags(project.root),
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('bad: end of the log');
    expect(stdout).toContain('bad · failed');
    expect(stdout).toContain('test command exited with 3');
    const [id] = (await pikaci(project.root, ['list'])).stdout.split('\t');
    const record = JSON.parse(
      (await pikaci(project.root, ['status', id ?? '', '--json'])).stdout,
    ) as WrittenRun;
    expect(record.jobs).toMatchObject([
      { status: 'failed', exit_code: 3, failure_kind: 'test_failure', attempts: 1 },
    ]);
    expect((await pikaci(project.root, ['logs', id ?? '', '--job', 'bad'])).stdout).toContain(
      '\nthe reason\n',
    );
    await expectNothingLeft(host());
  });

  it('write to a copy of their own, run as root, and bring artifacts back', async () => {
    using project = projectWith({
      writer: `writable_workspace = true
run_as_root = true
artifacts = ["reports/**", "!reports/secret.txt"]
command = "echo changed >content.txt && id -un && mkdir -p /artifacts/reports && cp content.txt /artifacts/reports/ && touch /artifacts/reports/secret.txt && ln -s /etc/passwd /artifacts/reports/link"`,
      reader: 'command = "cat content.txt"',
    });
    const { record, stderr } = await runJson(project.root, ['t', ...host().flags(project.root)]);
    expect({ stderr, status: record.status }).toEqual({ stderr: '', status: 'passed' });
    expect(logOf(record, 'writer')).toContain('\nroot\n');
    expect(logOf(record, 'reader')).toContain('the content of the workspace');
    const artifacts = join(jobOf(record, 'writer').guest_log_path, '..');
    expect(readFileSync(join(artifacts, 'reports', 'content.txt'), 'utf8')).toBe('changed\n');
    expect(existsSync(join(artifacts, 'reports', 'secret.txt'))).toBe(false);
    expect(existsSync(join(artifacts, 'reports', 'link'))).toBe(false);
    await expectNothingLeft(host());
  });

  it('that take too long report it themselves', async () => {
    using project = projectWith({ slow: 'timeout_secs = 2\ncommand = "echo begun; sleep 100"' });
    const { record } = await runJson(project.root, ['t', ...host().flags(project.root)]);
    expect(record.jobs).toMatchObject([
      {
        status: 'failed',
        failure_kind: 'timeout',
        exit_code: 124,
        message: 'test command timed out after 2 s',
      },
    ]);
    await expectNothingLeft(host());
  });

  it('never pass on a result that is forged, or on none', async () => {
    const forged =
      '{\\"status\\":\\"passed\\",\\"exit_code\\":0,\\"finished_at\\":\\"x\\",\\"message\\":\\"x\\",\\"nonce\\":\\"x\\"}';
    using project = projectWith({
      forger: `run_as_root = true\ncommand = "echo '${forged}' >/run/pikaci/channel/result.json; sync; poweroff -f; sleep 100"`,
      vanisher: 'run_as_root = true\ncommand = "poweroff -f; sleep 100"',
    });
    const { code, record } = await runJson(project.root, ['t', ...host().flags(project.root)]);
    expect(code).toBe(1);
    expect(
      record.jobs
        .map(({ id, failure_kind, message, attempts }) => ({ id, failure_kind, message, attempts }))
        .sort((a, b) => a.id.localeCompare(b.id)),
    ).toMatchObject([
      {
        id: 'forger',
        failure_kind: 'infrastructure',
        attempts: 1,
        message: expect.stringContaining('nonce of another guest') as string,
      },
      {
        id: 'vanisher',
        failure_kind: 'infrastructure',
        attempts: 1,
        message: expect.stringContaining('ended without a result') as string,
      },
    ]);
    await expectNothingLeft(host());
  });

  it('cannot lead the host to its own files through their log', async () => {
    host().shell(
      'sh',
      '-c',
      'echo top secret of the host >/home/ci/secret && chown ci /home/ci/secret',
    );
    using project = projectWith({
      hostile:
        'run_as_root = true\ncommand = "cd /run/pikaci/channel; rm guest.log; ln -s /home/ci/secret guest.log; rm -f result.json; ln -s /home/ci/secret result.json; sleep 1"',
    });
    const { record } = await runJson(project.root, ['t', ...host().flags(project.root)]);
    expect(logOf(record, 'hostile')).not.toContain('top secret');
    expect(JSON.stringify(record)).not.toContain('top secret');
    await expectNothingLeft(host());
  });

  it('end, every one, when one fails and the target says so', async () => {
    using project = projectWith(
      { fails: 'command = "exit 1"', lasts: 'command = "sleep 100"' },
      'fail_fast = true',
    );
    const { code, record } = await runJson(project.root, ['t', ...host().flags(project.root)]);
    expect([code, record.failure_kind]).toEqual([1, 'test_failure']);
    expect(jobOf(record, 'lasts').message).toBe(
      'cancelled by fail_fast, because lane fails failed',
    );
    await expectNothingLeft(host());
  });
});
