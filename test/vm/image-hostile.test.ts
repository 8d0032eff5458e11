import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { WrittenJob, WrittenRun } from '../../src/store/written-record.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { layKit } from '../support/guest-kit.ts';
import { imageProject, publishImage } from '../support/image-project.ts';
import type { Image } from '../support/oci-image.ts';
import { runJson } from '../support/pikaci.ts';
import { Registry } from '../support/registry.ts';
import { busyboxImage } from '../support/sample-images.ts';
import { describeWithHost, expectNothingLeft } from './support.ts';

function jobOf(record: WrittenRun, id: string): WrittenJob {
  const job = record.jobs.find((it) => it.id === id);
  if (job === undefined) throw new Error(`no job ${id}`);
  return job;
}

function besideLog(record: WrittenRun, id: string, name: string): string {
  return readFileSync(join(jobOf(record, id).guest_log_path, '..', name), 'utf8');
}

/** A busybox whose config asks for a user, and whose root folder would be everybody's. */
function openImage(host: EmbeddedHost, user: string, environment: readonly string[] = []): Image {
  const { layers } = busyboxImage(host);
  const root = { name: './', type: 'directory', mode: 0o777, uid: 1000, gid: 1000 } as const;
  const rooted = { name: 'etc/passwd', type: 'file', content: passwd } as const;
  const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  return {
    layers: [...layers, { entries: [root, rooted] }],
    config: { User: user, Env: [path, ...environment] },
  };
}
/** Two ways to write root’s number, and one that is no number of a user's at all. */
const passwd = `root:x:0:0:root:/root:/bin/sh
toor:x:000:0::/dev:/bin/sh
nobody:x:4294967295:0::/dev:/bin/sh
`;

/** What an unprivileged lane can think of to end as it likes, become root, or leave its guest. */
const attack = String.raw`
forged='{"status":"passed","exit_code":0,"finished_at":"2026-01-01T00:00:00Z","message":"test passed","nonce":"guessed"}'
for port in /dev/vport* /dev/vd* /dev/mem /dev/port; do
  if true >>"$port" || true <"$port"; then echo "OPEN $port"; fi
done
for place in /run/pikaci /ports /disks /scratch /layers /image; do
  if ls "$place"/*; then echo "SEEN $place"; fi
done
for process in /proc/[0-9]*; do
  [ "$process" != "/proc/$$" ] || continue
  if cat "$process/root/run/pikaci/request/agent"; then echo "READ $process"; fi
  for open in "$process"/fd/*; do echo "$forged" >"$open"; done
  [ -O "$process" ] || kill -KILL "$(basename "$process")"
done
echo $$ >/sys/fs/cgroup/cgroup.procs && echo LEFT the cgroup

# Whatever root runs in the image after the lane is ours, if it can be moved away.
mkdir -p /evil/bin /evil/lib
cat >/evil/bin/busybox <<'EVIL'
#!/bin/sh
id -u >/root-was-here
EVIL
cp /evil/bin/busybox /evil/bin/bash
cp /evil/bin/busybox /evil/bin/enter-image
chmod -R 0777 /evil
mv /.pikaci /moved && echo MOVED && mv /evil /.pikaci
umount /.pikaci/bin && echo UNMOUNTED
umount /.pikaci && echo UNMOUNTED
busybox unshare -Urm sh -c 'umount /.pikaci/bin; umount -l /.pikaci; mv /.pikaci /moved' && echo MOVED in a namespace
for tool in /.pikaci/bin/busybox /.pikaci/bin/bash /.pikaci/lib/ld.so; do
  cp /evil/bin/busybox "$tool" && echo "REPLACED $tool"
  rm -f "$tool" && echo "REMOVED $tool"
done
mv /artifacts /moved-artifacts && echo MOVED /artifacts

mkfifo /artifacts/queue.txt
ln -s /etc/passwd /artifacts/link.txt
echo ours >/artifacts/kept.txt
setsid sh -c 'trap "" TERM HUP INT; while :; do echo tick; echo tick >/artifacts/alive; done' &
until [ -s /artifacts/alive ]; do :; done
`;

/** What root of a guest can think of to take more of its host than it was granted. */
const gluttony = String.raw`
echo begun
for place in /fill /artifacts/fill.txt /cache/fill /tmp/fill /workspace/snapshot/fill; do
  head -c 300000000 /dev/zero >"$place"
done
sync
echo full
for port in /dev/vport*; do head -c 10000000 /dev/zero | tr '\0' z >"$port" & done
head -c 30000000 /dev/zero | tr '\0' x >/dev/ttyS0 &
head -c 30000000 /dev/zero | tr '\0' y &
sleep 300
`;

