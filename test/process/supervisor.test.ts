import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { localHost } from '../../src/host/local.ts';
import { awaitAdmission } from '../../src/guest/admission.ts';
import { renderAgent, vmPaths, vmSurroundings } from '../../src/guest/agent.ts';
import type { GuestSlot } from '../../src/guest/guest.ts';
import { claimSlot } from '../../src/guest/slot.ts';
import { reapGuests } from '../../src/guest/reap-guests.ts';
import { removeGuest } from '../../src/guest/remove.ts';
import { reapScript, removalScript, supervisorScript } from '../../src/guest/scripts.ts';
import { lane, local } from '../support/samples.ts';
import { temporaryFolder } from '../support/folder.ts';
import { appears, guestIn, inSeconds, processesOf, supervise } from '../support/supervised.ts';
import { until } from '../support/until.ts';

const never = new AbortController().signal;

describe('a supervisor', () => {
  it('says that its guest is done', async () => {
    using folder = temporaryFolder();
    const dir = guestIn(folder.path, 'done', 'echo said');
    const child = supervise(dir, 'done');
    await appears(join(dir, 'state'));
    expect(readFileSync(join(dir, 'state'), 'utf8')).toBe('guest_exited\n');
    expect(readFileSync(join(dir, 'console.log'), 'utf8')).toBe('said\n');
    child.kill('SIGKILL');
  });

  it('ends a guest whose lease is over, and all that left its session', async () => {
    using folder = temporaryFolder();
    const name = `lease-${process.pid}`;
    const agent =
      'trap "" TERM; setsid sh -c "trap : TERM; : >daemon; sleep 300 & sleep 300" & sleep 300; sleep 300';
    const dir = guestIn(folder.path, name, agent, inSeconds(2));
    const exited = once(supervise(dir, name), 'exit');
    await appears(join(dir, 'daemon'));
    expect(processesOf(name).length).toBeGreaterThan(1);
    await exited;
    expect(processesOf(name)).toEqual([]);
    expect(readdirSync(join(folder.path, 'guests'))).toEqual([]);
  });

  it('leaves what its guest left for as long as the lease, and no longer', async () => {
    using folder = temporaryFolder();
    const dir = guestIn(folder.path, 'over', ': >made');
    const exited = once(supervise(dir, 'over'), 'exit');
    await appears(join(dir, 'state'));
    expect(existsSync(join(dir, 'made'))).toBe(true);
    writeFileSync(join(dir, 'lease'), inSeconds(-1));
    await exited;
    expect(readdirSync(join(folder.path, 'guests'))).toEqual([]);
  });

  it('ends a guest that cannot go on, and keeps what it left for as long as the lease', async () => {
    using folder = temporaryFolder();
    const name = `broken-${process.pid}`;
    const dir = guestIn(folder.path, name, 'echo shares_died >broken; sleep 300');
    const child = supervise(dir, name);
    await appears(join(dir, 'state'));
    expect(readFileSync(join(dir, 'state'), 'utf8')).toBe('shares_died\n');
    expect(processesOf(name)).toEqual([]);
    // It looks every second whether it is to remove the folder.
    await sleep(2500);
    expect(existsSync(dir)).toBe(true);
    child.kill('SIGKILL');
  });

  it.each([
    ['a machine', true, ['result.json.new']],
    ['a lane on the host', false, ['result.json']],
  ])('follows no link that %s puts where verdicts lie', async (_, isMachine, kept) => {
    using folder = temporaryFolder();
    const outside = join(folder.path, 'outside');
    mkdirSync(outside);
    const agent = `mkdir channel; ln -s ${outside} channel/result.json; echo of the guest >channel/result.json.new`;
    const dir = guestIn(folder.path, 'linked', agent);
    if (isMachine) rmSync(join(dir, 'no-machine'));
    const child = supervise(dir, 'linked');
    await appears(join(dir, 'state'));
    expect(readdirSync(outside)).toEqual([]);
    const files = readdirSync(join(dir, 'channel'), { withFileTypes: true });
    expect(files.filter((it) => it.isFile()).map(({ name }) => name)).toEqual(kept);
    child.kill('SIGKILL');
  });

  it('ends whoever starts others faster than they are found', async () => {
    using folder = temporaryFolder();
    const name = `chain-${process.pid}`;
    // Each lives for a moment, ignores what it can, and is a session of its own.
    const link = `trap "" TERM HUP INT; sleep 0.02; setsid bash "$0" & exit`;
    const agent = `echo '${link}' >link; for _ in 1 2 3 4 5; do setsid bash link & done; : >up; sleep 300`;
    const dir = guestIn(folder.path, name, agent);
    const exited = once(supervise(dir, name), 'exit');
    await appears(join(dir, 'up'));
    writeFileSync(join(dir, 'lease'), inSeconds(-1));
    await exited;
    expect(processesOf(name)).toEqual([]);
  });

  it('keeps no more of a console than anybody reads', async () => {
    using folder = temporaryFolder();
    const dir = guestIn(folder.path, 'loud', 'head -c 20000000 /dev/zero');
    const child = supervise(dir, 'loud');
    await appears(join(dir, 'state'));
    expect(readFileSync(join(dir, 'console.log')).length).toBe(4 * 1024 * 1024);
    child.kill('SIGKILL');
  });
});

