import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localHost } from '../../src/host/local.ts';
import { openRepository } from '../../src/repository/git.ts';
import { workTreeFiles } from '../../src/repository/files.ts';
import { publishSnapshot } from '../../src/snapshot/publish.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { takeSnapshot } from '../../src/snapshot/take.ts';
import { local } from '../unit/samples.ts';
import { temporaryFolder } from '../support/folder.ts';
import { Project } from '../support/project.ts';

const never = new AbortController().signal;
const hostIn = (workDir: string) => localHost({ ...local, workDir });

async function take(
  project: Project,
  isExcluded: (path: string) => boolean = () => false,
): Promise<Snapshot> {
  const repository = await openRepository(project.root);
  const files = await workTreeFiles(repository);
  const source = { root: project.root, format: repository.objectFormat, files };
  return takeSnapshot(source, isExcluded, never);
}

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
    const { entries, bytes } = await take(project);
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
    const { entries } = await take(project, (path) => path.startsWith('ios/'));
    expect(entries.map(({ path }) => path)).toEqual(['a']);
  });

  it('has another hash after any single change', async () => {
    using project = new Project().file('a', 'content').file('b', '').link('link', 'a');
    const hash = async (change: () => unknown): Promise<string> => {
      change();
      return (await take(project)).hash;
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
          const snapshot = await take(project);
          const { tree } = await publishSnapshot(hostIn(folder.path), snapshot, 'p', never);
          project.remove('.git');
          expect(describeTree(tree)).toEqual(describeTree(project.root));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is sent once, and healed when its copy is broken', async () => {
    using project = new Project().file('a', '1').link('l', 'a').file('empty', '');
    using folder = temporaryFolder();
    const host = hostIn(folder.path);
    const snapshot = await take(project);
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
    const snapshot = await take(project);
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

  it('never holds a file that changed while it was sent', async () => {
    using project = new Project().file('a', 'before');
    using folder = temporaryFolder();
    const snapshot = await take(project);
    project.file('a', 'after!');
    await expect(publishSnapshot(hostIn(folder.path), snapshot, 'p', never)).rejects.toMatchObject({
      failure: {
        kind: 'snapshot_failed',
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
      const snapshot = await take(project);
      await expect(publishSnapshot(hostIn(disk), snapshot, 'p', never)).rejects.toMatchObject({
        failure: {
          kind: 'host_command_failed',
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
