import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { capture } from '../../src/host/capture.ts';
import { localHost } from '../../src/host/local.ts';
import { workFolderFunctions } from '../../src/host/shell-functions.ts';
import { claimSlot } from '../../src/guest/slot.ts';
import { reapGuests } from '../../src/guest/reap-guests.ts';
import { removeGuest } from '../../src/guest/remove.ts';
import type { Failure } from '../../src/model/failure.ts';
import { pruneSnapshots } from '../../src/snapshot/prune.ts';
import { publishSnapshot } from '../../src/snapshot/publish.ts';
import { temporaryFolder } from '../support/folder.ts';
import { Project } from '../support/project.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { guestIn, inSeconds } from '../support/supervised.ts';
import { local } from '../support/samples.ts';

const never = new AbortController().signal;
const isRoot = process.getuid?.() === 0;
const hostIn = (workDir: string) => localHost({ ...local, workDir });
const mark = '.pikaci-work-folder';
const modeOf = (path: string): string => (lstatSync(path).mode & 0o7777).toString(8);

/** Everything that a host is asked to do in its work folder. */
const uses: Readonly<Record<string, (workDir: string) => Promise<unknown>>> = {
  claim: (workDir) => claimSlot(hostIn(workDir), 'pikaci-claimed', 'hash', never),
  publish: async (workDir) => {
    using project = new Project().file('a', '1');
    return await publishSnapshot(hostIn(workDir), await snapshotOf(project), 'p', never);
  },
  reap: (workDir) => reapGuests(hostIn(workDir), never),
  prune: (workDir) =>
    pruneSnapshots(hostIn(workDir), { snapshots: 0, days: 0, megabytes: 0 }, never),
  remove: (workDir) => removeGuest(hostIn(workDir), 'pikaci-lost'),
};

async function refusalOf(use: Promise<unknown>): Promise<string> {
  const failure = await use.then(
    () => undefined,
    (error: unknown) => (error as { failure?: Failure }).failure,
  );
  expect(failure?.cause).toBe('work_folder_refused');
  return failure?.cause === 'work_folder_refused' ? failure.detail : '';
}

/** Folders through which somebody else could put another folder in the place of ours. */
const unsafeParents: { what: string; spoil: (parent: string) => void }[] = [
  { what: 'a folder that others can write into', spoil: (parent) => chmodSync(parent, 0o777) },
  // What only root can bring about.
  ...(isRoot
    ? [
        {
          what: 'a folder of another user’s',
          spoil: (parent: string) => chownSync(parent, 1234, 1234),
        },
        {
          what: 'a folder that a group can write into',
          spoil: (parent: string) => {
            chownSync(parent, 0, 1234);
            chmodSync(parent, 0o770);
          },
        },
      ]
    : []),
];

/** A user's own files, named as ours are, and as old as they may be. */
function filesOfAUser(folder: string): string[] {
  guestIn(folder, 'pikaci-lost', '', inSeconds(-1));
  rmSync(join(folder, mark));
  mkdirSync(join(folder, 'tmp/old'), { recursive: true });
  mkdirSync(join(folder, 'snapshots/mine'), { recursive: true });
  writeFileSync(join(folder, 'snapshots/mine/complete'), '');
  execFileSync('touch', [
    '-d',
    '2001-01-01',
    join(folder, 'tmp/old'),
    join(folder, 'snapshots/mine/complete'),
  ]);
  return readdirSync(folder, { recursive: true }).map(String).toSorted();
}

