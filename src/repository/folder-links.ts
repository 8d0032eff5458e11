import { posix } from 'node:path';
import { git, splitNul, type Repository } from './git.ts';

/** A symbolic link of a commit. */
export interface CommittedLink {
  path: string;
  /** Of the blob that holds its target. */
  id: string;
  commit: string;
}

/** More than these are taken for links to folders, instead of asking git about each. */
const mostAsked = 100;

/**
 * Those of the links that may lead to a folder, so that what lies below their names changes with
 * them. Not one to a file, nor one to nothing that the commit has.
 */
export async function folderLinks(
  repository: Repository,
  links: readonly CommittedLink[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  if (links.length > mostAsked) return links.map(({ path }) => path);
  const found = await Promise.all(
    links.map(async (link) => ((await leadsToFolder(repository, link, signal)) ? [link.path] : [])),
  );
  return found.flat();
}

async function leadsToFolder(
  repository: Repository,
  { path, id, commit }: CommittedLink,
  signal?: AbortSignal,
): Promise<boolean> {
  const target = posix.join(
    posix.dirname(path),
    await git(repository, ['cat-file', 'blob', id], signal),
  );
  const isOutside = target === '..' || target.startsWith('../') || posix.isAbsolute(target);
  if (isOutside || target === '.') return true;
  const parts = target.replace(/\/$/, '').split('/');
  const steps = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const args = ['--literal-pathspecs', 'ls-tree', '-z', commit, '--', ...steps];
  const entries = splitNul(await git(repository, args, signal));
  return entries.some((entry) => {
    const [, mode = '', name = ''] = /^(\d+) [^\t]*\t(.*)$/s.exec(entry) ?? [];
    // It tells of a folder's other entries, too. Behind a link or in a submodule may be anything.
    if (mode === '040000') return name === steps.at(-1);
    return steps.includes(name) && !mode.startsWith('100');
  });
}
