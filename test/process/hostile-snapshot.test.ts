import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { localHost } from '../../src/host/local.ts';
import { differenceText } from '../../src/snapshot/delta.ts';
import { hashListing, lineOf, listingFormat } from '../../src/snapshot/listing.ts';
import { publishCommand, publishSnapshot } from '../../src/snapshot/publish.ts';
import { listedTreeFunctions, listingFunctions } from '../../src/snapshot/scripts.ts';
import type { ListedEntry, Snapshot, SnapshotEntry } from '../../src/snapshot/snapshot.ts';
import { findProgram } from '../setup/debian.ts';
import { temporaryFolder } from '../support/folder.ts';
import { Project } from '../support/project.ts';
import { rawTar, type RawMember } from '../support/raw-tar.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { local } from '../support/samples.ts';

const never = new AbortController().signal;
const digest = '0123456789012345678901234567890123456789';

/** A host with a work folder, and beside it what nobody may touch. */
class Victim implements Disposable {
  readonly #folder = temporaryFolder();
  readonly #root = realpathSync(this.#folder.path);
  readonly work = join(this.#root, 'work');
  readonly outside = join(this.#root, 'outside');
  readonly host = localHost({ ...local, workDir: this.work });

  constructor() {
    mkdirSync(this.outside);
    writeFileSync(join(this.outside, 'x'), 'mine', { mode: 0o600 });
  }

  publish(snapshot: Snapshot): ReturnType<typeof publishSnapshot> {
    return publishSnapshot(this.host, snapshot, 'p', never);
  }

  /** Speaks to the script as a client that sends what it likes. */
  async upload(entries: readonly SnapshotEntry[], tar: Buffer): Promise<string> {
    const added = entries.map((entry) => ({ ...entry, line: lineOf(entry) }));
    const gone = existsSync(join(this.work, 'snapshots')) ? [1] : [];
    const pack = (bytes: Buffer): Buffer => execFileSync('zstd', ['-qc'], { input: bytes });
    const difference = pack(Buffer.from(differenceText({ added, gone })));
    const stdin = Readable.from([`${difference.length}\n`, difference, pack(tar)]);
    let said = '';
    const exit = await this.host.exec(publishCommand(this.work, hashListing(added), 'p', 'n'), {
      stdin,
      onStderr: (chunk) => void (said += chunk.toString()),
    });
    expect(exit).not.toEqual({ kind: 'code', code: 0 });
    return said;
  }

  expectUntouched(snapshots: number): void {
    expect(readdirSync(join(this.work, '..')).sort()).toEqual(['outside', 'work']);
    expect(readdirSync(this.outside)).toEqual(['x']);
    expect(readFileSync(join(this.outside, 'x'), 'utf8')).toBe('mine');
    const { mode, nlink } = lstatSync(join(this.outside, 'x'));
    expect({ mode: mode & 0o7777, nlink }).toEqual({ mode: 0o600, nlink: 1 });
    expect(readdirSync(join(this.work, 'snapshots'))).toHaveLength(snapshots);
    expect(readdirSync(join(this.work, 'tmp'))).toEqual([]);
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}

const file = (path: string, executable = false): SnapshotEntry => ({
  kind: 'file',
  path,
  executable,
  size: 1,
  digest,
});

afterEach(() => void vi.unstubAllEnvs());

describe('a listing that no tree can have', () => {
  const link: SnapshotEntry = { kind: 'link', path: 'd', target: '../../..', size: 8, digest };
  it.each<[string, SnapshotEntry[], RegExp]>([
    ['a file behind a link', [link, file('d/x')], /another one/],
    ['a file behind a link, further down', [link, file('d/e/f/x')], /another one/],
    ['a file behind a file', [file('d'), file('d/x')], /another one/],
    ['two of a name', [file('d'), { ...file('d'), size: 2 }], /another one has, too/],
    ['a path upwards', [file('../x')], /leads out/],
    ['a path down and upwards', [file('a/../../x')], /leads out/],
    ['an absolute path', [file('/x')], /leads out/],
    ['an empty path', [file('')], /leads out/],
    ['an empty part', [file('a//x')], /leads out/],
    ['its own folder', [file('a/./x')], /leads out/],
    ['a path that ends with a slash', [file('a/')], /leads out/],
  ])('is refused before anything is unpacked: %s', async (_, entries, why) => {
    using victim = new Victim();
    const listed: ListedEntry[] = entries.map((entry) => ({ ...entry, line: lineOf(entry) }));
    const snapshot: Snapshot = {
      root: victim.outside,
      format: 'sha1',
      hash: hashListing(listed),
      entries: listed,
      bytes: 1,
    };
    // What is read to be sent does not exist: whoever is refused first decides.
    const tar = rawTar(entries.map(({ path }) => ({ name: path, content: '1' })));
    expect(await victim.upload(entries, tar)).toMatch(why);
    victim.expectUntouched(0);
    await expect(victim.publish(snapshot)).rejects.toThrow();
    victim.expectUntouched(0);
  });

  it('is refused where it is not the one that was announced', async () => {
    using victim = new Victim();
    using project = new Project().file('a', '1');
    const snapshot = await snapshotOf(project);
    await expect(victim.publish({ ...snapshot, hash: '0'.repeat(64) })).rejects.toMatchObject({
      failure: {
        cause: 'host_command_failed',
        detail: expect.stringContaining('not that of the snapshot') as string,
      },
    });
    victim.expectUntouched(0);
  });
});

const tars = ['tar', 'bsdtar', 'busybox'].filter((it) => findProgram(it) !== undefined);

describe.each(tars)('an archive unpacked by %s', (program) => {
  // BusyBox comes with all the other tools, too.
  const tools =
    program === 'busybox'
      ? 'tar awk cat cp cut dd find head ls mkdir mktemp mv rm rmdir sha256sum sort stat touch tr wc xargs'
      : 'tar';
  beforeEach(() => {
    const folder = temporaryFolder();
    const path = findProgram(program);
    for (const tool of tools.split(' ')) {
      const call = program === 'busybox' ? `${path} ${tool}` : path;
      writeFileSync(join(folder.path, tool), `#!/bin/sh\nexec ${call} "$@"\n`, { mode: 0o755 });
    }
    vi.stubEnv('PATH', `${folder.path}:${process.env['PATH']}`);
    return () => folder[Symbol.dispose]();
  });

  const a: RawMember = { name: 'a', content: '1' };
  const hostile = (outside: string): [string, SnapshotEntry[], RawMember[]][] => [
    [
      'a file behind a link',
      [file('a')],
      [{ name: 'd', type: '2', target: outside }, { ...a, name: 'd/x' }, a],
    ],
    [
      'a file behind a link upwards',
      [file('a')],
      [{ name: 'd', type: '2', target: '../../../../outside' }, { ...a, name: 'd/y' }, a],
    ],
    [
      'a file behind two links',
      [file('a')],
      [
        { name: 'b', type: '2', target: '..' },
        { name: 'd', type: '2', target: 'b/../../../outside' },
        { ...a, name: 'd/y' },
        a,
      ],
    ],
    [
      'a listed file behind a link',
      [file('d/x')],
      [
        { name: 'd', type: '2', target: outside },
        { ...a, name: 'd/x' },
      ],
    ],
    ['a path upwards', [file('a')], [a, { ...a, name: '../../../../outside/y' }]],
    ['an absolute path', [file('a')], [a, { ...a, name: join(outside, 'y') }]],
    ['a hard link to outside', [file('a')], [{ name: 'a', type: '1', target: join(outside, 'x') }]],
    [
      'a hard link upwards',
      [file('a')],
      [{ name: 'a', type: '1', target: '../../../../outside/x' }],
    ],
    ['a hard link within', [file('a'), file('b')], [a, { name: 'b', type: '1', target: 'a' }]],
    [
      'a file through a hard link',
      [file('a')],
      [{ name: 'a', type: '1', target: join(outside, 'x') }, a, { name: 'b' }],
    ],
    ['a link for a file', [file('a')], [{ name: 'a', type: '2', target: join(outside, 'x') }]],
    [
      'a file through a link',
      [file('a')],
      [{ name: 'a', type: '2', target: join(outside, 'x') }, a, { name: 'b' }],
    ],
    ['a fifo', [file('a')], [{ name: 'a', type: '6' }]],
    ['a device', [file('a')], [{ name: 'a', type: '3', mode: 0o666 }]],
    ['a setuid program', [file('a')], [{ ...a, mode: 0o4755 }]],
    ['a name with a line end', [file('a')], [a, { ...a, name: 'b\n./a' }]],
    ['a folder of nobody', [file('a')], [a, { name: 'closed/', type: '5', mode: 0 }]],
    ['the folder itself', [file('a')], [{ name: './/', type: '2', target: outside }, a]],
    ['too little', [file('a'), file('b')], [a]],
    ['a file of another size', [file('a')], [{ ...a, content: '12' }]],
  ];

  it('never leaves its folder, and is refused', async () => {
    using victim = new Victim();
    using project = new Project().file('base', '1');
    await victim.publish(await snapshotOf(project));
    const accepted: string[] = [];
    for (const [what, entries, members] of hostile(victim.outside)) {
      const said = await victim
        .upload(entries, rawTar(members))
        .catch(() => void accepted.push(what));
      expect(said, what).not.toBe('');
      victim.expectUntouched(1);
    }
    expect(accepted).toEqual([]);
  });

  it('has no bits of modes but those of files', async () => {
    using victim = new Victim();
    const folder = join(victim.work, 'snapshots');
    const entries = [file('a', true)];
    await victim.upload(entries, rawTar([{ ...a, mode: 0o6755 }])).catch(() => undefined);
    const found = execFileSync('find', [folder, '-perm', '/7000'], { encoding: 'utf8' });
    expect(found).toBe('');
  });

  it('is that of honest snapshots, one after the other', async () => {
    using victim = new Victim();
    using project = new Project()
      .file('._a', '1')
      .file('d e/ä\n', 'x', 0o755)
      .file('n'.repeat(150), 'y')
      .link('l', '/ä');
    await victim.publish(await snapshotOf(project));
    project.remove('l').file('l/x', '1').remove('d e').link('d e', 'l');
    const { tree, sentFiles } = await victim.publish(await snapshotOf(project));
    expect(sentFiles).toBe(2);
    expect(readdirSync(tree).sort()).toEqual(['._a', 'd e', 'l', 'n'.repeat(150)]);
    expect(readFileSync(join(tree, 'd e/x'), 'utf8')).toBe('1');
  });
});

describe('a snapshot on a host', () => {
  it('writes nothing through a link that an older one had', async () => {
    using victim = new Victim();
    using project = new Project().link('d', victim.outside).file('a', '1');
    await victim.publish(await snapshotOf(project));
    project.remove('d').file('d/x', 'theirs');
    const { tree } = await victim.publish(await snapshotOf(project));
    expect(readFileSync(join(tree, 'd/x'), 'utf8')).toBe('theirs');
    victim.expectUntouched(2);
  });

  /** What somebody makes of a published snapshot who knows all of our formats. */
  const forge = (victim: Victim, tree: string, change: () => void): void => {
    change();
    const script = `${listingFunctions()}${listedTreeFunctions()}looks ../listing . | sha256 >../complete`;
    execFileSync('sh', ['-c', script], { cwd: tree });
    expect(existsSync(join(victim.outside, 'x'))).toBe(true);
  };

  it.each([
    [
      'a folder that has become a link to one of the same names',
      (tree: string, outside: string) => {
        rmSync(join(tree, 'd'), { recursive: true });
        symlinkSync(outside, join(tree, 'd'));
      },
    ],
    [
      'a link where a file will come',
      (tree: string, outside: string) => symlinkSync(join(outside, 'x'), join(tree, 'new')),
    ],
    [
      'a link where a folder will come',
      (tree: string, outside: string) => symlinkSync(outside, join(tree, 'e')),
    ],
  ])('does not build on a copy with %s, says so, and does without it then', async (_, change) => {
    using victim = new Victim();
    using project = new Project().file('a', '1').file('d/x', 'mine', 0o644);
    const { tree } = await victim.publish(await snapshotOf(project));
    forge(victim, tree, () => change(tree, victim.outside));
    project.remove('d').file('d/y', '1').file('e/x', 'theirs').file('new', 'theirs');
    const snapshot = await snapshotOf(project);
    await expect(victim.publish(snapshot)).rejects.toMatchObject({
      failure: {
        cause: 'host_command_failed',
        detail: expect.stringContaining('is not what it should be') as string,
      },
    });
    victim.expectUntouched(1);
    expect((await victim.publish(snapshot)).sentFiles).toBe(4);
    victim.expectUntouched(2);
  });

  it('does not believe a listing that is not the one it is named for', async () => {
    using victim = new Victim();
    using project = new Project().link('d', victim.outside).file('a', '1');
    const { tree } = await victim.publish(await snapshotOf(project));
    project.remove('d').file('d/x', 'theirs').file('dummy', '1');
    const snapshot = await snapshotOf(project);
    const dummy = snapshot.entries.find(({ path }) => path === 'dummy')?.line ?? '';
    const listing = join(tree, '../listing');
    const forged = readFileSync(listing, 'utf8').replace(
      /^[0-9a-f]{32}(?= 120000)/m,
      dummy.slice(0, 32),
    );
    forge(victim, tree, () => writeFileSync(listing, forged));
    // And once more under its own name, so that all that can be checked beforehand is right.
    const published = await victim.publish(snapshot);
    expect(published.sentFiles).toBe(3);
    victim.expectUntouched(2);
    rmSync(join(published.tree, '..'), { recursive: true });
    const script = `${listingFunctions()}hash_listing listing ${listingFormat}`;
    const hash = execFileSync('sh', ['-c', script], {
      cwd: join(tree, '..'),
      encoding: 'utf8',
    }).trim();
    renameSync(join(tree, '..'), join(victim.work, 'snapshots', hash));
    await expect(victim.publish(snapshot)).rejects.toMatchObject({
      failure: {
        cause: 'host_command_failed',
        detail: expect.stringContaining('is not what it should be') as string,
      },
    });
    victim.expectUntouched(1);
    expect((await victim.publish(snapshot)).sentFiles).toBe(3);
  });
});
