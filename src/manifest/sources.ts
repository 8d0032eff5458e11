import { lstat, readlink, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** As many links as Linux follows in one name. */
const mostLinks = 40;

/**
 * Every path of the repository whose change may change what is read from `path`: the file by its
 * plain name, each symbolic link on the way to it, and the file behind them.
 * @param root absolute path of the repository's top
 * @param path relative to `root`, or absolute
 * @returns paths relative to `root`, with `/`; none for a file outside of it
 */
export async function sourcePaths(root: string, path: string): Promise<readonly string[]> {
  const top = await real(root);
  const named = resolve(root, path);
  const met = new Set([named, await real(named)]);
  await followLinks(named, met);
  const below = [...met].flatMap((absolute) => [
    ...(belowRoot(root, absolute) ?? []),
    ...(belowRoot(top, absolute) ?? []),
  ]);
  return [...new Set(below)].sort();
}

/** `path` as git names it, where it lies below `root`; else as it is. */
export function nameInRepository(root: string, path: string): string {
  return belowRoot(root, resolve(root, path))?.[0] ?? path;
}

async function followLinks(path: string, met: Set<string>): Promise<void> {
  let current = path;
  for (let links = 0; links < mostLinks; links += 1) {
    const link = await firstLink(current);
    if (link === undefined) return;
    met.add(link.path);
    const rest = relative(link.path, current);
    current = join(resolve(dirname(link.path), link.target), rest);
    met.add(current);
  }
}

/** The outermost parent of `path`, or itself, that is a symbolic link. */
async function firstLink(path: string): Promise<{ path: string; target: string } | undefined> {
  const parents = [path];
  for (let parent = dirname(path); parent !== dirname(parent); parent = dirname(parent)) {
    parents.push(parent);
  }
  for (const parent of parents.reverse()) {
    const isLink = await lstat(parent).then(
      (entry) => entry.isSymbolicLink(),
      () => false,
    );
    if (isLink) return { path: parent, target: await readlink(parent) };
  }
  return undefined;
}

async function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function belowRoot(root: string, absolute: string): [string] | undefined {
  const name = relative(root, absolute);
  const isBelow = name !== '' && name !== '..' && !name.startsWith(`..${sep}`);
  return isBelow ? [name.split(sep).join('/')] : undefined;
}
