import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { localHost } from '../../src/host/local.ts';
import { awaitAdmission } from '../../src/guest/admission.ts';
import type { GuestPlace } from '../../src/guest/guest.ts';
import { claimPlace } from '../../src/guest/place.ts';
import { removeGuest } from '../../src/guest/remove.ts';
import { local } from '../unit/samples.ts';
import { temporaryFolder } from '../support/folder.ts';

const supervisor = join(import.meta.dirname, '..', '..', 'src', 'guest', 'supervisor.sh');
const never = new AbortController().signal;
const inSeconds = (seconds: number): string => `${Math.floor(Date.now() / 1000) + seconds}\n`;

/** A guest's folder with an agent, as a launch would leave it. */
function guestIn(folder: string, name: string, agent: string, lease = inSeconds(60)): string {
  const dir = join(folder, 'guests', name);
  mkdirSync(join(dir, 'request'), { recursive: true });
  writeFileSync(join(dir, 'request', 'agent'), agent);
  writeFileSync(join(dir, 'lease'), lease);
  return dir;
}

function supervise(dir: string, name: string) {
  return spawn('sh', [supervisor, dir, name, 'host_local'], { stdio: 'ignore', detached: true });
}

async function appears(file: string): Promise<void> {
  while (!existsSync(file)) await sleep(20);
}

function processesOf(name: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(join('/proc', pid, 'environ'), 'latin1')
        .split('\0')
        .includes(`PIKACI_GUEST_NAME=${name}`);
    } catch {
      return false;
    }
  });
}

describe('a supervisor', () => {
  it('says that its guest is done', async () => {
    using folder = temporaryFolder();
    const dir = guestIn(folder.path, 'done', 'echo said');
    await once(supervise(dir, 'done'), 'exit');
    expect(readFileSync(join(dir, 'state'), 'utf8')).toBe('guest_exited\n');
    expect(readFileSync(join(dir, 'console.log'), 'utf8')).toBe('said\n');
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
    expect(readFileSync(join(dir, 'state'), 'utf8')).toBe('lease_expired\n');
    expect(processesOf(name)).toEqual([]);
  });

  it('keeps no more of a console than anybody reads', async () => {
    using folder = temporaryFolder();
    const dir = guestIn(folder.path, 'loud', 'head -c 20000000 /dev/zero');
    await once(supervise(dir, 'loud'), 'exit');
    expect(readFileSync(join(dir, 'console.log')).length).toBe(4 * 1024 * 1024);
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

describe('a place', () => {
  it('has a lease before anything else, and is gone when it is disposed', async () => {
    using folder = temporaryFolder();
    const host = localHost({ ...local, workDir: folder.path });
    const place = await claimPlace(host, 'p', 'hash', never);
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
    await using first = await claimPlace(host, 'p', 'hash', never);
    await expect(claimPlace(host, 'p', 'hash', never)).rejects.toMatchObject({
      failure: { detail: expect.stringContaining('a guest of this name is alive there') as string },
    });
    expect(existsSync(first.dir)).toBe(true);
  });

  it('is taken over when the lease is over', async () => {
    using folder = temporaryFolder();
    const host = localHost({ ...local, workDir: folder.path });
    const dir = guestIn(folder.path, 'p', 'true', inSeconds(-5));
    await using place = await claimPlace(host, 'p', 'hash', never);
    expect(place.dir).toBe(dir);
    expect(readdirSync(dir)).not.toContain('request');
  });
});

describe('admission to a host', () => {
  it('is in the order of arrival, as places become free', async () => {
    using folder = temporaryFolder();
    const host = localHost({ ...local, workDir: folder.path });
    const claim = (name: string) => claimPlace(host, name, 'hash', never);
    const told: string[] = [];
    const admitted: string[] = [];
    const admit = async (place: GuestPlace): Promise<void> => {
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
    while (told.length < 2) await sleep(20);
    expect(told.toSorted()).toEqual(['fourth: 2', 'third: 1']);
    await second[Symbol.asyncDispose]();
    await waiting[1];
    expect(admitted).toEqual(['first', 'second', 'third']);
    while (told.length < 3) await sleep(20);
    expect(told.at(-1)).toBe('fourth: 1');
    await first[Symbol.asyncDispose]();
    await waiting[0];
    expect(admitted.at(-1)).toBe('fourth');
  });

  it('does not wait for a guest whose lease is over', async () => {
    using folder = temporaryFolder();
    const host = localHost({ ...local, workDir: folder.path });
    const lost = await claimPlace(host, 'lost', 'hash', never);
    writeFileSync(join(lost.dir, 'lease'), inSeconds(-1));
    await using place = await claimPlace(host, 'p', 'hash', never);
    await awaitAdmission(place, 1, () => undefined, never);
    await lost[Symbol.asyncDispose]();
  });
});

it('the scripts are valid for the shells they are for', () => {
  execFileSync('sh', ['-n', supervisor]);
  execFileSync('bash', ['-n', join(supervisor, '..', 'agent.sh')]);
});
