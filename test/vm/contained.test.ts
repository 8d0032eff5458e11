import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { runJson } from '../support/pikaci.ts';
import { describeWithHost, expectNothingLeft, projectWith } from './support.ts';

/** What a user's host may look like: its work folder mounted in other places, too, and an agent. */
function furnish(host: EmbeddedHost): Disposable {
  const asCi = 'setpriv --reuid=ci --regid=ci --init-groups env HOME=/home/ci';
  const [agent] = host
    .shell(
      ...['sh', '-c'],
      `mkdir -p /srv/parent /srv/part /run/user/1000 && chown ci /run/user/1000
      ${asCi} mkdir -p /var/tmp/pikaci/snapshots/other /home/ci/.local
      ${asCi} chmod 700 /var/tmp/pikaci && ${asCi} touch /var/tmp/pikaci/.pikaci-work-folder
      ${asCi} sh -c 'echo published >/var/tmp/pikaci/snapshots/other/file'
      mount --bind /var/tmp /srv/parent && mount --bind /var/tmp/pikaci/snapshots /srv/part
      ${asCi} touch /run/user/1000/bus
      ${asCi} ssh-agent -a /home/ci/.local/an-agent | grep -o 'pid [0-9]*' | cut -c5-`,
    )
    .split('\n');
  return {
    [Symbol.dispose]: () =>
      void host.shell(
        ...['sh', '-c', 'kill "$1"; umount /srv/parent /srv/part; rm -r "$2" /home/ci/.local'],
        ...['sh', agent ?? '', '/var/tmp/pikaci/snapshots/other'],
      ),
  };
}

const attack = `set +e
id -un; id -u
for path in /var/tmp/pikaci /srv/parent/pikaci; do ls -A $path/snapshots $path/queue; done 2>/dev/null
find /srv/part /run/user/1000 -mindepth 1
for path in /var/tmp/pikaci/snapshots/other /srv/parent/pikaci/snapshots/other /srv/part/other; do
  (echo changed >$path/file) 2>/dev/null && echo wrote $path
done
[ ! -S /home/ci/.local/an-agent ] || echo agent
SSH_AUTH_SOCK=/home/ci/.local/an-agent ssh-add -l >/dev/null 2>&1; [ $? -eq 2 ] || echo agent answers
env | grep -E '^(SSH_|XDG_RUNTIME|DBUS_)'
env -i setsid sleep 300 & bash -c 'exec -a postgres env -i setsid sleep 300' &
sleep 0.2; echo over
`;

describeWithHost('a lane on a host of its own user', (host) => {
  it.each([
    { tool: 'bwrap', without: [] },
    { tool: 'unshare', without: ['/usr/bin/bwrap'] },
  ])('is contained by $tool', async ({ without }) => {
    using conditions = new DisposableStack();
    conditions.use(furnish(host()));
    for (const program of without) {
      host().shell('chmod', '0700', program);
      conditions.defer(() => void host().shell('chmod', '0755', program));
    }
    using project = projectWith({
      lane: `runner = "host_local"\ncommand = ${JSON.stringify(attack)}`,
    });
    const { code, record, stderr } = await runJson(project.root, [
      ...['t', ...host().flags(project.root)],
    ]);
    const log = readFileSync(record.jobs[0]?.guest_log_path ?? '', 'utf8');
    expect(log.split('\n').filter((line) => !line.startsWith('[pikaci]'))).toEqual([
      ...['ci', '1000', 'over', ''],
    ]);
    expect({ code, stderr, contained: record.jobs[0]?.contained }).toEqual({
      code: 0,
      stderr: '',
      contained: true,
    });
    expect(host().shell('cat', '/var/tmp/pikaci/snapshots/other/file')).toBe('published\n');
  });

  it('leaves nothing', () => expectNothingLeft(host()));
});
