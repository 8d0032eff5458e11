import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reaperUnits } from '../../src/core/reaper-units.ts';
import { pikaci } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { knownHostsAt, sshPort } from '../support/ssh-host.ts';
import { describeWithHost } from './support.ts';

const project = (): Project => {
  const made = new Project().manifest(`version = 1
[hosts.builder]
[targets.t]
runner = "host_local"
host = "builder"
[[targets.t.lanes]]
id = "lane"
command = "true"
`);
  made.commit();
  return made;
};

/** What the run says about the host itself. */
async function told(root: string, flags: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await pikaci(root, ['run', 't', ...flags]);
  expect(code, stdout + stderr).toBe(0);
  return stdout.split('\n').filter((line) => line.startsWith('· builder: '));
}

async function reap(root: string, flags: readonly string[], how: string): Promise<void> {
  const { code, stderr } = await pikaci(root, ['reap', how, ...flags]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}

describeWithHost('the reaper of a host without a user manager', (host) => {
  it('is told about by the first run, and left alone by the next', async () => {
    using here = project();
    const flags = host().flags(join(here.root, '.git'));
    const [note = '', ...others] = await told(here.root, flags);
    expect(others).toEqual([]);
    expect(note).toContain('found neither systemd');
    expect(note).toContain('*/5 * * * * /bin/sh ');
    expect(await told(here.root, flags)).toEqual([]);
  });

  it('stays away where a person took it away, and as a person installed it', async () => {
    using here = project();
    const flags = host().flags(join(here.root, '.git'));
    const script = host().path(`${host().instance.work_dir}/reaper/reap.sh`);
    await reap(here.root, flags, '--uninstall');
    expect(await told(here.root, flags)).toEqual([]);
    expect(existsSync(script)).toBe(false);
    await reap(here.root, [...flags, '--keep-days', '3'], '--install');
    const installed = readFileSync(script, 'utf8');
    expect(await told(here.root, flags)).toEqual([]);
    expect(readFileSync(script, 'utf8')).toBe(installed);
  });

  it('is brought up to date where a run of an older version installed it', async () => {
    using here = project();
    const flags = host().flags(join(here.root, '.git'));
    const folder = host().path(`${host().instance.work_dir}/reaper`);
    writeFileSync(join(folder, 'decision'), 'by a run 0123456789abcdef\n');
    writeFileSync(join(folder, 'reap.sh'), 'exit 1\n');
    expect(await told(here.root, flags)).toHaveLength(1);
    expect(readFileSync(join(folder, 'reap.sh'), 'utf8')).toContain('remove_guest');
  });
});

/**
 * Starts a user manager of systemd's for the user of lanes, with a control group of its own, and an
 * sshd that sees it. It has to find them where a machine that systemd booted has them.
 */
const startManager = String.raw`
uid=$(id -u ci)
group=/sys/fs/cgroup/pikaci-reaper-$1
mount -t tmpfs tmpfs /sys/fs/cgroup
mount -t cgroup2 cgroup /sys/fs/cgroup
mkdir -p /run/systemd/system "/run/user/$uid" "$group"
chown ci "/run/user/$uid" "$group" "$group/cgroup.procs" "$group/cgroup.subtree_control"
chmod 700 "/run/user/$uid"
echo "$$" >"$group/cgroup.procs"
export XDG_RUNTIME_DIR="/run/user/$uid" HOME=/home/ci
as_ci="setpriv --reuid ci --regid ci --init-groups"
setsid $as_ci /lib/systemd/systemd --user </dev/null >/run/systemd-user.log 2>&1 &
until $as_ci systemctl --user is-system-running >/dev/null 2>&1; do sleep 0.1; done
exec env -i /usr/sbin/sshd -p "$1" -o ListenAddress=127.0.0.1 -o "PidFile=/run/sshd-$1.pid" \
  -o HostKey=/etc/ssh/ssh_host_ed25519_key -o UsePAM=no -o AllowUsers=ci
`;

/** Ends them, and what they hold. */
const stopManager = String.raw`
pkill -KILL -u ci || true
kill "$(cat "/run/sshd-$1.pid")"
`;

describeWithHost('the reaper of a host with a user manager', (host) => {
  let port = 0;
  let folder = '';
  beforeAll(() => {
    port = sshPort(host()) + 7;
    folder = mkdtempSync(join(tmpdir(), 'pikaci-known-hosts-'));
    writeFileSync(join(folder, 'known_hosts'), `${knownHostsAt(host(), port)}\n`);
    const inside = ['unshare', '--mount', '--cgroup', 'sh', '-euc', startManager, 'sh'];
    host().shell(...inside, String(port));
  });
  afterAll(() => {
    host().shell('sh', '-c', stopManager, 'sh', String(port));
    rmSync(folder, { recursive: true, force: true });
  });

  it('is installed by the first run, and removes what a killed supervisor leaves', async () => {
    using here = project();
    const address = `ssh://ci@127.0.0.1:${port}`;
    const knownHosts = join(folder, 'known_hosts');
    const flags = host().flags(join(here.root, '.git'), { address, knownHosts });
    const [note = ''] = await told(here.root, flags);
    const { name } = reaperUnits(host().instance.work_dir);
    expect(note).toContain(`${name}.timer of systemd's user manager runs`);
    expect(await told(here.root, flags)).toEqual([]);
    const lose = String.raw`
cd "$1/guests"
mkdir pikaci-lost
echo 1 >pikaci-lost/lease
PIKACI_GUEST_NAME=pikaci-lost setsid sleep 300 </dev/null >/dev/null 2>&1 &
export XDG_RUNTIME_DIR="/run/user/$(id -u)"
systemctl --user list-timers --all --no-legend
systemctl --user start "$2.service"
ls
! kill -0 "$!" 2>/dev/null
`;
    const inside = [
      ...[
        'nsenter',
        '--mount',
        `--target=${host().shell('pgrep', '-u', 'ci', '-o', 'systemd').trim()}`,
      ],
      ...['setpriv', '--reuid', 'ci', '--regid', 'ci', '--init-groups'],
      ...['sh', '-ec', lose, 'sh', host().instance.work_dir, name],
    ];
    const [timer, ...left] = host()
      .shell(...inside)
      .trimEnd()
      .split('\n');
    expect(timer).toContain(`${name}.service`);
    expect(left.filter(Boolean)).toEqual([]);
  });
});
