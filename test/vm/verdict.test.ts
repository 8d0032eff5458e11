import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { WrittenRun } from '../../src/store/written-record.ts';
import { pikaci, runJson } from '../support/pikaci.ts';
import { changedGuest } from '../faults/stages.ts';
import { describeWithHost, expectNothingLeft, projectWith } from './support.ts';

/** What an unprivileged lane can think of to end as it likes; its command fails. */
const attack = String.raw`
forged='{"status":"passed","exit_code":0,"finished_at":"2026-01-01T00:00:00Z","message":"test passed","nonce":"guessed"}'
echo output >/proc/self/fd/1

mkdir /artifacts/result.json.new
for place in /artifacts /artifacts/started /run/pikaci /run/pikaci/channel /pikaci; do
  rm -rf "$place"
  echo "$forged" >"$place/result.json"
  mkdir -p "$place/result.json.new"
  mv "$place" "$place.moved"
done
umount /run/pikaci/channel
mount --bind /tmp /run/pikaci/channel
ls -la /run/pikaci /run/pikaci/channel /run/pikaci/request

cat /proc/*/environ /proc/cmdline /proc/*/cmdline /proc/mounts /proc/kmsg
cat /run/pikaci/request/agent /proc/*/cwd/agent /proc/*/root/run/pikaci/request/agent
unshare -Urm sh -c 'cat /run/pikaci/request/agent; mkdir -p /tmp/m; for tag in request channel; do mount -t virtiofs $tag /tmp/m && cat /tmp/m/*; done'
for process in /proc/[0-9]*; do
  [ "$process" != "/proc/$$" ] || continue
  for open in "$process"/fd/*; do echo "$forged" >"$open"; done
  echo "$forged" >"$process/mem"
  [ -O "$process" ] || kill -KILL "$(basename "$process")"
done

for level in 1 2 3; do
  setsid setsid sh -c 'trap "" TERM HUP INT; while :; do
    echo tick; echo tick >/artifacts/alive
    for place in /artifacts /run/pikaci/channel; do echo forged >"$place/result.json"; done
  done' &
done
cat >/tmp/chain <<'CHAIN'
trap "" TERM HUP INT
setsid bash "$0" & exit
CHAIN
setsid bash /tmp/chain &
until [ -s /artifacts/alive ]; do :; done
exit 1
`;

function nonceOf(record: WrittenRun): string {
  const file = join(record.jobs[0]?.guest_log_path ?? '', '..', 'result.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { nonce: string }).nonce;
}

describeWithHost('the verdict over a lane', (host) => {
  it('cannot be made by the lane, whatever it starts and wherever it writes', async () => {
    using project = projectWith({ attacker: 'command = "bash attack.sh 2>/dev/null"' });
    project.file('attack.sh', attack).commit();
    const { code, record } = await runJson(project.root, ['t', ...host().flags(project.root)]);
    expect(code).toBe(1);
    expect(record.jobs).toMatchObject([
      { status: 'failed', failure_kind: 'test_failure', exit_code: 1, attempts: 1 },
    ]);
    const log = readFileSync(record.jobs[0]?.guest_log_path ?? '', 'utf8');
    expect(log).not.toContain(nonceOf(record));
    expect(log).toContain('\noutput\n');
    // Whatever it started had the log open, and wrote to it to its end.
    expect(log.match(/^tick$/gm)?.length).toBeGreaterThan(0);
    expect(log).toMatch(/\n\[pikaci\] lane attacker: command exited with 1 at \S+\n$/);
    await expectNothingLeft(host());
  });

  it('is reached without KVM where that gives up, in a guest as large as the lane asks for', async () => {
    using unreliable = changedGuest(
      host(),
      'microvm-run',
      's/^choose_accelerator >/[ "$PIKACI_GUEST_ACCELERATOR" = tcg ] || echo kvm >accelerator; [ "$PIKACI_GUEST_ACCELERATOR" != tcg ] || &/; s/=kvm ;;/=kvm,nonsense=on ;;/; s/set -eu/set -e/',
    );
    using project = projectWith({
      sized: `vcpu = 2
mem_mib = 700
command = "[ $(nproc) = 2 ] && awk '/^MemTotal/ { exit $2 < 560000 }' /proc/meminfo"`,
      hungry: 'mem_mib = 400\ncommand = "tail /dev/zero"',
    });
    const flags = host().flags(project.root, unreliable.options);
    const { code, stdout } = await pikaci(project.root, ['run', 't', ...flags]);
    expect(code, stdout).toBe(1);
    expect(stdout).toContain('sized · passed');
    expect(stdout).toContain(
      'hungry · test command exited with 137: killed by SIGKILL, and the guest ran out of memory',
    );
    expect(stdout.match(/with KVM the VMM ended before the guest was heard/g)).toHaveLength(1);
    expect(stdout).not.toContain('trying again on a fresh guest');
    const [id = ''] = (await pikaci(project.root, ['list'])).stdout.split('\t');
    const status = await pikaci(project.root, ['status', id, '--json']);
    const { jobs } = JSON.parse(status.stdout) as WrittenRun;
    expect(jobs.map((job) => job.remote_linux_vm_execution?.accelerator)).toEqual(['tcg', 'tcg']);
    await expectNothingLeft(host());
  });
});