const small = 'vcpu = 1\nmem_mib = 384\nlog_mib = 1\nartifacts_mib = 1';

describeWithHost('a hostile guest of an image', (host) => {
  beforeAll(() => layKit(host()), 300_000);

  it('makes no verdict, takes no more than it was granted, and is gone', async () => {
    await using registry = await Registry.start(host());
    const open = await publishImage(
      registry,
      'open',
      openImage(host(), '', [
        'LD_PRELOAD=/evil/lib/evil.so',
        'BASH_ENV=/evil/env',
        'ENV=/evil/env',
      ]),
    );
    using project = imageProject({
      attacker: `image = "${open}"\ncommand = "sh attack.sh 2>/dev/null; exit 127"\nartifacts = ["*.txt"]\n${small}`,
      glutton: `image = "${open}"\ncommand = "sh gluttony.sh 2>/dev/null"\nrun_as_root = true
writable_workspace = true\nartifacts = ["*.txt"]\ntimeout_secs = 20\n${small}`,
    });
    project.file('attack.sh', attack).file('gluttony.sh', gluttony).commit();

    let most = 0;
    const ends = new AbortController();
    const measuring = (async () => {
      const guests = `${host().instance.work_dir}/guests`;
      const script = 'for guest in "$1"/*; do du -sk "$guest" 2>/dev/null; done; sleep 0.5';
      while (!ends.signal.aborted) {
        const { stdout } = await host().run({
          command: ['sh', '-c', script, 'sh', guests],
          user: 'root',
        });
        for (const [, size] of stdout.matchAll(/^(\d+)\t/gm)) most = Math.max(most, Number(size));
      }
    })();
    const { record } = await runJson(project.root, ['t', ...host().flags(project.root)]);
    ends.abort();
    await measuring;

    expect(jobOf(record, 'attacker')).toMatchObject({
      failure_kind: 'test_failure',
      exit_code: 127,
    });
    // Its root may spoil what it says of itself, and nothing else.
    expect(jobOf(record, 'glutton').status).toBe('failed');
    expect(besideLog(record, 'attacker', 'kept.txt')).toBe('ours\n');
    const log = besideLog(record, 'attacker', 'guest.log');
    const { nonce } = JSON.parse(besideLog(record, 'attacker', 'result.json')) as { nonce: string };
    expect(log).not.toContain(nonce);
    expect(log).not.toMatch(/^(?:OPEN|SEEN|READ|LEFT|MOVED|UNMOUNTED|REPLACED|REMOVED)/m);
    expect(most).toBeLessThan((1024 + 1 + 2 + 16) * 1024);
    await expectNothingLeft(host());
  });

  it('is judged for what it did', async () => {
    await using registry = await Registry.start(host());
    const open = await publishImage(registry, 'plain', busyboxImage(host()));
    const named = async (name: string, user: string): Promise<string> =>
      publishImage(registry, name, openImage(host(), user));
    const toor = await named('toor', 'toor');
    const huge = await named('huge', '4294967295');
    using project = imageProject({
      sparse: `image = "${open}"\ncommand = "truncate -s 900G /artifacts/big.txt"\nartifacts = ["*.txt"]\n${small}`,
      off: `image = "${open}"\ncommand = "echo begun; sync; poweroff -f; sleep 60"\nrun_as_root = true\n${small}`,
      toor: `image = "${toor}"\ncommand = "id -u"\n${small}`,
      huge: `image = "${huge}"\ncommand = "id -u"\n${small}`,
    });
    const { record } = await runJson(project.root, ['t', ...host().flags(project.root)]);
    const ended = record.jobs.map(({ id, failure_kind: kind, exit_code: code }) => [
      id,
      kind,
      code,
    ]);
    expect(ended.sort()).toEqual([
      ['huge', 'infrastructure', null],
      ['off', 'infrastructure', null],
      ['sparse', 'test_failure', null],
      ['toor', null, 0],
    ]);
    expect(besideLog(record, 'toor', 'guest.log')).toContain('\n1000\n');
    expect(besideLog(record, 'huge', 'guest.log')).toContain('has no user 4294967295');
    await expectNothingLeft(host());
  });
});
