import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from '../model/source-file.ts';
import { git, gitScript, type Repository } from './git.ts';

/** The files of a `.git` for lanes, there until it is disposed of. */
export interface LaneGit extends AsyncDisposable {
  files: readonly SourceFile[];
}

/**
 * Makes a `.git` of the commit that is checked out, for tools that ask git for a version: with the
 * history that the checkout has and the tags on it, and nothing of what the checkout's own may hold
 * besides (lane-git.sh). The same checkout makes the same files.
 * @throws FailureError `git_failed`; `signal.reason`
 */
export async function makeLaneGit(repository: Repository, signal: AbortSignal): Promise<LaneGit> {
  const folder = await mkdtemp(join(tmpdir(), 'pikaci-git-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const script = readFileSync(new URL('./lane-git.sh', import.meta.url), 'utf8');
    await gitScript(repository, 'git pack-objects', script, signal, [folder]);
    const files = await filesBelow(repository, folder, signal);
    return { files, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function filesBelow(
  repository: Repository,
  folder: string,
  signal: AbortSignal,
): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.flatMap((it) => (it.isFile() ? [join(it.parentPath, it.name)] : []));
  const ids = await git(repository, ['hash-object', '--no-filters', '--', ...paths], signal);
  const idOf = ids.trim().split('\n');
  return Promise.all(
    paths.map(async (at, index): Promise<SourceFile> => {
      const { size } = await stat(at);
      const path = ['.git', ...relative(folder, at).split(sep)].join('/');
      return { path, known: { executable: false, size, id: idOf[index] ?? '', at } };
    }),
  );
}
