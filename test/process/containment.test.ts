import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { Containment } from '../../src/model/containment.ts';
import type { Collected, GuestSlot } from '../../src/guest/guest.ts';
import { claimSlot } from '../../src/guest/slot.ts';
import { reapGuests } from '../../src/guest/reap-guests.ts';
import { localHost } from '../../src/host/local.ts';
import { findProgram } from '../setup/debian.ts';
import { launchOnHost } from '../support/host-local-guest.ts';
import { temporaryFolder } from '../support/folder.ts';
import { appears, markWorkFolder, processesOf } from '../support/supervised.ts';
import { lane, local } from '../support/samples.ts';

const never = new AbortController().signal;
const tools = ['bwrap', 'unshare'] as const;

/** Not every machine has them, or lets its users have namespaces. */
const usable = tools.filter((tool) => {
  const options = tool === 'bwrap' ? ['--unshare-user', '--dev-bind', '/', '/'] : ['-Urmp', '-f'];
  return spawnSync(tool, [...options, 'true']).status === 0;
});

/** Takes what could contain a lane out of sight, but for what is named. */
function keepOnly(...kept: string[]): void {
  vi.stubEnv('PATH', programsWith(kept));
}

const shelf = temporaryFolder();
afterAll(() => shelf[Symbol.dispose]());
afterEach(() => vi.unstubAllEnvs());

/** A folder of this machine's programs, without those of {@link tools} that are not named. */
function programsWith(kept: readonly string[]): string {
  const folder = join(shelf.path, ['with', ...kept].join('-'));
  if (existsSync(folder)) return folder;
  mkdirSync(folder);
  const unwanted = new Set<string>(tools.filter((tool) => !kept.includes(tool)));
  for (const path of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of existsSync(path) ? readdirSync(path) : []) {
      if (unwanted.has(name)) continue;
      unwanted.add(name);
      symlinkSync(join(path, name), join(folder, name));
    }
  }
  return folder;
}

