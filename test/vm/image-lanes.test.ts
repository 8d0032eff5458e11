import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import type { WrittenJob, WrittenRun } from '../../src/store/written-record.ts';
import { layKit } from '../support/guest-kit.ts';
import { imageProject, publishImage } from '../support/image-project.ts';
import { runJson } from '../support/pikaci.ts';
import { Registry } from '../support/registry.ts';
import {
  busyboxImage,
  distrolessImage,
  resolvConfLinkImage,
  userImage,
} from '../support/sample-images.ts';
import { describeWithHost, expectNothingLeft } from './support.ts';

function jobOf(record: WrittenRun, id: string): WrittenJob {
  const job = record.jobs.find((it) => it.id === id);
  if (job === undefined) throw new Error(`no job ${id}`);
  return job;
}
const logOf = (record: WrittenRun, id: string): string =>
  readFileSync(jobOf(record, id).guest_log_path, 'utf8');
const artifactOf = (record: WrittenRun, id: string, name: string): string =>
  readFileSync(join(jobOf(record, id).guest_log_path, '..', name), 'utf8');

describeWithHost('lanes in guests of an image', (host) => {
  beforeAll(() => layKit(host()), 300_000);

  it('find the image, the workspace and what a lane is given', async () => {
    await using registry = await Registry.start(host());
    const busybox = await publishImage(registry, 'busybox', busyboxImage(host()));
    using project = imageProject({
      tour: `image = "${busybox}"
command = """
id
pwd
cat content.txt
! touch /workspace/snapshot/x 2>/dev/null
touch /artifacts/empty
echo kept > /artifacts/kept.txt
echo "$CI $PATH $HOME"
cat /etc/hostname
if grep -q : /proc/net/dev; then grep -c : /proc/net/dev; fi
"""
artifacts = ["*.txt"]`,
      root: `image = "${busybox}"
command = ["sh", "-c", "id -u; pwd; touch /etc/written-to; echo changed >content.txt; cat content.txt"]
writable_workspace = true
run_as_root = true`,
    });
    const flags = host().flags(project.root);
    const { code, record, stderr } = await runJson(project.root, ['t', ...flags]);
    const logs = code === 0 ? '' : record.jobs.map(({ id }) => logOf(record, id)).join('\n');
    expect({ stderr, logs, code }).toEqual({ stderr: '', logs: '', code: 0 });
    const log = logOf(record, 'tour');
    expect(log).toContain('uid=1000(pikaci) gid=1000(pikaci)');
    expect(log).toContain('/workspace/snapshot\nthe content of the workspace\n');
    expect(log).toContain(
      'true /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin /home/pikaci\n',
    );
    expect(artifactOf(record, 'tour', 'kept.txt')).toBe('kept\n');
    expect(logOf(record, 'root')).toContain('\n0\n/workspace/snapshot\nchanged\n');
    expect(jobOf(record, 'tour').remote_linux_vm_execution).toMatchObject({
      backend: 'image',
      oci_image: {
        reference: busybox,
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
      },
    });
    await expectNothingLeft(host());
  });

  it('run without a shell, a user or a file of /etc', async () => {
    await using registry = await Registry.start(host());
    const distroless = await publishImage(registry, 'distroless', distrolessImage());
    const links = await publishImage(registry, 'links', resolvConfLinkImage(host(), 'absolute'));
    const user = await publishImage(registry, 'user', userImage(host(), '12345:54321'));
    const staff = await publishImage(registry, 'staff', userImage(host(), 'app:staff'));
    using project = imageProject({
      array: `image = "${distroless}"\ncommand = ["/app/hello"]`,
      line: `image = "${distroless}"\ncommand = "/app/hello"`,
      links: `image = "${links}"\ncommand = "cat /etc/resolv.conf; ls -l /etc; touch /tmp/here"`,
      user: `image = "${user}"\ncommand = "id; touch /artifacts/mine"`,
      staff: `image = "${staff}"\ncommand = "id; echo $HOME"`,
    });
    const flags = host().flags(project.root);
    const { record } = await runJson(project.root, ['t', ...flags]);
    const statuses = record.jobs.map(({ id, status }) => [id, status]);
    expect(Object.fromEntries(statuses)).toEqual({
      array: 'passed',
      line: 'failed',
      links: 'passed',
      user: 'passed',
      staff: 'passed',
    });
    expect(logOf(record, 'array')).toContain('\nhello\n');
    expect(logOf(record, 'line')).toContain('there is no program sh here to run the command');
    expect(logOf(record, 'user')).toContain('uid=12345 gid=54321');
    expect(logOf(record, 'staff')).toContain('uid=1234(app) gid=50(staff)');
    expect(logOf(record, 'staff')).toContain('\n/home/app\n');
  });

  it('reach with `outbound` what their host does, but not its loopback, and with `none` nothing', async () => {
    await using registry = await Registry.start(host());
    using beyond = serverBeyond(host());
    const listener = createServer((socket) => socket.end('hello from the loopback')).listen(
      0,
      '127.0.0.1',
    );
    await once(listener, 'listening');
    let seen = 0;
    listener.on('connection', () => (seen += 1));
    const { port } = listener.address() as AddressInfo;
    const image = await publishImage(registry, 'busybox', busyboxImage(host()));
    using project = imageProject({
      outbound: `image = "${image}"
network = "outbound"
command = '''
ls /sys/class/net
grep nameserver /etc/resolv.conf
wget -q -O - http://${beyond.address}/hello
own=$(ip -4 -o addr show dev eth0 | awk "{ print \\$4 }" | cut -d/ -f1)
gateway=$(ip route | awk "/^default/ { print \\$3 }")
for address in 127.0.0.1 $own $gateway 10.0.2.2 169.254.1.53 host.docker.internal; do
  ! timeout 5 nc -w 3 $address ${port} </dev/null | grep hello || exit 1
done
'''`,
      none: `image = "${image}"
command = '''
ls /sys/class/net
! timeout 5 wget -q -O - http://${beyond.address}/hello
'''`,
    });
    const flags = host().flags(project.root);
    const { code, record } = await runJson(project.root, ['t', ...flags]);
    const logs = code === 0 ? '' : record.jobs.map(({ id }) => logOf(record, id)).join('\n');
    expect({ logs, code }).toEqual({ logs: '', code: 0 });
    expect(logOf(record, 'outbound')).toMatch(/eth0\nlo\nnameserver .*\nhello from beyond\n/);
    expect(logOf(record, 'none')).toContain('booted at');
    expect(logOf(record, 'none')).not.toContain('eth0');
    expect(seen).toBe(0);
    listener.close();
    await expectNothingLeft(host());
  });
});