describe('removing a guest', () => {
  it('ends it, its daemons and its folder', async () => {
    using folder = temporaryFolder();
    const name = `removed-${process.pid}`;
    const dir = guestIn(
      folder.path,
      name,
      'setsid sleep 300 & mkdir -m 0 locked; : >up; sleep 300',
    );
    const exited = once(supervise(dir, name), 'exit');
    await appears(join(dir, 'up'));
    await removeGuest(localHost({ ...local, workDir: folder.path }), name);
    await exited;
    expect(existsSync(dir)).toBe(false);
    expect(processesOf(name)).toEqual([]);
  });

  it('does so when the supervisor was killed', async () => {
    using folder = temporaryFolder();
    const name = `orphan-${process.pid}`;
    const dir = guestIn(folder.path, name, ': >up; sleep 300');
    const child = supervise(dir, name);
    await appears(join(dir, 'up'));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await removeGuest(localHost({ ...local, workDir: folder.path }), name);
    expect(existsSync(dir)).toBe(false);
    expect(processesOf(name)).toEqual([]);
  });

  it('is done already when there is none', async () => {
    using folder = temporaryFolder();
    await removeGuest(localHost({ ...local, workDir: folder.path }), 'nobody');
  });
});

describe('a program of a backend', () => {
  it('that hangs is ended with all that it started, and the guest stays', async () => {
    using folder = temporaryFolder();
    const name = `hangs-${process.pid}`;
    const dir = guestIn(folder.path, name, '');
    // The first keeps its mark and leaves the group, the second the other way round.
    const started = 'setsid sleep 300 & env -i sleep 300 & sleep 300';
    writeFileSync(join(dir, 'remove'), `echo "$$" >pid; ${started}`);
    const removal = removeGuest(localHost({ ...local, workDir: folder.path }), name);
    await expect(removal).rejects.toMatchObject({
      failure: { detail: expect.stringContaining('did not end within 20 seconds') as string },
    });
    const group = readFileSync(join(dir, 'pid'), 'utf8').trim();
    const { stdout } = spawnSync('ps', ['-eo', 'pgid=,stat='], { encoding: 'utf8' });
    const members = stdout.split('\n').map((line) => line.trim().split(/\s+/));
    expect(members.filter(([of, state = '']) => of === group && !state.startsWith('Z'))).toEqual(
      [],
    );
    expect(processesOf(`${name}/program`)).toEqual([]);
    writeFileSync(join(dir, 'remove'), '');
    await removeGuest(localHost({ ...local, workDir: folder.path }), name);
    expect(existsSync(dir)).toBe(false);
  }, 60_000);

  it('never runs twice at once for a guest, whoever asks', async () => {
    using folder = temporaryFolder();
    const name = `turns-${process.pid}`;
    const dir = guestIn(folder.path, name, ': >up; sleep 300');
    const calls = join(folder.path, 'calls');
    writeFileSync(
      join(dir, 'remove'),
      `echo begin >>${calls}; sleep 0.5; cat boot >/dev/null && echo end >>${calls}`,
    );
    const exited = once(supervise(dir, name), 'exit');
    await appears(join(dir, 'up'));
    const host = localHost({ ...local, workDir: folder.path });
    writeFileSync(join(dir, 'lease'), inSeconds(-1));
    await Promise.all([1, 2, 3].map(() => removeGuest(host, name)));
    await exited;
    const said = readFileSync(calls, 'utf8').trim().split('\n');
    expect(said.length).toBeGreaterThan(2);
    said.forEach((word, index) => {
      if (word === 'begin' && index > 0) expect(said[index - 1], said.join(' ')).toBe('end');
    });
    expect(existsSync(dir)).toBe(false);
  });

  it('is ended where whoever ran it was killed, before it runs again', async () => {
    using folder = temporaryFolder();
    const name = `left-${process.pid}`;
    const dir = guestIn(folder.path, name, '');
    writeFileSync(join(dir, 'remove'), 'mkdir ran 2>/dev/null || exit 0; sleep 300');
    const args = ['-c', removalScript(), 'sh', folder.path, name];
    const caller = spawn('sh', args, { stdio: 'ignore', detached: true });
    await appears(join(dir, 'ran'));
    expect(processesOf(`${name}/program`)).not.toEqual([]);
    process.kill(-(caller.pid ?? 0), 'SIGKILL');
    await once(caller, 'exit');
    await removeGuest(localHost({ ...local, workDir: folder.path }), name);
    expect(existsSync(dir)).toBe(false);
    expect(processesOf(`${name}/program`)).toEqual([]);
  });
});

