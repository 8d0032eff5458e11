import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusArguments, statusPaths } from './change.ts';
import { git, openRepository, splitNul, tryGit, type Repository } from './git.ts';

/**
 * Paths of the work tree, submodules included, that are not as the head's commit has them: changed,
 * deleted and untracked files. Every file is read: neither times nor the index are believed, which
 * whoever wrote the files may have set. Ignored files aside, and those that a sparse checkout leaves
 * out.
 */
export async function unlikeHead(
  repository: Repository,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pikaci-index-'));
  try {
    const fresh = { GIT_INDEX_FILE: join(folder, 'index') };
    await git(repository, ['read-tree', 'HEAD'], signal, fresh);
    const [told, tagged, tree] = await Promise.all([
      git(repository, [...statusArguments], signal, fresh),
      git(repository, ['ls-files', '-z', '-t'], signal),
      git(repository, ['ls-tree', '-r', '-z', 'HEAD'], signal),
    ]);
    const leftOut = new Set(
      splitNul(tagged).flatMap((entry) => (entry.startsWith('S ') ? [entry.slice(2)] : [])),
    );
    const here = statusPaths(told).filter(
      ({ path, isDeleted }) => !(isDeleted && leftOut.has(path)),
    );
    const inSubmodules = await Promise.all(
      submodules(tree).map((path) => unlikeInSubmodule(repository, path, signal)),
    );
    return [...new Set([...here.map(({ path }) => path), ...inSubmodules.flat()])];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** From `mode type id⇥path␀` for each entry of a tree. */
function submodules(tree: string): string[] {
  return splitNul(tree).flatMap((entry) =>
    entry.startsWith('160000 ') ? [entry.slice(entry.indexOf('\t') + 1)] : [],
  );
}

async function unlikeInSubmodule(
  { root, objectFormat }: Repository,
  path: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const top = join(root, path);
  const prefix = await tryGit({ root: top, objectFormat }, ['rev-parse', '--show-prefix'], signal);
  // A submodule that is not checked out is an empty folder of this repository, or none.
  if (prefix?.trim() !== '') return [];
  const paths = await unlikeHead(await openRepository(top, signal), signal);
  return paths.map((it) => `${path}/${it}`);
}
