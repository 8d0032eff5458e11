import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { postStep, runJson, start, startStep } from '../support/pikaci.ts';
import { until } from '../support/until.ts';
import { describeWithHost, expectNothingLeft, projectWith } from './support.ts';

const keep = ['--keep-guest-on-failure-minutes', '5'];
const failing = 'command = "echo left behind >/artifacts/trace || echo left behind >trace; exit 3"';

/** The command line that a run printed, with this host's key where a person would have theirs. */
function asPrinted(log: string, what: string, { instance }: EmbeddedHost): string {
  const [, command = ''] = new RegExp(`${what}: (.*)`).exec(log) ?? [];
  expect(command).toMatch(/^ssh /);
  const { ssh_key_file: key, known_hosts_file: known } = instance;
  return command.replace(/^ssh /, `ssh -t -i ${key} -o UserKnownHostsFile=${known} `);
}

/** Types on a terminal of its own what a person would, each after what came before was answered. */
async function enter(command: string, dialogue: readonly [type: string, answer: string][]) {
  const child = spawn('sh', ['-c', command], { stdio: ['pipe', 'pipe', 'ignore'] });
  const exited = once(child, 'exit');
  let seen = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (seen += text));
  const answered = (answer: string): Promise<void> =>
    until(`the terminal shows ${answer}: ${seen}`, () => seen.includes(answer), 20);
  await answered('its command was');
  for (const [type, answer] of dialogue) {
    child.stdin.write(type);
    await answered(answer);
  }
  return { leave: (key: string) => child.stdin.write(key), exited };
}

