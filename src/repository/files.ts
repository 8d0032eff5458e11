import { git, splitNul, type Repository } from './git.ts';

/**
 * Files of the work tree: what git tracks and what it does not ignore, repository-relative, in
 * byte order, each once. A name may stand for a file that is gone from the work tree, and for a
 * submodule's folder.
 */
export async function workTreeFiles(
  repository: Repository,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = new Set(splitNul(await git(repository, args, signal)));
  return [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
