import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { localHost } from '../../src/host/local.ts';
import { openRepository } from '../../src/repository/git.ts';
import { workTreeFiles } from '../../src/repository/files.ts';
import { claimSlot } from '../../src/guest/slot.ts';
import { reapGuests } from '../../src/guest/reap-guests.ts';
import { blockBytes } from '../../src/snapshot/blocks.ts';
import { hashListing, lineOf } from '../../src/snapshot/listing.ts';
import { pruneSnapshots } from '../../src/snapshot/prune.ts';
import { differenceText } from '../../src/snapshot/delta.ts';
import { publishSnapshot } from '../../src/snapshot/publish.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { local } from '../support/samples.ts';
import { temporaryFolder } from '../support/folder.ts';
import { Project } from '../support/project.ts';
import { snapshotOf } from '../support/snapshot.ts';

const never = new AbortController().signal;
const hostIn = (workDir: string) => localHost({ ...local, workDir });

/** A tree as comparable text: path, type, mode and content or target. */
function describeTree(root: string, below = ''): string[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const file = join(root, path);
      if (entry.isDirectory()) return describeTree(root, path);
      if (entry.isSymbolicLink()) return [`${path} -> ${readlinkSync(file)}`];
      const mode = (lstatSync(file).mode & 0o111) === 0 ? 'plain' : 'executable';
      return [`${path} ${mode} ${readFileSync(file).toString('base64')}`];
    })
    .sort();
}

