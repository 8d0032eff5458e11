import type { ChangedPaths } from '../model/changed-paths.ts';
import { git, splitNul, type Repository } from './git.ts';
import { commitOf, commonHistory } from './history.ts';

/**
 * What `merge-base(base, head)..head` touches. Renames are taken apart, so that both names count;
 * names come with `-z`, so that they arrive as they are.
 */
export async function changedPaths(
  repository: Repository,
  base: string | undefined,
  head: string,
  signal?: AbortSignal,
): Promise<ChangedPaths> {
  if (base === undefined) {
    const commit = await commitOf(repository, head, signal);
    const why = 'no base to compare with is known';
    return { kind: 'unknown', base: null, head: commit ?? null, why };
  }
  const history = await commonHistory(repository, base, head, signal);
  if (history.kind === 'none') return { ...history, kind: 'unknown' };
  const { mergeBase, notes } = history;
  const args = ['diff', '--no-renames', '--name-only', '-z', mergeBase, history.head, '--'];
  const paths = splitNul(await git(repository, args, signal));
  return { kind: 'known', base: history.base, head: history.head, paths, notes };
}

/** Whether the work tree differs from its head, untracked files included. */
export async function isDirty(repository: Repository, signal?: AbortSignal): Promise<boolean> {
  return (await git(repository, ['status', '--porcelain', '-z'], signal)) !== '';
}
