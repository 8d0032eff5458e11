import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeLaneGit } from '../../src/repository/lane-git.ts';
import { workTreeFiles } from '../../src/repository/files.ts';
import { openRepository } from '../../src/repository/git.ts';
import { takeSnapshot } from '../../src/snapshot/take.ts';
import { temporaryFolder } from '../support/folder.ts';
import { Project } from '../support/project.ts';

const never = new AbortController().signal;

/** Git as a guest has it: nothing of this machine's settings. */
function gitIn(folder: string) {
  const env = { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
  return (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim();
}

/** Lays out what a guest gets of a checkout, and says the snapshot's hash. */
async function layOut(checkout: string, guest: string): Promise<string> {
  const repository = await openRepository(checkout);
  await using git = await makeLaneGit(repository, never);
  const files = [...git.files, ...(await workTreeFiles(repository))];
  const source = { root: repository.root, format: repository.objectFormat, files };
  const { entries, hash } = await takeSnapshot(source, () => false, never);
  for (const entry of entries) {
    const to = join(guest, entry.path);
    mkdirSync(dirname(to), { recursive: true });
    const from = entry.kind === 'file' ? entry.at : undefined;
    cpSync(from ?? join(repository.root, entry.path), to, { verbatimSymlinks: true });
    if (entry.kind === 'file') chmodSync(to, entry.executable ? 0o755 : 0o644);
  }
  return hash;
}

const secret = 'AUTHORIZATION: basic hush';

/** A repository with a past, and with all that is not to travel. */
function grownProject(): Project {
  const project = new Project().file('a', '1').file('tool', '#!/bin/sh\n', 0o755).link('l', 'a');
  project.commit('one');
  project.git('tag', '-a', '-m', 'first', 'v1.0');
  project.file('a', '2').commit('two');
  project.git('switch', '--quiet', '-c', 'private');
  project.file('private', 'of another branch').commit('private');
  project.git('tag', 'v9-private');
  project.git('switch', '--quiet', 'main');
  project.file('a', '3').commit('three');
  project.git('tag', 'light');
  project.git('config', 'http.https://github.com/.extraheader', secret);
  project.git('remote', 'add', 'origin', 'https://user:hush@example.invalid/x.git');
  project.git('config', 'core.hooksPath', join(project.root, '.git', 'hooks'));
  writeFileSync(join(project.root, '.git/hooks/post-checkout'), '#!/bin/sh\ntouch ran\n', {
    mode: 0o755,
  });
  return project;
}

describe('the .git of a lane', () => {
  it('knows head, branch, history and tags, and that nothing changed', async () => {
    using project = grownProject();
    using folder = temporaryFolder();
    await layOut(project.root, folder.path);
    const git = gitIn(folder.path);
    expect(git('rev-parse', 'HEAD')).toBe(project.git('rev-parse', 'HEAD').trim());
    expect(git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('describe')).toMatch(/^v1\.0-2-g[0-9a-f]+$/);
    expect(git('describe', '--tags', '--dirty')).toBe('light');
    expect(git('log', '--format=%s')).toBe('three\ntwo\none');
    expect(git('fsck', '--strict', '--full')).toBe('');
    writeFileSync(join(folder.path, 'a'), 'other');
    expect(git('status', '--porcelain')).toBe('M a');
  });

  it('holds nothing else of the checkout', async () => {
    using project = grownProject();
    using folder = temporaryFolder();
    await layOut(project.root, folder.path);
    const git = gitIn(folder.path);
    const hidden = project.git('rev-parse', 'private:private').trim();
    expect(git('for-each-ref', '--format=%(refname)').split('\n')).toEqual([
      'refs/heads/main',
      'refs/tags/light',
      'refs/tags/v1.0',
    ]);
    expect(() => git('cat-file', '-e', hidden)).toThrow();
    expect(git('remote')).toBe('');
    expect(git('config', '--list', '--local').split('\n').toSorted()).toEqual([
      'core.bare=false',
      'core.filemode=true',
      'core.repositoryformatversion=0',
    ]);
    const files = readdirSync(join(folder.path, '.git'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    expect(files.filter((text) => text.includes('hush'))).toEqual([]);
    expect(existsSync(join(folder.path, '.git/hooks'))).toBe(false);
  });

  it('is the same each time', async () => {
    using project = grownProject();
    using one = temporaryFolder();
    using other = temporaryFolder();
    expect(await layOut(project.root, one.path)).toBe(await layOut(project.root, other.path));
  });

  it('goes as far back as a shallow checkout, whose head may be on no branch', async () => {
    using project = grownProject();
    using shallow = temporaryFolder();
    using folder = temporaryFolder();
    const checkout = join(shallow.path, 'x');
    const from = `file://${realpathSync(project.root)}`;
    execFileSync('git', ['clone', '--quiet', '--depth=2', from, checkout]);
    gitIn(checkout)('switch', '--quiet', '--detach');
    await layOut(checkout, folder.path);
    const git = gitIn(folder.path);
    expect(git('log', '--format=%s')).toBe('three\ntwo');
    expect(git('rev-parse', '--is-shallow-repository')).toBe('true');
    expect(git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('HEAD');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('describe', '--tags', '--always')).toMatch(/^light$/);
    expect(git('fsck', '--full')).toBe('');
  });

  it.each([
    ['a partial clone', ['clone', '--quiet', '--filter=blob:none']],
    ['a sparse checkout', ['clone', '--quiet', '--sparse']],
    ['a split index', ['clone', '--quiet', '-c', 'core.splitIndex=true']],
  ])('of %s leaves git as content as it is there', async (_, clone) => {
    using project = grownProject();
    project.file('deep/down', 'x').commit('four');
    project.git('config', 'uploadpack.allowFilter', 'true');
    using cloned = temporaryFolder();
    using folder = temporaryFolder();
    const checkout = join(cloned.path, 'x');
    execFileSync('git', [...clone, `file://${realpathSync(project.root)}`, checkout]);
    await layOut(checkout, folder.path);
    const git = gitIn(folder.path);
    expect(git('status', '--porcelain')).toBe(gitIn(checkout)('status', '--porcelain'));
    expect(git('describe')).toMatch(/^v1\.0-3-g/);
    expect(existsSync(join(folder.path, 'deep/down'))).toBe(!clone.includes('--sparse'));
  });

  it('of a repository with SHA-256 is one, too', async () => {
    using made = temporaryFolder();
    using folder = temporaryFolder();
    execFileSync('git', ['init', '--quiet', '--object-format=sha256', made.path]);
    writeFileSync(join(made.path, 'a'), '1');
    const there = gitIn(made.path);
    there('add', 'a');
    there('-c', 'user.name=T', '-c', 'user.email=t@example.invalid', 'commit', '-qm', 'one');
    await layOut(made.path, folder.path);
    expect(gitIn(folder.path)('rev-parse', 'HEAD')).toBe(there('rev-parse', 'HEAD'));
    expect(gitIn(folder.path)('status', '--porcelain')).toBe('');
  });
});