/** Puts a script before the program of its name, for the rest of the test. */
function shadow(folder: string, program: string, lines: readonly string[]): void {
  writeFileSync(join(folder, program), ['#!/bin/sh', ...lines].join('\n'), { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
}

afterEach(() => void vi.unstubAllEnvs());

describe('a snapshot', () => {
  it('has what git tracks and what it does not ignore, build folders included', async () => {
    using project = new Project()
      .file('.gitignore', 'ignored\n*.log\n')
      .file('build/tracked', '1')
      .file('ignored', '1')
      .file('a.log', '1')
      .file('äöü\n', '1', 0o755)
      .link('link', 'nowhere');
    project.commit();
    project.file('untracked', '1').remove('.gitignore').file('.gitignore', 'ignored\n*.log\n');
    const { entries, bytes } = await snapshotOf(project);
    expect(entries.map(({ path }) => path)).toEqual([
      '.gitignore',
      'build/tracked',
      'link',
      'untracked',
      'äöü\n',
    ]);
    expect(entries.at(-1)).toMatchObject({ kind: 'file', executable: true, size: 1 });
    expect(bytes).toBe(3 + Buffer.byteLength('ignored\n*.log\n'));
  });

  it('leaves out what is excluded and what is gone', async () => {
    using project = new Project().file('a', '1').file('ios/b', '1').file('c', '1');
    project.commit();
    project.remove('c');
    const { entries } = await snapshotOf(project, (path) => path.startsWith('ios/'));
    expect(entries.map(({ path }) => path)).toEqual(['a']);
  });

  it('has nothing that lies behind a link', async () => {
    using outside = temporaryFolder();
    writeFileSync(join(outside.path, 'secret'), 'not theirs');
    mkdirSync(join(outside.path, 'deep'));
    writeFileSync(join(outside.path, 'deep/secret'), 'not theirs');
    using project = new Project().file('d/secret', '1').file('d/deep/secret', '1').file('a', '1');
    project.commit();
    project.remove('d').link('d', outside.path);
    expect((await snapshotOf(project)).entries.map(({ path }) => path)).toEqual(['a', 'd']);
    // The same content as git has does not make it the workspace's.
    writeFileSync(join(outside.path, 'secret'), '1');
    expect((await snapshotOf(project)).entries.map(({ path }) => path)).toEqual(['a', 'd']);
  });

  it.each([
    ['a tracked name', true],
    ['an untracked name', false],
  ])('is refused for %s that is no text, which it shows', async (_, tracked) => {
    using project = new Project().file('a', '1');
    mkdirSync(join(project.root, 'd'));
    writeFileSync(
      Buffer.concat([Buffer.from(join(project.root, 'd/n')), Buffer.from([0xe4, 0x0a])]),
      '',
    );
    if (tracked) project.commit();
    await expect(snapshotOf(project)).rejects.toMatchObject({
      failure: {
        cause: 'snapshot_failed',
        detail: 'its name is not valid UTF-8: n\\xe4\\x0a',
      },
    });
  });

  it('is refused for a link whose target is no text, which it shows', async () => {
    using project = new Project().file('a', '1');
    symlinkSync(Buffer.from([0x74, 0xe4]), join(project.root, 'l'));
    await expect(snapshotOf(project)).rejects.toMatchObject({
      failure: {
        cause: 'snapshot_failed',
        path: 'l',
        detail: 'its target is not valid UTF-8: t\\xe4',
      },
    });
  });

  it('may have a replacement character in a name', async () => {
    using project = new Project().file('\ufffd/\ufffd', '1');
    project.commit();
    expect((await snapshotOf(project)).entries.map(({ path }) => path)).toEqual(['\ufffd/\ufffd']);
  });

  it('has another hash after any single change', async () => {
    using project = new Project().file('a', 'content').file('b', '').link('link', 'a');
    const hash = async (change: () => unknown): Promise<string> => {
      change();
      return (await snapshotOf(project)).hash;
    };
    const hashes = [
      await hash(() => undefined),
      await hash(() => project.file('a', 'Content')),
      await hash(() => project.file('a', 'content', 0o755)),
      await hash(() => project.remove('a').file('a2', 'content', 0o755)),
      await hash(() => project.remove('link').link('link', 'b')),
      await hash(() => project.remove('link').file('link', 'b')),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('the files of a work tree', () => {
  it('cannot be told from an index that git cannot read, in its words', async () => {
    using project = new Project().file('a', '1');
    project.commit();
    project.file('.git/index', 'damaged'.repeat(10));
    await expect(snapshotOf(project)).rejects.toMatchObject({
      failure: {
        cause: 'git_failed',
        command: 'git ls-files',
        detail: expect.stringContaining('index file corrupt') as string,
      },
    });
  });

  it('are not waited for once nobody wants them', async () => {
    using project = new Project().file('a', '1');
    const repository = await openRepository(project.root);
    const reason = new Error('no longer wanted');
    await expect(workTreeFiles(repository, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('what git vouches for', () => {
  const digests = async (project: Project): Promise<Record<string, string>> => {
    const { entries } = await snapshotOf(project);
    return Object.fromEntries(entries.map(({ path, digest }) => [path, digest]));
  };
  const idOf = (project: Project, path: string): string =>
    project.git('hash-object', '--no-filters', '--', path).trim();
  const knownIdOf = async (project: Project, path: string): Promise<string | undefined> => {
    const files = await workTreeFiles(await openRepository(project.root));
    return files.find((file) => file.path === path)?.known?.id;
  };

  it('is named by the id it has there, and so is what it does not know', async () => {
    using project = new Project().file('clean', 'a').file('changed', 'b');
    project.commit();
    project.file('changed', 'c').file('new', 'd');
    expect(await knownIdOf(project, 'clean')).toBe(idOf(project, 'clean'));
    expect(await knownIdOf(project, 'changed')).toBeUndefined();
    expect(await digests(project)).toEqual({
      clean: idOf(project, 'clean'),
      changed: idOf(project, 'changed'),
      new: idOf(project, 'new'),
    });
  });

  it('is not what a filter or an encoding made of it', async () => {
    using project = new Project()
      .file('.gitattributes', 'shout filter=case\nwide working-tree-encoding=UTF-16LE\n')
      .file('shout', 'loud');
    project.git('config', 'filter.case.clean', 'tr a-z A-Z');
    project.git('config', 'filter.case.smudge', 'tr A-Z a-z');
    project.commit();
    expect(project.git('show', 'HEAD:shout')).toBe('LOUD');
    expect(await knownIdOf(project, 'shout')).toBeUndefined();
    expect((await digests(project))['shout']).toBe(idOf(project, 'shout'));
  });

  it('is not what the work tree has other line ends than', async () => {
    using project = new Project()
      .file('.gitattributes', '* text=auto\n')
      .file('lines', 'one\r\ntwo\r\n');
    project.commit();
    expect(project.git('show', 'HEAD:lines')).toBe('one\ntwo\n');
    expect((await digests(project))['lines']).toBe(idOf(project, 'lines'));
  });

  it('is not what it was told to take on trust', async () => {
    using project = new Project().file('a', 'before').file('b', 'before');
    project.commit();
    project.git('update-index', '--assume-unchanged', 'a');
    project.git('update-index', '--skip-worktree', 'b');
    project.file('a', 'behind').file('b', 'behind');
    expect(await digests(project)).toEqual({ a: idOf(project, 'a'), b: idOf(project, 'b') });
  });

  it('is not what was only promised to it', async () => {
    using project = new Project().file('empty', '').file('full', '1');
    project.git('add', '--intent-to-add', '.');
    expect(await knownIdOf(project, 'empty')).toBeUndefined();
    expect(await digests(project)).toEqual({
      empty: idOf(project, 'empty'),
      full: idOf(project, 'full'),
    });
  });

  it('has the mode that git knows', async () => {
    using project = new Project().file('plain', '1').file('run', '1', 0o755);
    project.commit();
    const modes = async (): Promise<boolean[]> => {
      const { entries } = await snapshotOf(project);
      return entries.map((entry) => entry.kind === 'file' && entry.executable);
    };
    expect(await modes()).toEqual([false, true]);
    chmodSync(join(project.root, 'run'), 0o644);
    expect(await modes()).toEqual([false, false]);
    // As on a disk where every file is executable.
    project.git('config', 'core.fileMode', 'false');
    expect(await modes()).toEqual([false, true]);
  });

  it('has links where the disk holds files in their place', async () => {
    using project = new Project().file('a', '1').link('to', 'a');
    project.commit();
    project.git('config', 'core.symlinks', 'false');
    // As git checks it out on such a disk.
    project.remove('to').file('to', 'a');
    const { entries } = await snapshotOf(project);
    expect(entries).toMatchObject([
      { kind: 'file', path: 'a' },
      { kind: 'link', path: 'to', target: 'a' },
    ]);
    expect(project.git('status', '--porcelain')).toBe('');
  });

  it('holds the files of a repository within it, and nothing of its .git', async () => {
    using project = new Project().file('.gitignore', 'ignored\n').file('a', '1');
    project.git('init', '--quiet', 'deep/inner');
    project.file('deep/inner/b', '1').git('-C', 'deep/inner', 'add', 'b');
    const who = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.invalid'];
    project.git('-C', 'deep/inner', ...who, 'commit', '--quiet', '--message', 'b');
    project
      .file('deep/inner/c', '1')
      .file('deep/inner/.gitignore', 'out\n')
      .file('deep/inner/out', '1');
    const { entries } = await snapshotOf(project);
    expect(entries.map(({ path }) => path)).toEqual([
      '.gitignore',
      'a',
      'deep/inner/.gitignore',
      'deep/inner/b',
      'deep/inner/c',
    ]);
  });

  it('holds nothing of a repository within it whose files lie elsewhere', async () => {
    using project = new Project().file('a', '1');
    using elsewhere = new Project().file('secret', '1');
    project.git('init', '--quiet', 'inner');
    project.file('inner/b', '1').git('-C', 'inner', 'add', 'b');
    const who = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.invalid'];
    project.git('-C', 'inner', ...who, 'commit', '--quiet', '--message', 'b');
    project.git('-C', 'inner', 'config', 'core.worktree', elsewhere.root);
    const { entries } = await snapshotOf(project);
    expect(entries.map(({ path }) => path)).toEqual(['a']);
  });

  it.each([
    ['says less of a file', '/^  size:/d', undefined],
    ['says it in other words', 's/^  .*/  nothing/', undefined],
    ['lists no file as it did', 's/^H /H:/', /not understood from here on: "H:100644/],
  ])('is read and hashed by us, or refused, where git %s', async (_, change, refused) => {
    using project = new Project().file('a', '1');
    project.commit();
    using folder = temporaryFolder();
    const git = execFileSync('sh', ['-c', 'command -v git']).toString().trim();
    shadow(folder.path, 'git', [
      `case "$*" in *--debug*) ${git} "$@" | sed '${change}' ;;`,
      `*) exec ${git} "$@" ;; esac`,
    ]);
    if (refused === undefined) {
      expect(await knownIdOf(project, 'a')).toBeUndefined();
      expect(await digests(project)).toEqual({ a: idOf(project, 'a') });
    } else {
      await expect(snapshotOf(project)).rejects.toMatchObject({
        failure: { cause: 'git_failed', detail: expect.stringMatching(refused) as string },
      });
    }
  });

  it('includes the files of submodules that are checked out', async () => {
    using inner = new Project().file('deep/file', 'inside');
    inner.commit();
    using project = new Project().file('a', '1');
    project.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.root, 'sub');
    project.commit();
    expect(Object.keys(await digests(project))).toEqual(['.gitmodules', 'a', 'sub/deep/file']);
  });
});

describe('the difference between two snapshots', () => {
  it.each([
    [[], '\n'],
    [[3], '3 3\n\n'],
    [[1, 2, 3, 7, 9, 10], '1 3\n7 7\n9 10\n\n'],
  ])('tells of lines %j that go in ranges', (gone, text) => {
    expect(differenceText({ added: [], gone })).toBe(text);
  });

  it('is all that travels, and makes the same tree as a whole one', async () => {
    const path = fc.constantFrom('a', 'b', 'c/a', 'c/b', 'c/d/e', '-f', 'g\\n', 'h\ni', 'j k/ä');
    const file = fc.record({
      content: fc.constantFrom('', 'one', 'two', 'x'.repeat(3000)),
      executable: fc.boolean(),
      link: fc.boolean(),
    });
    const tree = fc.dictionary(path, file, { maxKeys: 9, noNullPrototype: true });
    const build = (
      files: Record<string, { content: string; executable: boolean; link: boolean }>,
    ) => {
      const project = new Project();
      for (const [name, { content, executable, link }] of Object.entries(files)) {
        // A name may be a folder in another tree, never in its own.
        if (link && !name.includes('/')) project.link(name, `to ${content.slice(0, 5)}`);
        else project.file(name, content, executable ? 0o755 : 0o644);
      }
      return project;
    };
    await fc.assert(
      fc.asyncProperty(tree, tree, async (before, after) => {
        using folder = temporaryFolder();
        const host = hostIn(folder.path);
        using first = build(before);
        using second = build(after);
        const old = await snapshotOf(first);
        const snapshot = await snapshotOf(second);
        await publishSnapshot(host, old, 'p', never);
        const sent = await publishSnapshot(host, snapshot, 'p', never);
        const known = new Set(old.entries.map(({ line }) => line));
        const missing = snapshot.entries.filter(({ line }) => !known.has(line)).length;
        expect(sent.sentFiles).toBe(snapshot.hash === old.hash ? 0 : missing);
        for (const project of [first, second]) project.remove('.git');
        expect(describeTree(sent.tree)).toEqual(describeTree(second.root));
        // The base is left as it was.
        const again = await publishSnapshot(host, old, 'p', never);
        expect(again.sentFiles).toBe(0);
        expect(describeTree(again.tree)).toEqual(describeTree(first.root));
      }),
      { numRuns: 25 },
    );
  });

  it('may be of more files than the numbers of fit into an argument', async () => {
    // Links, as there is no need to make them here before they are sent.
    const snapshotOfLinks = (changed: (index: number) => string): Snapshot => {
      const entries = Array.from({ length: 45_000 }, (_, index) => {
        const path = `packages/of-${index % 700}/a folder/with a name of some length ${index}`;
        const target = changed(index);
        const digest = createHash('sha1').update(`blob ${target.length}\0${target}`).digest('hex');
        const entry = { kind: 'link', path, target, size: target.length, digest } as const;
        return { ...entry, line: lineOf(entry) };
      });
      return { root: '/', format: 'sha1', hash: hashListing(entries), entries, bytes: 0 };
    };
    using folder = temporaryFolder();
    const host = hostIn(folder.path);
    await publishSnapshot(
      host,
      snapshotOfLinks(() => 'before'),
      'p',
      never,
    );
    const changed = snapshotOfLinks((index) => (index % 2 === 0 ? 'before' : 'after'));
    const { sentFiles, tree } = await publishSnapshot(host, changed, 'p', never);
    expect(sentFiles).toBe(22_500);
    const last = `${tree}/packages/of-199/a folder/with a name of some length 44999`;
    expect(readlinkSync(last)).toBe('after');
  }, 180_000);

  it('may be a file that has become a folder, and the other way round', async () => {
    using folder = temporaryFolder();
    using project = new Project().file('a', 'file').file('b/c', 'in a folder');
    await publishSnapshot(hostIn(folder.path), await snapshotOf(project), 'p', never);
    project.remove('a').remove('b').file('a/c', 'in a folder').file('b', 'file');
    const { tree } = await publishSnapshot(
      hostIn(folder.path),
      await snapshotOf(project),
      'p',
      never,
    );
    project.remove('.git');
    expect(describeTree(tree)).toEqual(describeTree(project.root));
  });
});

describe('a published snapshot', () => {
  it('is the tree that was taken, whatever is in it', async () => {
    const name = fc
      .stringMatching(/^[^/\0]{1,20}$/)
      .filter(
        (it) =>
          it !== '.' &&
          it !== '..' &&
          it !== '.git' &&
          Buffer.from(it).toString() === it &&
          Buffer.byteLength(it) < 200,
      );
    const file = fc.record({
      name,
      folder: fc.constantFrom('', 'd/', 'd/e f/'),
      content: fc.uint8Array({ maxLength: 5000 }),
      executable: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(file, {
          maxLength: 12,
          selector: (it) => (it.folder + it.name).normalize().toLowerCase(),
        }),
        async (files) => {
          using project = new Project();
          for (const { folder, name: base, content, executable } of files) {
            if (base === 'd' || base === 'e f' || base === '.gitignore') continue;
            project.file(folder + base, content, executable ? 0o755 : 0o644);
          }
          using folder = temporaryFolder();
          const snapshot = await snapshotOf(project);
          const { tree } = await publishSnapshot(hostIn(folder.path), snapshot, 'p', never);
          project.remove('.git');
          expect(describeTree(tree)).toEqual(describeTree(project.root));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('holds names and targets of any length, and files of any size', async () => {
    using project = new Project();
    const sizes = [0, 511, 512, 513, 1e6, blockBytes - 512, blockBytes - 511, 2 * blockBytes + 1];
    for (const size of sizes) project.file(`of ${size} bytes`, randomBytes(size));
    for (const length of [93, 94, 95, 96, 200]) {
      project.file(`${'folder/'.repeat(30)}${'n'.repeat(length)}`, 'deep', 0o755);
      project.file('n'.repeat(length), 'long');
      project.link('l'.repeat(length), `${'t'.repeat(length)}/ä`);
    }
    project.file('ä'.repeat(100), 'not ASCII').link('short', 'ä');
    using folder = temporaryFolder();
    const { tree } = await publishSnapshot(
      hostIn(folder.path),
      await snapshotOf(project),
      'p',
      never,
    );
    project.remove('.git');
    expect(describeTree(tree)).toEqual(describeTree(project.root));
    // What a zip and every other format can hold, in any zone.
    expect(lstatSync(join(tree, 'short')).mtimeMs).toBe(Date.UTC(1980, 0, 2));
    expect(lstatSync(join(tree, 'of 512 bytes')).mtimeMs).toBe(Date.UTC(1980, 0, 2));
  });

  it('may be taken while the host gets ready for it', async () => {
    using project = new Project().file('a', '1');
    using folder = temporaryFolder();
    const { promise, resolve } = Promise.withResolvers<Snapshot>();
    const publishing = publishSnapshot(hostIn(folder.path), promise, 'p', never);
    await expect.poll(() => existsSync(join(folder.path, 'snapshots'))).toBe(true);
    resolve(await snapshotOf(project));
    expect(readFileSync(join((await publishing).tree, 'a'), 'utf8')).toBe('1');
  });

  it('leaves nothing on the host when it cannot be taken', async () => {
    using folder = temporaryFolder();
    const { promise, reject } = Promise.withResolvers<Snapshot>();
    const publishing = publishSnapshot(hostIn(folder.path), promise, 'p', never);
    publishing.catch(() => undefined);
    await expect.poll(() => existsSync(join(folder.path, 'snapshots'))).toBe(true);
    reject(new Error('no permission'));
    await expect(publishing).rejects.toThrow('no permission');
    expect(readdirSync(join(folder.path, 'snapshots'))).toEqual([]);
    expect(readdirSync(join(folder.path, 'tmp'))).toEqual([]);
  });

  it('is sent once, and healed when its copy is broken', async () => {
    using project = new Project().file('a', '1').link('l', 'a').file('empty', '');
    using folder = temporaryFolder();
    const host = hostIn(folder.path);
    const snapshot = await snapshotOf(project);
    const first = await publishSnapshot(host, snapshot, 'p', never);
    expect(first.sentBytes).toBeGreaterThan(0);
    expect((await publishSnapshot(host, snapshot, 'p', never)).sentBytes).toBe(0);
    // What a killed upload of another kind leaves: a folder without its marker.
    rmSync(join(first.tree, '..', 'complete'));
    writeFileSync(join(first.tree, 'a'), 'half');
    expect((await publishSnapshot(host, snapshot, 'p', never)).sentBytes).toBeGreaterThan(0);
    expect(readFileSync(join(first.tree, 'a'), 'utf8')).toBe('1');
    expect(readdirSync(join(folder.path, 'tmp'))).toEqual([]);
  });

  it('is whole for each of several publishers at once', async () => {
    using project = new Project().file('a', 'x'.repeat(100_000)).file('b', 'y');
    using folder = temporaryFolder();
    const snapshot = await snapshotOf(project);
    const publish = () => publishSnapshot(hostIn(folder.path), snapshot, 'p', never);
    const published = await Promise.all(Array.from({ length: 6 }, publish));
    const [first] = published;
    expect(new Set(published.map(({ tree }) => tree)).size).toBe(1);
    expect(readdirSync(join(first?.tree ?? '', '..')).sort()).toEqual([
      'complete',
      'listing',
      'project',
      'tree',
    ]);
    expect(readdirSync(join(folder.path, 'tmp'))).toEqual([]);
  });

  it('is sent by one of two that race, fifty times', async () => {
    using folder = temporaryFolder();
    const host = hostIn(folder.path);
    let sent = 0;
    for (let round = 0; round < 50; round += 1) {
      using project = new Project().file('a', `round ${round}`).file('b', 'the same');
      const snapshot = await snapshotOf(project);
      const publish = () => publishSnapshot(host, snapshot, 'p', never);
      const [one, other] = await Promise.all([publish(), publish()]);
      sent += Number(one.sentFiles > 0) + Number(other.sentFiles > 0);
      expect(readFileSync(join(one.tree, 'a'), 'utf8')).toBe(`round ${round}`);
      expect(readdirSync(join(folder.path, 'tmp'))).toEqual([]);
    }
    expect(sent).toBe(50);
  });

  it.each([
    ['truncated', (tree: string) => writeFileSync(join(tree, 'a'), '')],
    ['changed in place', (tree: string) => writeFileSync(join(tree, 'a'), '2')],
    ['gone', (tree: string) => rmSync(join(tree, 'a'))],
    ['joined by another', (tree: string) => writeFileSync(join(tree, 'z'), '')],
    ['in another folder', (tree: string) => renameSync(join(tree, 'c d'), join(tree, 'c e'))],
  ])('heals a copy with a file that is %s, and builds nothing on it', async (_, damage) => {
    using project = new Project().file('a', '1').file('b', '1').file('c d/e', '1');
    using folder = temporaryFolder();
    const host = hostIn(folder.path);
    const snapshot = await snapshotOf(project);
    const { tree } = await publishSnapshot(host, snapshot, 'p', never);
    damage(tree);
    project.file('f', '1');
    expect((await publishSnapshot(host, await snapshotOf(project), 'p', never)).sentFiles).toBe(4);
    await publishSnapshot(host, snapshot, 'p', never);
    expect(readFileSync(join(tree, 'a'), 'utf8')).toBe('1');
    expect(readdirSync(tree)).toEqual(['a', 'b', 'c d']);
  });

  it('is looked at by the stat of BSD, too', async () => {
    using project = new Project().file('a', '1');
    using folder = temporaryFolder();
    // Linux has none: the flags are those of macOS, the answer is of its own stat.
    const stat = execFileSync('sh', ['-c', 'command -v stat']).toString().trim();
    shadow(folder.path, 'stat', [
      `[ "$1 $2" = '-f %p %z %Fm' ] || { echo "stat: illegal option -- $1" >&2; exit 1; }`,
      `shift 2; ${stat} -c '%f %s %.9Y' "$@" |`,
      `while read -r mode rest; do printf '%o %s\\n' "0x$mode" "$rest"; done`,
    ]);
    const publish = async () =>
      publishSnapshot(hostIn(join(folder.path, 'host')), await snapshotOf(project), 'p', never);
    const { tree } = await publish();
    expect((await publish()).sentFiles).toBe(0);
    writeFileSync(join(tree, 'a'), '2');
    expect((await publish()).sentFiles).toBe(1);
  });

  it('takes no other project’s files for its own', async () => {
    using project = new Project().file('a', '1');
    using folder = temporaryFolder();
    await publishSnapshot(hostIn(folder.path), await snapshotOf(project), 'one', never);
    project.file('b', '2');
    const { sentFiles } = await publishSnapshot(
      hostIn(folder.path),
      await snapshotOf(project),
      'other',
      never,
    );
    expect(sentFiles).toBe(2);
  });

  it.each([
    ['changed', 'before', 'after!'],
    ['shrank', 'before', 'after'],
    ['changed and is large', 'b'.repeat(2 * blockBytes), 'a'.repeat(2 * blockBytes)],
  ])('never holds a file that %s while it was sent', async (_, before, after) => {
    using project = new Project().file('a', before);
    using folder = temporaryFolder();
    const snapshot = await snapshotOf(project);
    project.file('a', after);
    await expect(publishSnapshot(hostIn(folder.path), snapshot, 'p', never)).rejects.toMatchObject({
      failure: {
        cause: 'snapshot_failed',
        path: 'a',
        detail: 'it changed while the snapshot was sent',
      },
    });
    expect(existsSync(join(folder.path, 'snapshots', snapshot.hash))).toBe(false);
    expect(readdirSync(join(folder.path, 'tmp'))).toEqual([]);
  });

  it('is refused, clearly, when the disk is full', async ({ skip }) => {
    using folder = temporaryFolder();
    const disk = join(folder.path, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip('mounting a small disk needs root');
    }
    try {
      using project = new Project().file('a', Buffer.alloc(300_000, 'x'));
      const snapshot = await snapshotOf(project);
      await expect(publishSnapshot(hostIn(disk), snapshot, 'p', never)).rejects.toMatchObject({
        failure: {
          cause: 'host_command_failed',
          step: 'receive the snapshot',
          detail: expect.stringMatching(/disk of .*: 0 kB left/) as string,
        },
      });
      expect(readdirSync(join(disk, 'snapshots'))).toEqual([]);
      expect(readdirSync(join(disk, 'tmp'))).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

describe('pruning', () => {
  /** Snapshots of one file each, the first the oldest, used so many minutes ago. */
  const publishAged = async (folder: string, ages: readonly number[]): Promise<string[]> => {
    const hashes: string[] = [];
    for (const [index, minutes] of ages.entries()) {
      using project = new Project().file('a', Buffer.alloc(200_000, String(index)));
      const snapshot = await snapshotOf(project);
      await publishSnapshot(hostIn(folder), snapshot, `p${index}`, never);
      const then = new Date(Date.now() - minutes * 60_000);
      utimesSync(join(folder, 'snapshots', snapshot.hash, 'complete'), then, then);
      hashes.push(snapshot.hash);
    }
    return hashes;
  };
  const no = { snapshots: 1000, days: 1000, megabytes: 1_000_000 };
  const day = 24 * 60;

  it.each([
    ['count', { ...no, snapshots: 2 }, [0, 1]],
    ['age', { ...no, days: 3 }, [0]],
    ['size', { ...no, megabytes: 0.5 }, [0, 1]],
    ['nothing', no, []],
  ])('by %s takes the longest unused', async (_, limits, gone) => {
    using folder = temporaryFolder();
    const hashes = await publishAged(folder.path, [4 * day, 2 * day, day, 70]);
    const pruned = await pruneSnapshots(hostIn(folder.path), limits, never);
    expect(pruned.toSorted()).toEqual(gone.map((index) => hashes[index]).toSorted());
    expect(readdirSync(join(folder.path, 'snapshots')).length).toBe(4 - gone.length);
    expect(readdirSync(join(folder.path, 'tmp'))).toEqual([]);
  });

  it('leaves what a living guest uses, and what was used a moment ago', async () => {
    using folder = temporaryFolder();
    const host = hostIn(folder.path);
    const [used = '', over = ''] = await publishAged(folder.path, [2 * day, 2 * day, 10]);
    await using alive = await claimSlot(host, 'pikaci-alive', used, never);
    await using lost = await claimSlot(host, 'pikaci-lost', over, never);
    writeFileSync(join(lost.dir, 'lease'), '1\n');
    expect(await pruneSnapshots(host, { ...no, snapshots: 0 }, never)).toEqual([over]);
    expect(await reapGuests(host, never)).toEqual(['pikaci-lost']);
    expect(existsSync(alive.dir)).toBe(true);
    expect(existsSync(lost.dir)).toBe(false);
  });
});