/** A web server in a network of its own, which the host reaches and no loopback is. */
function serverBeyond(host: EmbeddedHost): Disposable & { address: string } {
  const number = randomInt(1, 250);
  const device = `pk${randomBytes(4).toString('hex')}`;
  const [near, address] = [`10.213.${number}.1`, `10.213.${number}.2`];
  const script = `mkdir -p /srv/$1 && echo hello from beyond >/srv/$1/hello
unshare -n sh -c 'echo $$ >/srv/'$1'/pid; while [ ! -e /srv/'$1'/go ]; do sleep 0.05; done
  ip addr add '$3'/24 dev eth9 && ip link set eth9 up && exec busybox httpd -f -p '$3':80 -h /srv/'$1 </dev/null >/dev/null 2>&1 &
until [ -s /srv/$1/pid ]; do sleep 0.05; done
ip link add $1 type veth peer name eth9 netns "$(cat /srv/$1/pid)"
ip addr add $2/24 dev $1 && ip link set $1 up && touch /srv/$1/go
until wget -q -O /dev/null http://$3/hello; do sleep 0.05; done`;
  host.shell('sh', '-ec', script.replaceAll('wget', 'busybox wget'), 'sh', device, near, address);
  return {
    address,
    // With the namespace goes the pair of devices.
    [Symbol.dispose]: () => void host.shell('sh', '-c', 'kill "$(cat /srv/$1/pid)"', 'sh', device),
  };
}
