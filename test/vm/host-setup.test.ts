import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Check } from '../../src/model/check.ts';
import { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { temporaryFolder } from '../support/folder.ts';
import { layKit } from '../support/guest-kit.ts';
import { writeImage } from '../support/oci-image.ts';
import { pikaci, runJson, type Finished } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { Registry } from '../support/registry.ts';
import { busyboxImage } from '../support/sample-images.ts';
import { describeWithHost, expectNothingLeft } from './support.ts';

const removed = ['erofs-utils', 'passt', 'qemu-system-x86', 'skopeo'];

/** A host without what guests of images need, as Debian comes. */
function makeBare(host: EmbeddedHost): void {
  host.shell('dpkg', '--remove', '--force-depends', ...removed);
}

/** Lets ci install packages, and nothing else. */
function allowInstalling(host: EmbeddedHost): void {
  host.shell('sh', '-c', 'apt-get update -q && apt-get install -y -q --no-install-recommends sudo');
  writeFileSync(host.path('/etc/sudoers.d/ci'), 'ci ALL=(root) NOPASSWD: /usr/bin/apt-get\n', {
    mode: 0o440,
  });
}

/** Packages with their states, and every file of the user's. */
function stateOf(host: EmbeddedHost): string {
  const script = 'dpkg-query -W; find /home/ci /var/tmp /tmp -printf "%p %m %u %s %T@\\n" | sort';
  return host.shell('sh', '-c', script);
}

function setup(host: EmbeddedHost, cwd: string, ...more: string[]): Promise<Finished> {
  const { address, ssh_key_file: key, known_hosts_file: knownHosts } = host.instance;
  const flags = ['--ssh-key', key, '--ssh-known-hosts', knownHosts];
  return pikaci(cwd, ['host', 'setup', address, ...flags, ...more]);
}

/** What stands below `key: |` of what a setup printed for a workflow. */
function printedInput(stdout: string, key: string): string {
  const lines = stdout.split('\n');
  const start = lines.indexOf(`  ${key}: |`) + 1;
  expect(start).toBeGreaterThan(0);
  const end = lines.findIndex((line, at) => at >= start && !line.startsWith('    '));
  return lines
    .slice(start, end)
    .map((line) => `${line.slice(4)}\n`)
    .join('');
}

describe.skipIf(inject('noVmHost') !== '')('a bare host', () => {
  it('is set up to a green lane by one command, and then left alone', async () => {
    using host = EmbeddedHost.start();
    using folder = temporaryFolder();
    makeBare(host);

    // Who may install nothing changes nothing.
    const before = stateOf(host);
    const dry = await setup(host, folder.path, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toContain(`install ${removed.join(' ')}\n`);
    expect(dry.stdout).toContain('Nothing was changed');
    const refused = await setup(host, folder.path);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(
      `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${removed.join(' ')}\n`,
    );
    expect(stateOf(host)).toBe(before);

    allowInstalling(host);
    const first = await setup(host, folder.path);
    expect({ stderr: first.stderr, code: first.code }, first.stdout).toEqual({
      stderr: '',
      code: 0,
    });
    expect(first.stdout).toContain(`installed ${removed.join(' ')} (`);
    expect(first.stdout).toContain('made the guest kit (');
    expect(first.stdout).toMatch(/ok +boot +a guest came up/);

    // What it printed is all that a lane needs.
    await using registry = await Registry.start(host);
    const image = await publish(registry);
    using project = projectWithLane(image);
    const hosts = join(project.root, '.git', 'hosts.toml');
    writeFileSync(hosts, printedInput(first.stdout, 'hosts'));
    const knownHosts = join(project.root, '.git', 'known_hosts');
    writeFileSync(knownHosts, printedInput(first.stdout, 'ssh-known-hosts'));
    const flags = ['--hosts', hosts, '--ssh-known-hosts', knownHosts];
    const key = ['--ssh-key', host.instance.ssh_key_file];
    const lane = await runJson(project.root, ['t', ...flags, ...key]);
    expect(lane).toMatchObject({ code: 0, record: { status: 'passed' } });

    const packages = host.shell('dpkg-query', '-W');
    const second = await setup(host, folder.path);
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(second.stdout).toContain('Nothing to do: all is there.');
    expect(second.stdout).not.toMatch(/^ {2}(?:installed|made) /m);
    expect(host.shell('dpkg-query', '-W')).toBe(packages);
    await expectNothingLeft(host);
  }, 600_000);
});

async function publish(registry: Registry): Promise<string> {
  using folder = temporaryFolder();
  await writeImage(folder.path, busyboxImage(registry.host));
  await registry.push(folder.path, 'ci/busybox:v1');
  return registry.reference('ci/busybox:v1');
}

function projectWithLane(image: string): Project {
  const project = new Project().manifest(`version = 1
[hosts.builder]
[targets.t]
runner = "remote_linux_vm"
host = "builder"
timeout_secs = 60
disk_gib = 1
[[targets.t.lanes]]
id = "lane"
image = "${image}"
command = "true"
`);
  project.commit();
  return project;
}

describeWithHost('doctor', (host) => {
  beforeAll(() => layKit(host()), 300_000);

  interface Report {
    hosts: { host: string; address: string; ok: boolean; checks: Check[] }[];
  }

  /** What it says as JSON, which is all it says. */
  async function doctor(
    overrides: Parameters<EmbeddedHost['flags']>[1] = {},
    ...more: string[]
  ): Promise<{ code: number | null; stdout: string; checks: Map<string, Check> }> {
    using project = projectWithLane('registry.invalid/ci/x:v1');
    const flags = host().flags(project.root, overrides);
    const args = ['doctor', '--host', 'builder', '--output', 'json', ...flags, ...more];
    const { code, stdout, stderr } = await pikaci(project.root, args);
    expect(stderr).toBe('');
    const { hosts } = JSON.parse(stdout) as Report;
    expect(hosts).toHaveLength(1);
    expect(hosts[0]?.ok).toBe(code === 0);
    const checks = hosts[0]?.checks ?? [];
    return { code, stdout, checks: new Map(checks.map((it) => [it.name, it])) };
  }

  /** Puts a program in front of the host's own, for as long as it is in scope. */
  function standIn(scope: DisposableStack, name: string, script: string): void {
    const path = `/usr/local/bin/${name}`;
    writeFileSync(host().path(path), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    scope.defer(() => void host().shell('rm', '-f', path));
  }

  it('boots a guest where all is well, and leaves nothing', async () => {
    const { code, checks } = await doctor();
    const failed = [...checks.values()].filter(({ state }) => state === 'failed');
    expect({ failed, code }).toEqual({ failed: [], code: 0 });
    expect(checks.get('boot')).toMatchObject({
      state: 'ok',
      seen: expect.stringContaining('a guest came up') as string,
    });
    expect(checks.get('host key')?.state).toBe('ok');
    // Nobody boots a guest package here, and no lane runs on the host itself.
    expect(checks.has('nix')).toBe(false);
    expect(checks.has('containment')).toBe(false);
    await expectNothingLeft(host());
    const left = host().shell('find', `${host().instance.work_dir}/tmp`, '-mindepth', '1');
    expect(left).toBe('');
  });

  it('says that a host does not answer, or is another one', async () => {
    const down = await doctor({ address: 'ssh://ci@127.0.0.1:1' }, '--no-boot');
    expect(down.code).toBe(2);
    expect([...down.checks.values()]).toMatchObject([
      { name: 'reach', state: 'failed', seen: expect.stringContaining('refused') as string },
    ]);
    using folder = temporaryFolder();
    const knownHosts = join(folder.path, 'known_hosts');
    writeFileSync(knownHosts, '');
    const unknown = await doctor({ knownHosts }, '--no-boot');
    expect(unknown.code).toBe(2);
    expect(unknown.checks.get('host key')).toMatchObject({ state: 'failed' });
    expect(unknown.checks.get('host key')?.seen).toContain(host().instance.known_hosts);
  });

  it('says which tool is missing, and does not boot then', async () => {
    host().shell('mv', '/usr/bin/skopeo', '/usr/bin/skopeo.away');
    try {
      const { code, checks } = await doctor();
      expect(code).toBe(2);
      expect(checks.get('skopeo')).toMatchObject({ state: 'failed', seen: 'is not there' });
      expect(checks.get('skopeo')?.remedy).toContain('pikaci host setup');
      expect(checks.has('boot')).toBe(false);
    } finally {
      host().shell('mv', '/usr/bin/skopeo.away', '/usr/bin/skopeo');
    }
  });

  it('says that there is no kit and no space', async () => {
    const workDir = '/var/small';
    host().shell('mkdir', workDir);
    host().shell('mount', '-t', 'tmpfs', '-o', 'size=50m,mode=700,uid=1000', 'small', workDir);
    host().shell('chown', 'ci:ci', workDir);
    const { code, checks } = await doctor({ workDir });
    expect(code).toBe(2);
    expect(checks.get('space')).toMatchObject({ state: 'failed' });
    expect(checks.get('guest kit')).toMatchObject({ state: 'warning' });
    expect(checks.get('boot')).toMatchObject({ state: 'warning' });
  });

  it('says that a clock is off, and a lease over', async () => {
    using scope = new DisposableStack();
    standIn(
      scope,
      'date',
      '[ "$*" = +%s ] && exec /usr/bin/date -d "+1 hour" +%s; exec /usr/bin/date "$@"',
    );
    const guest = `${host().instance.work_dir}/guests/pikaci-forgotten`;
    const script = 'mkdir -p "$1" && echo 1 >"$1/lease"';
    await host().run({ command: ['sh', '-c', script, 'sh', guest] });
    const { code, checks } = await doctor({}, '--no-boot');
    host().shell('rm', '-rf', guest);
    expect(code).toBe(2);
    expect(checks.get('clock')).toMatchObject({ state: 'failed' });
    expect(checks.get('clock')?.seen).toMatch(/^3[56]\d\d s ahead of ours$/);
    expect(checks.get('guests')).toMatchObject({
      state: 'warning',
      seen: '0 alive; the lease of pikaci-forgotten is over',
      remedy: 'Run: pikaci reap --host builder',
    });
  });

  it('takes what a host says for data, on a terminal, too', async () => {
    const bad = String.raw`printf '\033]0;title\007\033[2J\033[31m\302\2332J version 9.9\nmissing zstd\ninstalls root\n'`;
    using scope = new DisposableStack();
    standIn(scope, 'skopeo', bad);
    standIn(scope, 'uname', `${bad}; touch /tmp/asked; printf '$(touch /tmp/obeyed)'`);
    standIn(scope, 'passt', 'yes endless');
    const { checks, stdout } = await doctor({}, '--no-boot');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(JSON.stringify([...checks.values()])).not.toContain(String.raw`\u001b`);
    expect(checks.get('skopeo')).toMatchObject({ state: 'ok', seen: '9.9' });
    expect(checks.get('zstd')).toMatchObject({ state: 'ok' });
    expect(checks.get('passt')).toMatchObject({ state: 'warning' });
    using folder = temporaryFolder();
    const planned = await setup(host(), folder.path, '--dry-run', '--work-dir', '/var/tmp/pikaci');
    expect(planned.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(planned.stdout).not.toContain('install zstd');
    expect(host().shell('ls', '/tmp')).toMatch(/^asked$/m);
    expect(host().shell('ls', '/tmp')).not.toMatch(/^obeyed$/m);
  });
});