describeWithHost('the guest of a lane that failed', (host) => {
  describe.each(['microvm', 'host_local'] as const)('on %s', (backend) => {
    const runner = `runner = "${backend === 'microvm' ? 'remote_linux_vm' : 'host_local'}"`;
    const lane = `${runner}\n${failing}`;

    it('is kept, entered as the log says, and ended as the log says', async () => {
      using project = projectWith({ lane });
      const run = start(project.root, ['run', 't', ...keep, ...host().flags(project.root)]);
      const { code, stdout } = await run.finished;
      expect(code).toBe(1);
      expect(stdout).toMatch(/lane · guest pikaci-lane-[0-9a-f]{16} is kept until 20/);
      const trace = backend === 'microvm' ? '/artifacts/trace' : 'trace';
      const terminal = await enter(asPrinted(stdout, 'enter it', host()), [
        [`cat ${trace} content.txt; echo "$CI"-$((40 + 2))\r`, 'true-42'],
        ['echo sleeps-$((1 + 1)); sleep 100\r', 'sleeps-2'],
        ['\u0003', '^C'],
        ['echo status $?\r', 'status 130'],
      ]);
      terminal.leave(backend === 'microvm' ? '\u001d' : 'exit\r');
      await terminal.exited;
      const end = spawn('sh', ['-c', asPrinted(stdout, 'end it sooner', host())]);
      expect(await once(end, 'exit')).toEqual([0, null]);
      await until('nothing is left', () => host().leftovers().length === 0, 10);
    });

    it('ends by itself with its lease, whoever is in it', async () => {
      using project = projectWith({ lane });
      const flags = host().flags(project.root);
      const { record } = await runJson(project.root, ['t', ...keep, ...flags]);
      const { guest_kept: kept, guest_name: name } = record.jobs[0] ?? {};
      const minutes = (Date.parse(kept?.until ?? '') - Date.now()) / 60_000;
      expect(minutes).toBeGreaterThan(4);
      expect(minutes).toBeLessThanOrEqual(5);
      const lease = host().path(`${host().instance.work_dir}/guests/${name ?? ''}/lease`);
      const inHost = Number(readFileSync(lease, 'utf8')) - Date.now() / 1000;
      expect(inHost).toBeGreaterThan(4 * 60);
      expect(inHost).toBeLessThanOrEqual(5 * 60 + 1);
      const command = `enter it: ${kept?.enter ?? ''}`;
      const terminal = await enter(asPrinted(command, 'enter it', host()), [
        ['echo is-$((40 + 2)); setsid sleep 100 &\r', 'is-42'],
      ]);
      writeFileSync(lease, '1\n');
      await terminal.exited;
      await until('nothing is left', () => host().leftovers().length === 0, 10);
    });

    it('is removed all the same when the lane was cancelled', async () => {
      using project = projectWith({
        lane: `${runner}\ncommand = "echo here it runs; sleep 300"`,
      });
      const run = start(project.root, ['run', 't', ...keep, ...host().flags(project.root)]);
      await run.said('here it runs');
      run.child.kill('SIGINT');
      const { code, stdout } = await run.finished;
      expect(code).toBe(130);
      expect(stdout).not.toContain('kept');
      await expectNothingLeft(host());
    });
  });

  it('is kept after a timeout, too, and not by a lane that passed', async () => {
    using project = projectWith({
      slow: 'timeout_secs = 1\ncommand = "sleep 100"',
      fine: 'command = "true"',
    });
    const { record } = await runJson(project.root, ['t', ...keep, ...host().flags(project.root)]);
    const kept = record.jobs.filter(({ guest_kept }) => guest_kept !== null);
    expect(kept.map(({ id }) => id)).toEqual(['slow']);
    const guests = host().path(`${host().instance.work_dir}/guests`);
    writeFileSync(join(guests, kept[0]?.guest_name ?? '', 'lease'), '1\n');
    await until('nothing is left', () => host().leftovers().length === 0, 10);
  });

  it('gives nothing of its host away while it is read, and what it left comes whole', async () => {
    host().shell('sh', '-c', 'echo top secret of the host >/home/ci/secret');
    const swap =
      'cd /run/pikaci/channel; while :; do ln -sf /home/ci/secret s; mv -f s result.json; ln -sfn /home/ci /artifacts/d; done';
    using project = projectWith({
      lane: `run_as_root = true
artifacts = ["**"]
command = "setsid sh -c '${swap}' & sleep 1; exit 1"`,
    });
    const { record, stderr } = await runJson(project.root, [
      't',
      ...keep,
      ...host().flags(project.root),
    ]);
    expect(stderr).toBe('');
    const artifacts = join(record.jobs[0]?.guest_log_path ?? '', '..');
    const result = join(artifacts, 'result.json');
    const texts = [JSON.stringify(record), existsSync(result) ? readFileSync(result, 'utf8') : ''];
    expect(texts.join('')).not.toContain('top secret');
    expect(existsSync(join(artifacts, 'd', 'secret'))).toBe(false);
    host().shell('sh', '-c', 'rm -f /var/tmp/pikaci/guests/*/lease');
    await until('nothing is left', () => host().leftovers().length === 0, 10);
  });

  it('is left alone by the post step of the action, which removes what else there is', async () => {
    using project = projectWith({ lane: failing });
    const step = startStep(project.root, {
      mode: 'run',
      target: 't',
      hosts: host().hosts(),
      'ssh-key': readFileSync(host().instance.ssh_key_file, 'utf8'),
      'ssh-known-hosts': host().instance.known_hosts,
      'keep-guest-on-failure-minutes': '5',
    });
    const { code, stdout } = await step.finished;
    expect(code, stdout).toBe(1);
    const post = await postStep(project.root, step.environment, step.state());
    expect(post).toMatchObject({ code: 0, stdout: '' });
    const terminal = await enter(asPrinted(stdout, 'enter it', host()), [
      ['echo is-$((40 + 2))\r', 'is-42'],
    ]);
    terminal.leave('\u001d');
    await terminal.exited;
    host().shell('sh', '-c', 'rm -f /var/tmp/pikaci/guests/*/lease');
    await until('nothing is left', () => host().leftovers().length === 0, 10);
  });
});