describe('a guest that cannot be ended', () => {
  it('keeps its folder, is told about, and is reaped when it can be', async () => {
    using folder = temporaryFolder();
    const name = `pikaci-stays-${process.pid}`;
    const dir = guestIn(folder.path, name, '', inSeconds(-1));
    const env = { ...process.env, PIKACI_GUEST_NAME: name };
    const child = spawn('sleep', ['300'], { stdio: 'ignore', env });
    // No test can make a process that stays in the kernel, which is one that takes no signal.
    const script = `kill() { :; }\n${reapScript()}`;
    const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', folder.path], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `processes of guest ${name} cannot be ended: ${child.pid}\n`,
    });
    expect(existsSync(dir)).toBe(true);
    const reaped = await reapGuests(localHost({ ...local, workDir: folder.path }), never);
    expect(reaped).toEqual([name]);
    expect(processesOf(name)).toEqual([]);
  }, 60_000);
});

describe('a place', () => {
  it('has a lease before anything else, and is gone when it is disposed', async () => {
    using folder = temporaryFolder();
    const host = localHost({ ...local, workDir: folder.path });
    const place = await claimSlot(host, 'p', 'hash', never);
    expect(readdirSync(place.dir)).toEqual(['lease', 'number', 'owner', 'snapshot']);
    expect(Number(readFileSync(join(place.dir, 'lease'), 'utf8'))).toBeGreaterThan(
      Date.now() / 1000 + 100,
    );
    await place[Symbol.asyncDispose]();
    expect(existsSync(place.dir)).toBe(false);
  });

  it('is not taken from a guest that lives', async () => {
    using folder = temporaryFolder();
    const host = localHost({ ...local, workDir: folder.path });
    await using first = await claimSlot(host, 'p', 'hash', never);
    await expect(claimSlot(host, 'p', 'hash', never)).rejects.toMatchObject({
      failure: { detail: expect.stringContaining('a guest of this name is alive there') as string },
    });
    expect(existsSync(first.dir)).toBe(true);
  });

  it('is taken over when the lease is over', async () => {
    using folder = temporaryFolder();
    const host = localHost({ ...local, workDir: folder.path });
    const dir = guestIn(folder.path, 'p', 'true', inSeconds(-5));
    await using place = await claimSlot(host, 'p', 'hash', never);
    expect(place.dir).toBe(dir);
    expect(readdirSync(dir)).not.toContain('request');
  });
});

describe('admission to a host', () => {
  it('gives each of those that come at once a number of its own', async () => {
    using folder = temporaryFolder();
    const host = localHost({ ...local, workDir: folder.path });
    const names = Array.from({ length: 12 }, (_, index) => `at-once-${index}`);
    const slots = await Promise.all(names.map((name) => claimSlot(host, name, 'hash', never)));
    const numbers = slots.map(({ dir }) => readFileSync(join(dir, 'number'), 'utf8'));
    expect(new Set(numbers).size).toBe(names.length);
    await Promise.all(slots.map((slot) => slot[Symbol.asyncDispose]()));
  });

  it('is in the order of arrival, as places become free', async () => {
    using folder = temporaryFolder();
    const host = localHost({ ...local, workDir: folder.path });
    const claim = (name: string) => claimSlot(host, name, 'hash', never);
    const told: string[] = [];
    const admitted: string[] = [];
    const admit = async (place: GuestSlot): Promise<void> => {
      const onWaiting = (ahead: number): void => void told.push(`${place.name}: ${ahead}`);
      await awaitAdmission(place, 2, onWaiting, never);
      admitted.push(place.name);
    };
    const first = await claim('first');
    const second = await claim('second');
    await using third = await claim('third');
    await using fourth = await claim('fourth');
    await admit(first);
    await admit(second);
    const waiting = [admit(fourth), admit(third)];
    await until('two are told', () => told.length >= 2, 30);
    expect(told.toSorted()).toEqual(['fourth: 2', 'third: 1']);
    await second[Symbol.asyncDispose]();
    await waiting[1];
    expect(admitted).toEqual(['first', 'second', 'third']);
    await until('one is told again', () => told.length >= 3, 30);
    expect(told.at(-1)).toBe('fourth: 1');
    await first[Symbol.asyncDispose]();
    await waiting[0];
    expect(admitted.at(-1)).toBe('fourth');
  });

  it('does not wait for a guest whose lease is over', async () => {
    using folder = temporaryFolder();
    const host = localHost({ ...local, workDir: folder.path });
    const lost = await claimSlot(host, 'lost', 'hash', never);
    writeFileSync(join(lost.dir, 'lease'), inSeconds(-1));
    await using place = await claimSlot(host, 'p', 'hash', never);
    await awaitAdmission(place, 1, () => undefined, never);
    await lost[Symbol.asyncDispose]();
  });
});

it('the scripts are valid for the shells they are for', () => {
  for (const script of [supervisorScript(), removalScript(), reapScript()]) {
    execFileSync('sh', ['-nc', script]);
  }
  const given = { context: {}, secrets: { TOKEN: `it's "a" $(secret)\n` } };
  const request = { given, nonce: 'n', paths: vmPaths, stagedMounts: [], staysOnFailure: true };
  const surroundings = vmSurroundings();
  const agent = renderAgent({
    surroundings,
    lane: lane({ id: 'l' }),
    rootHome: '/root',
    ...request,
  });
  execFileSync('bash', ['-nc', agent]);
});