/** Puts a program of the test's own before all others. */
function addProgram(folder: string, name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${programsWith([])}`);
}

/** A host with a published snapshot and another lane's guest on it. */
function hostIn(folder: string) {
  const workDir = join(folder, 'parent', 'work');
  const snapshotTree = join(workDir, 'snapshots', 'hash');
  const other = join(workDir, 'guests', 'other', 'channel');
  for (const dir of [snapshotTree, other]) mkdirSync(dir, { recursive: true });
  markWorkFolder(workDir);
  writeFileSync(join(snapshotTree, 'file'), 'published');
  writeFileSync(join(other, 'result.json'), 'of another');
  return { host: localHost({ ...local, workDir }), workDir, snapshotTree };
}

let count = 0;

/** A lane's guest on a host, launched. */
async function launched(
  { host, snapshotTree }: ReturnType<typeof hostIn>,
  command: string,
  timeoutSecs = 60,
) {
  const name = `pikaci-contain-${process.pid}-${(count += 1)}`;
  const place = await claimSlot(host, name, 'hash', never);
  const request = {
    lane: lane({ id: 'l', command: { kind: 'shell', line: command }, timeoutSecs }),
    nonce: 'secret-nonce',
    snapshotTree,
  };
  return { place, guest: await launchOnHost(place, request) };
}

interface Ended extends Collected, AsyncDisposable {
  containment: Containment | undefined;
  log: string;
  place: GuestSlot;
}

/** Runs a lane to its end; its place is still there, for the test to look into and dispose of. */
async function ended(...of: Parameters<typeof launched>): Promise<Ended> {
  const { place, guest } = await launched(...of);
  let log = '';
  const onOutput = (bytes: Buffer): void => void (log += bytes.toString());
  await guest.run({ onOutput, logBytes: 1024 ** 2, signal: never });
  const collected = await guest.collect(never);
  return {
    ...collected,
    containment: guest.containment,
    log,
    place,
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

/** Processes of the machine that have a word among their arguments. */
function processesWith(word: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(join('/proc', pid, 'cmdline'), 'utf8')
        .split('\0')
        .includes(word);
    } catch {
      return false;
    }
  });
}

/** Ways out: an empty environment, another title, daemons of daemons, an agent; all with a mark. */
const escapes = (mark: string): string => `
env -i setsid sleep ${mark} &
(exec -a postgres env -u PIKACI_GUEST_NAME setsid sleep ${mark}) &
(setsid sh -c "env -i setsid sleep ${mark} & exit" &)
env -i "$(command -v ssh-agent)" -a "$HOME/agent" sleep ${mark} &
(trap "" TERM HUP INT; env -i setsid sleep ${mark} & )
until [ "$(pgrep -cx sleep)" -ge 5 ]; do sleep 0.05; done
`;

describe.each(usable)('a lane that %s contains', (tool) => {
  it('sees and changes of the work folder only what is its own', async () => {
    using folder = temporaryFolder();
    keepOnly(tool);
    const on = hostIn(folder.path);
    const attack = `set +e
work=$(cd ../../..; pwd); here=$(cd ..; pwd)
find "$work" | sed "s:^$work::"
for path in snapshots/hash/file guests/other/channel/result.json guests/other/x queue/1 x; do
  (echo changed >"$work/$path") 2>/dev/null && echo "wrote $path"
done
for path in lease stop channel/result.json channel/result.json.new request/agent guest.log x; do
  (echo changed >"$here/$path") 2>/dev/null && echo "wrote own $path"
done
umount "$work" 2>/dev/null && echo unmounted
mv "$work" "$work.away" 2>/dev/null && echo moved work
mv "$work/.." "$work/../../away" 2>/dev/null && echo moved parent
unshare -Urm sh -c "umount '$work' || mount --bind '$work/..' /mnt" 2>/dev/null && echo unmounted
for process in /proc/[0-9]*; do
  [ ! -e "$process/root$work/snapshots" ] || echo "by $process"
  [ ! -e "$process/cwd/snapshots" ] || echo "by $process"
done
grep -l 'secret-[n]once' /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null
echo kept >kept; echo kept >"$XDG_STATE_HOME/../artifact"; echo leak >/dev/shm/${tool}-leak
`;
    await using over = await ended(on, attack);
    const { place, log, result, containment } = over;
    expect(containment).toEqual({ contained: true });
    expect(result).toEqual({ kind: 'exited', exitCode: 0 });
    const own = `/guests/${place.name}`;
    const seen = log.split('\n').filter((line) => line !== '' && !line.startsWith('[pikaci]'));
    expect(seen.filter((line) => !line.startsWith(`${own}/`)).toSorted()).toEqual(['/guests', own]);
    expect(seen.filter((line) => /^\/guests\/[^/]*\/[^/]*$/.test(line)).toSorted()).toEqual(
      ['artifacts', 'cache', 'home', 'workspace'].map((it) => `${own}/${it}`),
    );
    expect(readFileSync(join(on.snapshotTree, 'file'), 'utf8')).toBe('published');
    expect(readFileSync(join(on.workDir, 'guests/other/channel/result.json'), 'utf8')).toBe(
      'of another',
    );
    expect(Number(readFileSync(join(place.dir, 'lease'), 'utf8'))).toBeGreaterThan(0);
    expect(readFileSync(join(place.dir, 'workspace/kept'), 'utf8')).toBe('kept\n');
    expect(readFileSync(join(place.dir, 'artifacts/artifact'), 'utf8')).toBe('kept\n');
    expect(existsSync(`/dev/shm/${tool}-leak`)).toBe(false);
  });

  it('leaves no process behind, whatever it calls itself, before its verdict is told', async () => {
    using folder = temporaryFolder();
    keepOnly(tool);
    const mark = `86400.${process.pid}${tool.length}1`;
    await using over = await ended(hostIn(folder.path), `${escapes(mark)} exit 3`);
    const { result } = over;
    expect(processesWith(mark)).toEqual([]);
    expect(result).toEqual({ kind: 'exited', exitCode: 3 });
  });

  it.each(['its supervisor alive', 'its supervisor killed', 'only its lease to end it'])(
    'is ended as a whole, with %s',
    async (how) => {
      using folder = temporaryFolder();
      keepOnly(tool);
      const on = hostIn(folder.path);
      const mark = `86400.${process.pid}${tool.length}2${how.length}`;
      const { place } = await launched(on, `${escapes(mark)} : >up; sleep ${mark}`);
      await appears(join(place.dir, 'workspace/up'));
      expect(processesWith(mark).length).toBeGreaterThan(5);
      if (how !== 'its supervisor alive') {
        process.kill(Number(readFileSync(join(place.dir, 'supervisor.pid'), 'utf8')), 'SIGKILL');
      }
      if (how === 'only its lease to end it') {
        writeFileSync(join(place.dir, 'lease'), '1\n');
        expect(await reapGuests(on.host, never)).toEqual([place.name]);
      }
      await place[Symbol.asyncDispose]();
      expect(processesWith(mark)).toEqual([]);
      expect(processesOf(place.name)).toEqual([]);
      expect(existsSync(place.dir)).toBe(false);
    },
  );

  it('has its time, and a moment to end itself', async () => {
    using folder = temporaryFolder();
    keepOnly(tool);
    const command = 'trap "echo heard it; exit 0" TERM; sleep 300 & wait';
    await using over = await ended(hostIn(folder.path), command, 1);
    const { result, log } = over;
    expect(result).toEqual({ kind: 'timed_out' });
    expect(log).toContain('heard it');
  });

  it('ends with the exit status of its command', async () => {
    using folder = temporaryFolder();
    keepOnly(tool);
    const on = hostIn(folder.path);
    for (const [command, exitCode] of [
      ['exit 125', 125],
      ['kill -KILL $$', 137],
    ] as const) {
      await using over = await ended(on, command);
      const { result } = over;
      expect(result).toEqual({ kind: 'exited', exitCode });
    }
  });

  it('is entered where it ran, not where it could not see', async () => {
    using folder = temporaryFolder();
    keepOnly(tool);
    await using over = await ended(hostIn(folder.path), 'echo left >left; exit 1');
    const { place } = over;
    const shell = spawn('bash', ['request/agent', 'enter'], {
      cwd: place.dir,
      env: { ...process.env, PIKACI_GUEST_NAME: place.name },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let said = '';
    shell.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    shell.stdin.end('cat left; ls -A ../../other ../channel; echo over\n');
    await once(shell, 'close');
    expect(said).toContain('left\nover\n');
  });
});

describe('where nothing can contain a lane', () => {
  it('it runs as it is, and that is told with the reason', async () => {
    using folder = temporaryFolder();
    keepOnly();
    await using over = await ended(hostIn(folder.path), 'exit 3');
    const { result, containment } = over;
    expect(result).toEqual({ kind: 'exited', exitCode: 3 });
    expect(containment).toEqual({
      contained: false,
      reason: 'bwrap is not installed; unshare is not installed',
    });
  });

  it('what keeps its mark or its group ends with it', async () => {
    using folder = temporaryFolder();
    keepOnly();
    const mark = `86400.${process.pid}03`;
    const command = `setsid sleep ${mark} & (trap "" TERM; setsid setsid sleep ${mark} &); sleep 0.2`;
    await using over = await ended(hostIn(folder.path), command);
    expect(over.result).toEqual({ kind: 'exited', exitCode: 0 });
    expect(processesWith(mark)).toEqual([]);
  });

  it.each(tools)('the reason is what %s says of it', async (tool) => {
    using folder = temporaryFolder();
    addProgram(folder.path, tool, 'echo "setting up uid map: Permission denied" >&2; exit 1');
    await using over = await ended(hostIn(folder.path), 'true');
    const { containment } = over;
    expect(containment).toMatchObject({
      reason: expect.stringContaining(`${tool} setting up uid map: Permission denied`) as string,
    });
  });
});

it.runIf(usable.includes('bwrap'))(
  'a lane that cannot be contained after all has no verdict',
  async () => {
    using folder = temporaryFolder();
    const bwrap = findProgram('bwrap');
    const once = join(folder.path, 'once');
    addProgram(folder.path, 'bwrap', `mkdir ${once} && exec ${bwrap} "$@"; exit 1`);
    await using over = await ended(hostIn(folder.path), 'echo ran');
    const { result, containment, log } = over;
    expect(containment).toEqual({ contained: true });
    expect(result).toEqual({ kind: 'absent' });
    expect(log).toContain('the lane could not be contained');
    expect(log).not.toContain('ran\n');
  },
);
