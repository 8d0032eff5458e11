import { compareBytes } from '../model/byte-order.ts';
import type { Blob, SourceFile } from '../model/source-file.ts';
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
  const listing = Promise.all([
    list('ls-files', '-z', '--stage', '-v', '--cached', '--others', '--exclude-standard'),
    // Files whose times say that they may have changed are read by us, not by git first.
    list('diff-files', '-z', '--name-only', '--ignore-submodules=all'),
    list('ls-files', '-z', '--', '.', converted),
  ]);
  const ids = listing.then(([lines, ...unlike]) => vouchedIds(lines, new Set(unlike.flat())));
  const [[lines], blobs] = await Promise.all([listing, blobSizes(repository, ids, signal)]);
  const inSubmodules = lines.some(isSubmodule)
    ? await list('ls-files', '-z', '--cached', '--recurse-submodules')
    : [];
  const names = [...new Set([...lines.map(pathOf), ...inSubmodules])];
  return names.sort(compareBytes).map((path) => ({ path, blob: blobs.get(path) }));
}

/** Files that a filter or an encoding changes between the repository and the work tree. */
const converted = ':(exclude,attr:!filter !working-tree-encoding)';

// Lines of `git ls-files --stage -v`: `H mode id stage⇥path`, or `? path` where git does not track it.

function pathOf(line: string): string {
  return line.startsWith('? ') ? line.slice(2) : line.slice(line.indexOf('\t') + 1);
}

function isSubmodule(line: string): boolean {
  return line.startsWith('160000', 2);
}

/**
 * Ids of the files that the index vouches for: not told to look away (assume-unchanged,
 * skip-worktree), not in conflict, not unlike what lies in the work tree.
 */
function vouchedIds(lines: readonly string[], unlike: ReadonlySet<string>): Map<string, string> {
  const ids = new Map<string, string>();
  for (const line of lines) {
    const [, id, path] = /^H 100(?:644|755) ([0-9a-f]+) 0\t(.*)$/s.exec(line) ?? [];
    if (id !== undefined && path !== undefined && !unlike.has(path)) ids.set(path, id);
  }
  return ids;
}

/**
 * Asks git for the sizes of blobs; it starts while the ids are still being found. A conversion of
 * line ends shows in the size.
 */
async function blobSizes(
  repository: Repository,
  ids: Promise<ReadonlyMap<string, string>>,
  signal: AbortSignal | undefined,
): Promise<Map<string, Blob>> {
  const question = ids.then((known) => [...known.values(), ''].join('\n'));
  const args = ['cat-file', '--batch-check=%(objectsize)'];
  const sizes = (await git(repository, args, signal, question)).split('\n');
  const blobs = new Map<string, Blob>();
  let index = 0;
  for (const [path, id] of await ids) {
    const size = Number(sizes[index]);
    index += 1;
    // A partial clone may lack the blob; then there is no size, and the file is read.
    if (Number.isInteger(size)) blobs.set(path, { id, size });
  }
  return blobs;
}
