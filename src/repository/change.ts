import type { ChangedPaths, KnownPaths } from '../model/changed-paths.ts';
import { folderLinks } from './folder-links.ts';
import { git, splitNul, type Repository } from './git.ts';
import { commitOf, commonHistory, type HistoryOptions } from './history.ts';

/**
 * What `merge-base(base, head)..head` touches, from each merge base there is. Renames are taken
 * apart, so that both names count; names come with `-z`, so that they arrive as they are.
 */
export async function changedPaths(
  repository: Repository,
  base: string | undefined,
  head: string,
  options: HistoryOptions = {},
): Promise<ChangedPaths> {
  const { signal } = options;
  if (base === undefined) {
    const commit = await commitOf(repository, head, signal);
    const why = 'no base to compare with is known';
    return { kind: 'unknown', base: null, head: commit ?? null, why };
  }
  const history = await commonHistory(repository, base, head, options);
  if (history.kind === 'none') return { ...history, kind: 'unknown' };
  const { mergeBases, notes } = history;
  const diffs = mergeBases.map(async (from) => {
    const answer = await git(repository, [...diffTree, from, history.head, '--'], signal);
    return readDiff(answer).map((entry) => ({ ...entry, from }));
  });
  const entries = (await Promise.all(diffs)).flat();
  const links = entries.flatMap(({ path, before, after, from }) => [
    ...(before.mode === link ? [{ path, id: before.id, commit: from }] : []),
    ...(after.mode === link ? [{ path, id: after.id, commit: history.head }] : []),
  ]);
  const submodules = entries.filter(({ before, after }) =>
    [before.mode, after.mode].includes(submodule),
  );
  const covers = [
    ...submodules.map(({ path }) => path),
    ...(await folderLinks(repository, links, signal)),
  ];
  return {
    kind: 'known',
    base: history.base,
    head: history.head,
    mergeBases,
    paths: [...new Set(entries.map(({ path }) => path))],
    covers: [...new Set(covers)],
    notes,
  };
}

/**
 * Compares trees alone, without what configuration, attributes and `.gitmodules` say on how people
 * like to see changes: a submodule with `ignore = all` has moved all the same.
 */
const diffTree = [
  'diff-tree',
  '-r',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--no-relative',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=none',
] as const;

interface DiffEntry {
  path: string;
  before: { mode: string; id: string };
  after: { mode: string; id: string };
}

/** From `:mode mode id id status␀path␀` for each path. */
function readDiff(answer: string): DiffEntry[] {
  const fields = splitNul(answer);
  const entries: DiffEntry[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [modeBefore = '', modeAfter = '', idBefore = '', idAfter = ''] =
      fields[at]?.slice(':'.length).split(' ') ?? [];
    entries.push({
      path: fields[at + 1] ?? '',
      before: { mode: modeBefore, id: idBefore },
      after: { mode: modeAfter, id: idAfter },
    });
  }
  return entries;
}

const submodule = '160000';
const link = '120000';

/** Whether the work tree differs from its head, untracked files included. */
export async function isDirty(repository: Repository, signal?: AbortSignal): Promise<boolean> {
  return (await git(repository, [...statusArguments], signal)) !== '';
}

/**
 * What the work tree holds otherwise than its head: changed, deleted and untracked files, and
 * submodules with any such; ignored files aside. A file that git was told to take for unchanged may
 * not be, and counts.
 */
export async function differences(
  repository: Repository,
  signal?: AbortSignal,
): Promise<Pick<KnownPaths, 'paths' | 'covers'>> {
  const [told, tagged] = await Promise.all([
    git(repository, [...statusArguments], signal),
    git(repository, ['ls-files', '-z', '-v'], signal),
  ]);
  const entries = statusPaths(told);
  const unseen = splitNul(tagged).filter((entry) => /^[a-z] /.test(entry));
  return {
    paths: [...entries.map(({ path }) => path), ...unseen.map((entry) => entry.slice(2))],
    covers: entries.filter(({ covers }) => covers).map(({ path }) => path),
  };
}

/** Untracked files each, and whatever is told to be passed over in submodules. */
export const statusArguments = [
  'status',
  '--porcelain=v2',
  '-z',
  '--no-renames',
  '--untracked-files=all',
  '--ignore-submodules=none',
] as const;

interface StatusPath {
  path: string;
  covers: boolean;
  /** From the work tree. */
  isDeleted: boolean;
}

/**
 * From porcelain v2: `1 XY sub mH mI mW hH hI path␀`, `u XY sub m1 m2 m3 mW h1 h2 h3 path␀` or
 * `? path␀` for each path.
 */
export function statusPaths(answer: string): StatusPath[] {
  return splitNul(answer).map((entry) => {
    const words = entry.split(' ');
    const before = { '1': 8, u: 10 }[words[0] ?? ''] ?? 1;
    const [, states = '', ...facts] = words.slice(0, before);
    const path = words.slice(before).join(' ');
    const isRepository = path.endsWith('/');
    return {
      path: isRepository ? path.slice(0, -1) : path,
      covers: isRepository || facts.includes(submodule),
      isDeleted: states.endsWith('D'),
    };
  });
}
