import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeTreeFunctions } from '../../src/host/shell-functions.ts';
import { reapScript, removalScript, supervisorScript } from '../../src/guest/scripts.ts';
import { pruneCommand } from '../../src/snapshot/prune.ts';
import { temporaryFolder } from '../support/folder.ts';
import { guestIn, inSeconds, markWorkFolder } from '../support/supervised.ts';

// What is mounted below a folder of ours is somebody's: each of these removes the folder, in a mount
// namespace of its own, and looks whether anything of theirs went with it.

const unshare = [
  ['--mount', '--propagation', 'private'],
  ['--user', '--map-root-user', '--mount', '--propagation', 'private'],
].find((flags) => spawnSync('unshare', [...flags, 'true']).status === 0);

interface Told {
  status: number | null;
  stdout: string;
  stderr: string;
}

function inNamespace(script: string, args: readonly string[], path = process.env['PATH']): Told {
  return spawnSync('unshare', [...(unshare ?? []), 'sh', '-c', script, 'sh', ...args], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
}

/** Another program that unmounts is in the way of the real one, and does nothing. */
function withoutUnmounting(folder: string): string {
  for (const program of ['umount', 'fusermount', 'fusermount3']) {
    writeFileSync(join(folder, program), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  }
  return `${folder}:${process.env['PATH'] ?? ''}`;
}

const name = 'pikaci-mounts';

/** Places in a guest's folder, and what shows there; made by shell in `$1`, the folder. */
const mounts: Readonly<Record<string, string>> = {
  'a bind mount': 'mount --bind theirs "$guest/a"',
  'a bind mount over the folder itself': 'mount --bind theirs "$guest"',
  'mounts in mounts': `mount --bind theirs "$guest/a"
    mount --bind others "$guest/a/below"
    mount -t tmpfs tmpfs "$guest/a/below/more" && : >"$guest/a/below/more/file"`,
  'two mounts in one place': 'mount --bind theirs "$guest/a"; mount --bind others "$guest/a"',
  'names that mountinfo writes in another way': `odd="$(printf 'sp ace\\ttab\\nline#\\\\040\\\\ö*')"
    mkdir "$guest/$odd" && touch -d 2001-01-01 "$guest" && mount --bind theirs "$guest/$odd"`,
  'a mounted file': ': >"$guest/file"; mount --bind theirs/kept "$guest/file"',
  'a mount that is in use':
    'mount --bind theirs "$guest/a"; (cd "$guest/a" && exec sleep 300) </dev/null >/dev/null 2>&1 & trap "kill $!" EXIT',
  'a file system of FUSE whose program is dead':
    'mount -t fuse -o fd=3,rootmode=40000,user_id=0,group_id=0 none "$guest/a" 3<>/dev/fuse',
};

/** Ways to remove; each is told the work folder as `$1`. */
const ways: Readonly<Record<string, { script: string; gone: string }>> = {
  'the removal of a guest': {
    script: `set -- "$1" ${name}\n${removalScript()}`,
    gone: `guests/${name}`,
  },
  'the reaper': { script: reapScript(), gone: `guests/${name}` },
  'a supervisor whose lease is over': {
    script: `cd "$1/guests/${name}" && sh supervisor.sh "$PWD" ${name} host_local`,
    gone: `guests/${name}`,
  },
  'the prune of snapshots': {
    script: `set -- "$1" 0 0 0\n${pruneCommand('', { snapshots: 0, days: 0, megabytes: 0 }).script}`,
    gone: 'snapshots/old',
  },
  'the prune of what uploads left': {
    script: `set -- "$1" 0 0 0\n${pruneCommand('', { snapshots: 0, days: 0, megabytes: 0 }).script}`,
    gone: 'tmp/old',
  },
};

function folderToRemove(folder: string, gone: string): void {
  for (const theirs of ['theirs/below', 'others/more']) {
    mkdirSync(join(folder, theirs), { recursive: true });
  }
  for (const file of ['theirs/kept', 'others/kept']) writeFileSync(join(folder, file), 'theirs');
  markWorkFolder(folder);
  for (const ours of ['snapshots', 'tmp']) mkdirSync(join(folder, ours));
  const dir = join(folder, gone);
  mkdirSync(join(dir, 'a'), { recursive: true });
  writeFileSync(join(dir, 'ours'), '');
  if (gone.startsWith('guests')) {
    guestIn(folder, name, ':', inSeconds(-1));
    writeFileSync(join(dir, 'supervisor.sh'), supervisorScript());
  }
  writeFileSync(join(dir, 'complete'), '');
  const then = new Date('2001-01-01');
  for (const path of [join(dir, 'complete'), dir]) utimesSync(path, then, then);
}

function expectTheirs(folder: string): void {
  expect(readdirSync(join(folder, 'theirs')).toSorted()).toEqual(['below', 'kept']);
  expect(readdirSync(join(folder, 'others')).toSorted()).toEqual(['kept', 'more']);
}

const prepared = (way: string, mount: string): string =>
  `cd "$1" && guest=$PWD/${ways[way]?.gone ?? ''}\n${mount}\n`;
const rest = '\nstatus=$?; grep -cF "$guest" /proc/self/mountinfo; exit "$status"';
/** A script that ends by itself leaves the rest to be done. */
const run = (way: string): string => `(${ways[way]?.script ?? ''}\n)`;

describe.skipIf(unshare === undefined)('mounts below a folder that is removed', () => {
  const cases = Object.keys(ways).flatMap((way) =>
    Object.entries(mounts)
      .filter((_, index) => way === 'the removal of a guest' || index % 2 === 0)
      .map(([what, mount]) => [way, what, mount] as const),
  );

  it.each(cases)('%s unmounts %s, and takes nothing of it', (way, _, mount) => {
    using folder = temporaryFolder();
    const gone = ways[way]?.gone ?? '';
    folderToRemove(folder.path, gone);
    const told = inNamespace(prepared(way, mount) + run(way) + rest, [folder.path]);
    expect(told.stderr).toBe('');
    expect(told.stdout).toMatch(/^0$/m);
    expectTheirs(folder.path);
    expect(existsSync(join(folder.path, gone))).toBe(false);
    expect(readdirSync(join(folder.path, 'tmp'))).toEqual([]);
  });

  it.each(Object.keys(ways))('%s leaves all where one stays, and says so', (way) => {
    using folder = temporaryFolder();
    using programs = temporaryFolder();
    const gone = ways[way]?.gone ?? '';
    folderToRemove(folder.path, gone);
    const { 'a bind mount': mount = '' } = mounts;
    const path = withoutUnmounting(programs.path);
    const told = inNamespace(prepared(way, mount) + run(way) + rest, [folder.path], path);
    expect(told.stderr).toMatch(/^nothing of \S+ is removed: .* at \/\S+\/a$/m);
    expect(told.status).toBe(1);
    expectTheirs(folder.path);
    expect(readdirSync(join(folder.path, gone))).toEqual(expect.arrayContaining(['a', 'ours']));
  });

  it('the same is true by what `mount` prints, where there is no mountinfo', () => {
    using folder = temporaryFolder();
    folderToRemove(folder.path, 'guests/x');
    const script = `cd "$1"; mkdir "guests/x/on a"; mount --bind theirs "guests/x/on a"
      mkdir guests/xy; mount --bind others guests/xy
      ${removeTreeFunctions().replaceAll('/proc/', '/nowhere/')}
      mounts_below "$1/guests/x"; remove_tree guests/x && ls guests/xy`;
    const told = inNamespace(script, [folder.path]);
    expect(told.stderr).toBe('');
    expect(told.stdout).toBe(`${folder.path}/guests/x/on a\nkept\nmore\n`);
    expectTheirs(folder.path);
  });

  it('nothing crosses into another file system that came too late to be seen', () => {
    using folder = temporaryFolder();
    const script = `cd "$1"; mkdir -p x/a theirs; mount -t tmpfs tmpfs x/a; : >x/a/kept; : >x/ours
      ${removeTreeFunctions()}
      mounts_below() { :; }
      remove_tree "$1/x"; echo "$?"; ls x/a`;
    const told = inNamespace(script, [folder.path]);
    expect(told.stdout).toBe('1\nkept\n');
    expect(told.stderr).toContain(`${folder.path}/x cannot be removed whole`);
  });
});

it('what has no name of its own is never taken for all that is mounted', () => {
  const script = `${removeTreeFunctions()}\nmounts_below() { echo "$1" >&2; }\nrelease_mounts "$1"`;
  for (const path of ['', '/', '//', '/tmp/', '/nowhere/at/all']) {
    const { stderr, status } = spawnSync('sh', ['-c', script, 'sh', path], { encoding: 'utf8' });
    expect(status, path).toBe(1);
    expect(stderr.split('\n').filter((line) => line.startsWith('/'))).toEqual([]);
  }
});

it('folders go whole without GNU’s rm, too', () => {
  using folder = temporaryFolder();
  using programs = temporaryFolder();
  writeFileSync(
    join(programs.path, 'rm'),
    '#!/bin/sh\n[ "$2" != --one-file-system ] || exit 1\nexec /bin/rm "$@"\n',
    { mode: 0o755 },
  );
  const script = `mkdir -p "$1/x/a/b" && : >"$1/x/a/- f" && ln -s ../.. "$1/x/l" && chmod 0 "$1/x/a"
    ${removeTreeFunctions()}\nremove_tree "$1/x"`;
  execFileSync('sh', ['-c', script, 'sh', folder.path], {
    env: { ...process.env, PATH: `${programs.path}:${process.env['PATH'] ?? ''}` },
  });
  expect(readdirSync(folder.path)).toEqual([]);
});