describe.each(Object.entries(uses))('a host that is to %s', (_, use) => {
  it('leaves a folder of somebody else’s alone', async () => {
    using folder = temporaryFolder();
    const theirs = isRoot ? join(folder.path, 'theirs') : '/var';
    if (isRoot) {
      mkdirSync(theirs, { mode: 0o700 });
      writeFileSync(join(theirs, mark), '');
      chownSync(theirs, 1234, 1234);
    }
    expect(await refusalOf(use(theirs))).toContain('belongs to user number');
  });

  it('leaves a user’s folder alone that is not marked as ours', async () => {
    using folder = temporaryFolder();
    const files = filesOfAUser(folder.path);
    const refusal = await refusalOf(use(folder.path));
    expect(refusal).toContain(`touch '${folder.path}/${mark}'`);
    expect(readdirSync(folder.path, { recursive: true }).map(String).toSorted()).toEqual(files);
  });

  it('follows no link', async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, 'real'), { mode: 0o700 });
    writeFileSync(join(folder.path, 'real', mark), '');
    symlinkSync('real', join(folder.path, 'link'));
    for (const path of ['link', 'link/']) {
      expect(await refusalOf(use(join(folder.path, path)))).toContain('it is a link');
    }
    expect(readdirSync(join(folder.path, 'real'))).toEqual([mark]);
  });

  it('believes no mark in a folder that others can write into', async () => {
    using folder = temporaryFolder();
    filesOfAUser(folder.path);
    writeFileSync(join(folder.path, mark), '');
    chmodSync(folder.path, 0o777);
    expect(await refusalOf(use(folder.path))).toContain('others can write into it');
    expect(existsSync(join(folder.path, 'guests/pikaci-lost'))).toBe(true);
  });

  it.each(unsafeParents)('uses nothing below $what', async ({ spoil }) => {
    using folder = temporaryFolder();
    const parent = join(folder.path, 'parent');
    mkdirSync(parent);
    spoil(parent);
    mkdirSync(join(parent, 'work'), { mode: 0o700 });
    writeFileSync(join(parent, 'work', mark), '');
    expect(await refusalOf(use(join(parent, 'work')))).toContain(`${parent} above it`);
  });
});

describe('a work folder', () => {
  const claim = async (workDir: string): Promise<void> => {
    await using place = await claimSlot(hostIn(workDir), 'pikaci-claimed', 'hash', never);
    expect(existsSync(place.dir)).toBe(true);
  };

  it('is made for its user alone, with all that is in it', async () => {
    using folder = temporaryFolder();
    const workDir = join(folder.path, 'some/where/work');
    await using place = await claimSlot(hostIn(workDir), 'pikaci-claimed', 'hash', never);
    expect(modeOf(workDir)).toBe('700');
    expect(modeOf(place.dir)).toBe('700');
    expect(modeOf(join(place.dir, 'lease'))).toBe('600');
    expect(readFileSync(join(workDir, mark), 'utf8')).toContain('pikaci');
  });

  it('is not even begun where it would not be safe', async () => {
    using folder = temporaryFolder();
    chmodSync(folder.path, 0o777);
    await refusalOf(claim(join(folder.path, 'work')));
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('may be an empty folder of ours, which is closed to others first', async () => {
    using folder = temporaryFolder();
    chmodSync(folder.path, 0o777);
    await claim(folder.path);
    expect(modeOf(folder.path)).toBe('700');
  });

  it('is closed again where others could read it', async () => {
    using folder = temporaryFolder();
    await claim(folder.path);
    chmodSync(folder.path, 0o755);
    await claim(folder.path);
    expect(modeOf(folder.path)).toBe('700');
  });

  it('is made once by many who come at the same time', async () => {
    using folder = temporaryFolder();
    const workDir = join(folder.path, 'work');
    const claims = Array.from({ length: 8 }, (_, n) =>
      claimSlot(hostIn(workDir), `pikaci-${n}`, 'hash', never),
    );
    for (const place of await Promise.all(claims)) await place[Symbol.asyncDispose]();
  });

  it.each(['relative', '', '/a/../b', '/a/./b', '/a\nb', '~', '~other/work'])(
    'is never %j',
    async (workDir) => {
      await refusalOf(claim(workDir));
    },
  );

  it.each(['/', '/tmp'])('is not %s', async (workDir) => {
    await refusalOf(claim(workDir));
  });

  it.each([
    ['~/.cache/pikaci', {}, '/home/.cache/pikaci'],
    ['~/.cache/pikaci', { XDG_CACHE_HOME: '/caches' }, '/caches/pikaci'],
    ['~/.cache/pikaci', { XDG_CACHE_HOME: 'caches' }, '/home/.cache/pikaci'],
    ['~/a b/$(id)', { XDG_CACHE_HOME: '/caches' }, '/home/a b/$(id)'],
    ['/srv/~/x//', {}, '/srv/~/x'],
  ])('%s is meant on the host with %j', (workDir, variables, expected) => {
    const script = `${workFolderFunctions()}\nlocate_work_folder "$1"\nprintf %s "$work"`;
    const env = { PATH: process.env['PATH'], HOME: '/home', ...variables };
    expect(execFileSync('sh', ['-c', script, 'sh', workDir], { env, encoding: 'utf8' })).toBe(
      expected,
    );
  });

  it('of a user without a home is refused', async () => {
    const script = `unset HOME\n${workFolderFunctions()}\nenter_work_folder "$1"`;
    const use = capture(hostIn('~/x'), { script, args: ['~/x'], purpose: 'try' });
    expect(await refusalOf(use)).toContain('no HOME');
  });
});
