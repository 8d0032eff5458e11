import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pikaci, runJson, start } from '../support/pikaci.ts';
import { until } from '../support/until.ts';
import { describeWithHost, expectNothingLeft, projectWith } from './support.ts';

describeWithHost('trouble with a host', (host) => {
  const pass = { lane: 'command = "true"' };

  it('an unknown host key is refused with the line to add', async () => {
    using project = projectWith(pass);
    const none = join(project.root, '.git', 'known_hosts');
    writeFileSync(none, '');
    const flags = host().flags(project.root, { knownHosts: none });
    const { code, stdout } = await pikaci(project.root, ['run', 't', ...flags]);
    expect(code).toBe(1);
    expect(stdout).toContain('shows a host key that is not pinned');
    expect(stdout).toContain(host().instance.known_hosts);
    expect(stdout).toContain('add the line above to `ssh-known-hosts`');
    await expectNothingLeft(host());
  });

  it('a changed host key is refused', async () => {
    using project = projectWith(pass);
    const key = join(project.root, '.git', 'other');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    const [name = ''] = host().instance.known_hosts.split(' ');
    const publicKey = execFileSync('cat', [`${key}.pub`], { encoding: 'utf8' });
    writeFileSync(`${key}.known`, `${name} ${publicKey}`);
    const flags = host().flags(project.root, { knownHosts: `${key}.known` });
    const { code, record } = await runJson(project.root, ['t', ...flags]);
    expect(code).toBe(1);
    expect(record).toMatchObject({ status: 'failed', failure_kind: 'config' });
    expect(record.jobs[0]?.message).toContain('shows another host key than the pinned one');
    await expectNothingLeft(host());
  });

  it('a refused login is told apart from a slow boot', async () => {
    using project = projectWith(pass);
    const key = join(project.root, '.git', 'stranger');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    const flags = host().flags(project.root);
    flags[flags.indexOf('--ssh-key') + 1] = key;
    const { code, record } = await runJson(project.root, ['t', ...flags]);
    expect(code).toBe(1);
    expect(record.jobs[0]?.message).toContain('refused the key for user `ci`');
    await expectNothingLeft(host());
  });

  it('an unreachable host is named with its address', async () => {
    using project = projectWith(pass);
    const port = await freePort();
    const flags = host().flags(project.root, { address: `ssh://ci@127.0.0.1:${port}` });
    const { code, record } = await runJson(project.root, ['t', ...flags]);
    expect(code).toBe(1);
    expect(record.failure_kind).toBe('infrastructure');
    expect(record.jobs[0]?.message).toBe(
      `host \`builder\` (ssh://ci@127.0.0.1:${port}) cannot be reached: connection refused`,
    );
  });

  it('a staged output that does not build fails its lanes with the end of its log', async () => {
    using project = projectWith(pass, 'staged = "s"');
    project.manifest(
      execFileSync('cat', ['pikaci.toml'], { cwd: project.root, encoding: 'utf8' }).replace(
        '.#build',
        '.#broken',
      ),
    );
    const { code, stdout } = await pikaci(project.root, [
      'run',
      't',
      ...host().flags(project.root),
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('staged output .#broken did not build on host `builder`');
    expect(stdout).toContain('the compiler says no');
    await expectNothingLeft(host());
  });

  it('a runner that does not build is a matter of configuration', async () => {
    using project = projectWith(pass);
    const flags = host().flags(project.root, { guest: 'path:/nowhere#runner' });
    const { code, record } = await runJson(project.root, ['t', ...flags]);
    expect(code).toBe(1);
    expect(record).toMatchObject({ failure_kind: 'config', jobs: [{ attempts: 0 }] });
    expect(record.jobs[0]?.message).toContain(
      "the guest's runner path:/nowhere#runner did not build",
    );
    await expectNothingLeft(host());
  });

  it('backends that are not there yet fail as configuration, and touch nothing', async () => {
    using project = projectWith(pass);
    const { code, record } = await runJson(project.root, ['t', ...host().flags(project.root)], {
      PIKACI_REMOTE_LINUX_VM_BACKEND: 'incus',
    });
    expect(code).toBe(1);
    expect(record).toMatchObject({ failure_kind: 'config' });
    expect(record.jobs[0]?.message).toContain('backend incus, which is not available yet');
    await expectNothingLeft(host());
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s removes the guest and is told as cancelled',
    async (signal) => {
      using project = projectWith({ lane: 'command = "echo here it runs; sleep 300"' });
      const run = start(project.root, ['run', 't', ...host().flags(project.root)]);
      await run.said('here it runs');
      run.child.kill(signal);
      const { code, stdout } = await run.finished;
      expect(code).toBe(130);
      expect(stdout).toContain('CI: cancelled');
      expect(stdout).toContain(`cancelled by ${signal}`);
      await expectNothingLeft(host());
    },
  );

  it('a guest that we can no longer ask for ends with its lease', async () => {
    using project = projectWith({ lane: 'command = "echo here it runs; sleep 300"' });
    const run = start(project.root, ['run', 't', ...host().flags(project.root)]);
    await run.said('here it runs');
    run.child.kill('SIGKILL');
    await run.finished;
    // Two minutes in a moment: the lease is a time in a file.
    host().shell(
      'sh',
      '-c',
      'for lease in /var/tmp/pikaci/guests/*/lease; do echo 1 >"$lease"; done',
    );
    await until(
      'no process is left',
      () =>
        host()
          .leftovers()
          .every((it) => it.startsWith('folder')),
      20,
    );
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
