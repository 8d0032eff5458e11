import { posix } from 'node:path';
import { tryGit, type Repository } from './git.ts';

/** Links in links, as far as anybody would go. */
const mostLinks = 8;

/** Text of a file as a commit has it, through symbolic links; nothing where it has none. */
export async function fileAt(
  repository: Repository,
  commit: string,
  path: string,
): Promise<string | undefined> {
  let at = path;
  for (let links = 0; links <= mostLinks; links += 1) {
    if (posix.isAbsolute(at) || at.startsWith('../')) return undefined;
    const entry = await tryGit(repository, ['ls-tree', '-z', '--full-tree', commit, '--', at]);
    const [, mode, id] = /^(\d+) blob ([0-9a-f]+)\t/.exec(entry ?? '') ?? [];
    if (mode === undefined || id === undefined) return undefined;
    const text = await tryGit(repository, ['cat-file', 'blob', id]);
    if (mode !== '120000' || text === undefined) return text;
    at = posix.join(posix.dirname(at), text);
  }
  return undefined;
}
