import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reaperUnits } from '../../src/core/reaper-units.ts';
import { temporaryFolder } from '../support/folder.ts';
import { pikaci } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { guestIn, inSeconds, processesOf } from '../support/supervised.ts';

const bundle = join(import.meta.dirname, '..', '..', 'dist', 'index.js');

function projectOn(workDir: string): Project {
  const project = new Project().manifest(`version = 1
[hosts.here]
address = "local"
work_dir = ${JSON.stringify(workDir)}
[targets.t]
runner = "host_local"
host = "here"
[[targets.t.lanes]]
id = "lane"
command = "true"
`);
  project.commit();
  return project;
}

/** A guest that lost its supervisor as well as its runner, one that lives, and what is not ours. */
function populate(workDir: string): string {
  const lost = `pikaci-lost-${process.pid}-${Date.now()}`;
  guestIn(workDir, lost, '', inSeconds(-1));
  guestIn(workDir, 'pikaci-alive', '', inSeconds(600));
  mkdirSync(join(workDir, 'guests', 'somebody-else'));
  return lost;
}

function startProcessOf(guest: string): void {
  spawn('sleep', ['300'], { env: { PIKACI_GUEST_NAME: guest }, stdio: 'ignore', detached: true });
}

function expectReaped(workDir: string, lost: string): void {
  expect(readdirSync(join(workDir, 'guests')).toSorted()).toEqual([
    'pikaci-alive',
    'somebody-else',
  ]);
  expect(processesOf(lost)).toEqual([]);
}

describe('pikaci reap', () => {
  it('removes what is over, and nothing else', async () => {
    using folder = temporaryFolder();
    using project = projectOn(folder.path);
    const lost = populate(folder.path);
    startProcessOf(lost);
    const { code, stdout } = await pikaci(project.root, ['reap']);
    expect(code).toBe(0);
    expect(stdout).toBe(`here: removed_guests=1 removed_snapshots=0\n${lost}\n`);
    expectReaped(folder.path, lost);
  });

  it('--install leaves a program that needs nothing of ours, and a line for crontab where nobody runs it', async () => {
    using folder = temporaryFolder();
    using project = projectOn(folder.path);
    const lost = populate(folder.path);
    startProcessOf(lost);
    const { code, stdout } = await pikaci(project.root, ['reap', '--install']);
    expect(code).toBe(0);
    const [, line = ''] = /add to the crontab there: (.*)/.exec(stdout) ?? [];
    const command = line.replace('*/5 * * * * ', '');
    const ran = spawnSync('sh', ['-c', command], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    });
    expect(ran).toMatchObject({ status: 0, stdout: `${lost}\n`, stderr: '' });
    expectReaped(folder.path, lost);
    expect((await pikaci(project.root, ['reap', '--uninstall'])).stdout).toContain('is gone');
    expect(readdirSync(join(folder.path, 'reaper'))).toEqual(['decision']);
    expect((await pikaci(project.root, ['reap', '--uninstall'])).code).toBe(0);
  });
});

/**
 * A user manager of systemd's own, in namespaces, so that the machine's is left alone. It wants a
 * folder at /run/user and a control group.
 */
const underSystemd = String.raw`
set -eu
mount -t tmpfs tmpfs /sys/fs/cgroup
mount -t cgroup2 cgroup /sys/fs/cgroup
mount -t proc proc /proc
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/system "/run/user/$(id -u)" "/sys/fs/cgroup/pikaci-test-$2"
echo "$$" >"/sys/fs/cgroup/pikaci-test-$2/cgroup.procs"
export XDG_RUNTIME_DIR="/run/user/$(id -u)"
/lib/systemd/systemd --user &
until systemctl --user is-system-running >/dev/null 2>&1; do sleep 0.1; done
sh -c "$1"
kill "$!"
wait "$!"
echo "$$" >/sys/fs/cgroup/cgroup.procs
find "/sys/fs/cgroup/pikaci-test-$2" -depth -type d -exec rmdir {} +
`;
const canRunSystemd =
  process.getuid?.() === 0 &&
  existsSync('/lib/systemd/systemd') &&
  spawnSync('unshare', ['--mount', '--cgroup', '--pid', '--fork', 'true']).status === 0;

describe.skipIf(!canRunSystemd)('under systemd', () => {
  it('--install has its timer run the reaper, and --uninstall takes it back', () => {
    using folder = temporaryFolder();
    using project = projectOn(folder.path);
    const lost = populate(folder.path);
    const home = join(project.root, '.git', 'home');
    mkdirSync(home);
    const reap = `"${process.execPath}" "${bundle}" reap`;
    const script = join(project.root, '.git', 'steps');
    writeFileSync(
      script,
      `set -eu
# No job of this shell, which would say what became of it, or not, depending on when it looks.
(PIKACI_GUEST_NAME=${lost} sleep 300 & echo "$!" >"$HOME/pid")
${reap} --install
systemctl --user list-timers --all --no-legend
until [ ! -d ${folder.path}/guests/${lost} ]; do sleep 0.1; done
echo reaped
# Nobody asks after it here, so it may be a zombie.
case $(ps -o stat= -p "$(cat "$HOME/pid")") in '' | Z*) echo ended ;; esac
${reap} --uninstall
systemctl --user list-timers --all --no-legend
find ${home}/.config -type f
echo end
`,
    );
    const args = [
      '--mount',
      '--cgroup',
      '--pid',
      '--fork',
      '--kill-child',
      'sh',
      '-c',
      underSystemd,
      'sh',
    ];
    const { stdout, stderr, status } = spawnSync('unshare', [...args, `sh ${script}`, lost], {
      cwd: project.root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home },
      timeout: 50_000,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { name } = reaperUnits(folder.path);
    const [installed = '', login = '', timer = '', ...rest] = stdout.trim().split('\n');
    expect(installed).toBe(
      `here: ${name}.timer of systemd's user manager runs ${folder.path}/reaper/reap.sh`,
    );
    expect(login).toContain('loginctl enable-linger');
    expect(timer).toContain(`${name}.service`);
    expect(rest).toEqual(['reaped', 'ended', 'here: the reaper is gone', 'end']);
    expectReaped(folder.path, lost);
  });
});
