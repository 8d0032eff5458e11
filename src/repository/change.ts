import { git, splitNul, tryGit, type Repository } from './git.ts';

/** The paths between a base and a head, or why they cannot be told. */
export type ChangedPaths =
  | { kind: 'known'; base: string; head: string; paths: readonly string[] }
  | { kind: 'unknown'; base: string | null; head: string | null; why: string };

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
  const headCommit = await commitOf(repository, head, signal);
  if (headCommit === undefined) {
    return { kind: 'unknown', base: null, head: null, why: `head ${head} is not in this checkout` };
  }
  if (base === undefined) {
    return {
      kind: 'unknown',
      base: null,
      head: headCommit,
      why: 'no base to compare with is known',
    };
  }
  const baseCommit = await commitOf(repository, base, signal);
  if (baseCommit === undefined) {
    const why = `base ${base} is not in this checkout (fetch more history: actions/checkout with fetch-depth: 0)`;
    return { kind: 'unknown', base: null, head: headCommit, why };
  }
  const mergeBase = await tryGit(repository, ['merge-base', baseCommit, headCommit], signal);
  if (mergeBase === undefined) {
    const why = `${base} and ${head} have no common ancestor in this checkout`;
    return { kind: 'unknown', base: baseCommit, head: headCommit, why };
  }
  const range = [mergeBase.trim(), headCommit];
  const names = await git(
    repository,
    ['diff', '--no-renames', '--name-only', '-z', ...range, '--'],
    signal,
  );
  return { kind: 'known', base: baseCommit, head: headCommit, paths: splitNul(names) };
}

/** Full id of the commit that `revision` means here; nothing when there is none. */
export async function commitOf(
  repository: Repository,
  revision: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  return (await tryGit(repository, args, signal))?.trim();
}

/** Whether the work tree differs from its head, untracked files included. */
export async function isDirty(repository: Repository, signal?: AbortSignal): Promise<boolean> {
  return (await git(repository, ['status', '--porcelain', '-z'], signal)) !== '';
}
