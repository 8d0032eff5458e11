import { readFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { compareBytes } from '../model/byte-order.ts';
import { FailureError } from '../model/failure.ts';
import type { KnownFile, SourceFile } from '../model/source-file.ts';
import { git, gitScript, openRepository, splitNul, type Repository } from './git.ts';

/**
 * Files of the work tree: what git tracks, in checked-out submodules too, and what it does not
 * ignore, in repositories within this one too; in byte order, each once. A name may stand for a file
 * that is gone from the work tree, and for the folder of a submodule that is not checked out.
 */
export async function workTreeFiles(
  repository: Repository,
  signal?: AbortSignal,
): Promise<readonly SourceFile[]> {
  const script = readFileSync(new URL('./work-tree-files.sh', import.meta.url), 'utf8');
  const [ofIndex, ofFolders] = await gitScript(repository, 'git ls-files', script, signal);
  const [settings, facts] = splitOnce(ofIndex, '\n');
  const [checked, index] = splitOnce(facts, '\0\0');
  const [sizes = '', ...unlike] = checked.split('\0');
  const [untracked = [], converted = []] = sections(ofFolders);
  const tracked = [...indexEntries(index)];
  const known = knownFiles(tracked, new Set([...unlike, ...converted]), sizesById(sizes));
  const inSubmodules = tracked.some(({ mode }) => mode === '160000')
    ? splitNul(
        await git(repository, ['ls-files', '-z', '--cached', '--recurse-submodules'], signal),
      )
    : [];
  const forms = formsOf(tracked, settings);
  const nested = untracked.filter((path) => path.endsWith('/'));
  const names = [
    ...tracked.map(({ path }) => path),
    ...untracked.filter((path) => !path.endsWith('/')),
    ...inSubmodules,
  ];
  const files = [...new Set(names)].map((path): SourceFile => ({
    path,
    known: known.get(path),
    form: forms.get(path),
  }));
  const within = await Promise.all(nested.map((path) => nestedFiles(repository, path, signal)));
  return [...files, ...within.flat()].sort((a, b) => compareBytes(a.path, b.path));
}

/** Of a repository that is no submodule, whose files are untracked ones of this. */
async function nestedFiles(
  { root }: Repository,
  path: string,
  signal?: AbortSignal,
): Promise<readonly SourceFile[]> {
  const folder = join(root, path);
  const repository = await openRepository(folder, signal);
  // Its settings may say that its files lie elsewhere; these are none of this workspace.
  if ((await realpath(repository.root)) !== (await realpath(folder))) return [];
  const files = await workTreeFiles(repository, signal);
  return files.map((file) => ({ path: `${path}${file.path}`, known: undefined, form: file.form }));
}

/** What the index says of each file, where a setting says that the disk cannot. */
function formsOf(
  tracked: readonly IndexEntry[],
  settings: string,
): Map<string, NonNullable<SourceFile['form']>> {
  const holdsModes = !/\bcore\.filemode false\b/.test(settings);
  const holdsLinks = !/\bcore\.symlinks false\b/.test(settings);
  const forms = new Map<string, NonNullable<SourceFile['form']>>();
  for (const { mode, stage, path } of tracked) {
    if (stage !== '0') continue;
    if (mode === '120000' && !holdsLinks) forms.set(path, 'link');
    if (mode.startsWith('100') && !holdsModes) {
      forms.set(path, mode === '100755' ? 'executable' : 'plain');
    }
  }
  return forms;
}

/** Names alone: what git tracks, submodules as one name each, and what it does not ignore. */
export async function workTreePaths(
  repository: Repository,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return splitNul(await git(repository, args, signal));
}

/** Where commits of other repositories lie in this one: what git tracks of them is one name each. */
export async function submodulePaths(repository: Repository): Promise<readonly string[]> {
  const entries = splitNul(await git(repository, ['ls-files', '-z', '--stage']));
  return entries
    .filter((entry) => entry.startsWith('160000 '))
    .map((entry) => entry.slice(entry.indexOf('\t') + 1));
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

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

/** What the index says of a name. */
interface IndexEntry {
  /** `H` unless git was told to look away (assume-unchanged, skip-worktree). */
  tag: string;
  mode: string;
  id: string;
  /** Other than 0 in a conflict. */
  stage: string;
  path: string;
  /** Of the file in the work tree, in bytes; nothing where git does not tell. */
  size: number | undefined;
}

/**
 * From `git ls-files -z --stage -v --debug`: `H mode id stage⇥path␀`, then lines of what is known of
 * the file. How these look may change with git (https://git-scm.com/docs/git-ls-files), so no more is
 * asked of them than that they are set in.
 */
function* indexEntries(text: string): Generator<IndexEntry> {
  let end = 0;
  for (const match of text.matchAll(/(.) (\d+) ([0-9a-f]+) (\d)\t([^\0]*)\0((?: .*\n)*)/gy)) {
    const [all, tag = '', mode = '', id = '', stage = '', path = '', details = ''] = match;
    const size = /^ +size: (\d+)\t/m.exec(details)?.[1];
    yield { tag, mode, id, stage, path, size: size === undefined ? size : Number(size) };
    end += all.length;
  }
  if (end !== text.length) throw unknownIndex(text.slice(end, end + 200));
}

function unknownIndex(text: string): FailureError {
  const detail = `its answer is not understood from here on: ${JSON.stringify(text)}`;
  return new FailureError({ cause: 'git_failed', command: 'git ls-files --debug', detail });
}

/**
 * Regular files that the index vouches for: not told to look away, not in conflict, not unlike what
 * lies in the work tree. A conversion of line ends shows in the size.
 */
function knownFiles(
  tracked: readonly IndexEntry[],
  unlike: ReadonlySet<string>,
  sizes: ReadonlyMap<string, number>,
): Map<string, KnownFile> {
  const known = new Map<string, KnownFile>();
  for (const { tag, mode, id, stage, path, size } of tracked) {
    const vouched = tag === 'H' && stage === '0' && mode.startsWith('100') && !unlike.has(path);
    if (!vouched || size === undefined || size !== sizes.get(id)) continue;
    known.set(path, { executable: mode === '100755', size, id });
  }
  return known;
}
