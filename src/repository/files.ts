import type { SourceFile } from '../model/source-file.ts';
import { git, splitNul, type Repository } from './git.ts';

/**
 * Files of the work tree: what git tracks, in checked-out submodules too, and what it does not
 * ignore; in byte order, each once. A name may stand for a file that is gone from the work tree, and
 * for the folder of a submodule that is not checked out.
 */
export async function workTreeFiles(
  repository: Repository,
  signal?: AbortSignal,
): Promise<readonly SourceFile[]> {
  const list = async (...args: string[]): Promise<string[]> =>
    splitNul(await git(repository, args, signal));
  const [tracked, others, modified, staged] = await Promise.all([
    list('ls-files', '-z', '--cached', '--recurse-submodules'),
    list('ls-files', '-z', '--others', '--exclude-standard'),
    // Files whose times say that they may have changed are read by us, not by git first.
    list('diff-files', '-z', '--name-only', '--ignore-submodules=all'),
    list('ls-files', '-z', '--stage', '-v', '--', committedAsIs),
  ]);
  const blobs = await blobSizes(repository, staged, new Set(modified), signal);
  const names = [...new Set([...tracked, ...others])];
  return inByteOrder(names).map((path) => ({ path, blob: blobs.get(path) }));
}

/** Files that no filter or encoding changes between the repository and the work tree. */
const committedAsIs = ':(attr:!filter !working-tree-encoding)';

/**
 * Ids and sizes of the files that the index vouches for: not modified, not told to look away
 * (assume-unchanged, skip-worktree), not in conflict. A conversion of line ends shows in the size.
 */
async function blobSizes(
  repository: Repository,
  staged: readonly string[],
  modified: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): Promise<Map<string, { id: string; size: number }>> {
  const ids = new Map<string, string>();
  for (const line of staged) {
    const [, id, path] = /^H 100(?:644|755) ([0-9a-f]+) 0\t(.*)$/s.exec(line) ?? [];
    if (id !== undefined && path !== undefined && !modified.has(path)) ids.set(path, id);
  }
  const args = ['cat-file', '--batch-check=%(objectsize)'];
  const answer = await git(repository, args, signal, `${[...ids.values()].join('\n')}\n`);
  const sizes = answer.split('\n');
  const blobs = new Map<string, { id: string; size: number }>();
  let index = 0;
  for (const [path, id] of ids) {
    const size = Number(sizes[index]);
    index += 1;
    // A partial clone may lack the blob; then there is no size, and the file is read.
    if (Number.isInteger(size)) blobs.set(path, { id, size });
  }
  return blobs;
}

function inByteOrder(names: readonly string[]): string[] {
  const withBytes = names.map((name) => ({ name, bytes: Buffer.from(name) }));
  return withBytes.sort((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ name }) => name);
}
