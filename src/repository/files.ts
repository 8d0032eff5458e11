import { compareBytes } from '../model/byte-order.ts';
import type { Blob, SourceFile } from '../model/source-file.ts';
import { git, gitScript, splitNul, type Repository } from './git.ts';

/**
 * Files of the work tree: what git tracks, in checked-out submodules too, and what it does not
 * ignore; in byte order, each once. A name may stand for a file that is gone from the work tree, and
 * for the folder of a submodule that is not checked out.
 */
export async function workTreeFiles(
  repository: Repository,
  signal?: AbortSignal,
): Promise<readonly SourceFile[]> {
  const [ofIndex, ofFolders] = await gitScript(repository, 'git ls-files', listing, signal);
  const [tracked = [], unlike = [], [sizes = ''] = []] = sections(ofIndex);
  const [untracked = [], converted = []] = sections(ofFolders);
  const blobs = vouchedBlobs(tracked, new Set([...unlike, ...converted]), sizesById(sizes));
  const inSubmodules = tracked.some(isSubmodule)
    ? splitNul(
        await git(repository, ['ls-files', '-z', '--cached', '--recurse-submodules'], signal),
      )
    : [];
  const names = [...new Set([...tracked.map(pathOf), ...untracked, ...inSubmodules])];
  return names.sort(compareBytes).map((path) => ({ path, blob: blobs.get(path) }));
}

/**
 * Asks git, in sections with an empty record between them:
 * - from its index: what it tracks; which of these have times that say that they may have changed,
 *   for us to read, not for git; and the sizes of the blobs of all that are checked out
 * - meanwhile, from every folder: what is neither tracked nor ignored; and what a filter or an
 *   encoding changes between the repository and the work tree
 */
const listing = String.raw`
{
  git ls-files -z --others --exclude-standard && printf '\0' &&
    git ls-files -z -- . ':(exclude,attr:!filter !working-tree-encoding)'
} >&3 3>&- & folders=$!
exec 3>&-
git ls-files -z --stage -v && printf '\0' &&
  git diff-files -z --name-only --ignore-submodules=all && printf '\0' &&
  git ls-files --stage -v | awk '/^H 100/ { print $3 }' |
  git cat-file --buffer --batch-check='%(objectname) %(objectsize)' &&
  wait "$folders"
`;

function sections(output: string): string[][] {
  const found: string[][] = [[]];
  for (const record of splitNul(output)) {
    if (record === '') found.push([]);
    else found.at(-1)?.push(record);
  }
  return found;
}

/** From lines of `id size`; a partial clone may lack a blob, and then there is no size. */
function sizesById(lines: string): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const line of lines.split('\n')) {
    const [id = '', size = ''] = line.split(' ');
    if (/^\d+$/.test(size)) sizes.set(id, Number(size));
  }
  return sizes;
}

// Lines of `git ls-files --stage -v`: `H mode id stage⇥path`.

function pathOf(line: string): string {
  return line.slice(line.indexOf('\t') + 1);
}

function isSubmodule(line: string): boolean {
  return line.startsWith('160000', 2);
}

/**
 * Blobs of the files that the index vouches for: not told to look away (assume-unchanged,
 * skip-worktree), not in conflict, not unlike what lies in the work tree. A conversion of line ends
 * shows in the size.
 */
function vouchedBlobs(
  tracked: readonly string[],
  unlike: ReadonlySet<string>,
  sizes: ReadonlyMap<string, number>,
): Map<string, Blob> {
  const blobs = new Map<string, Blob>();
  for (const line of tracked) {
    const [, id = '', path = ''] = /^H 100(?:644|755) ([0-9a-f]+) 0\t(.*)$/s.exec(line) ?? [];
    const size = sizes.get(id);
    if (size !== undefined && !unlike.has(path)) blobs.set(path, { id, size });
  }
  return blobs;
}
