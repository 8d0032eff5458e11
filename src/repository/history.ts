import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { git, tryGit, type Repository } from './git.ts';

/** Commits more, each time the ones before were not enough; then all there is. */
const deepenSteps = [50, 300, 2000] as const;

/** Brings commits and nothing besides: no tag, no submodule, no ref of ours that moves. */
const fetchCommand = [
  'fetch',
  '--no-tags',
  '--no-recurse-submodules',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--refmap=',
] as const;

/** More than people have; each is one more comparison. */
const mostMergeBases = 20;

export type CommonHistory =
  | {
      kind: 'found';
      base: string;
      head: string;
      mergeBases: readonly string[];
      notes: readonly string[];
    }
  | { kind: 'none'; base: string | null; head: string | null; why: string };

/**
 * Runs git with arguments that fetch, in {@link gitEnvironment}.
 * @returns whether git succeeded
 * @throws where the signal aborted
 */
export type RunFetch = (
  repository: Repository,
  args: readonly string[],
  signal?: AbortSignal,
) => Promise<boolean>;

/** Fetches without a word. */
export const fetchQuietly: RunFetch = async (repository, args, signal) =>
  (await tryGit(repository, args, signal)) !== undefined;

export interface HistoryOptions {
  signal?: AbortSignal | undefined;
  runFetch?: RunFetch;
}

/**
 * The merge bases of two revisions: of several none is the better, and what one hides another may
 * show. What the checkout lacks is fetched from `origin`: commits by their id, and of a shallow
 * history as little more as is needed.
 */
export async function commonHistory(
  repository: Repository,
  base: string,
  head: string,
  { signal, runFetch = fetchQuietly }: HistoryOptions = {},
): Promise<CommonHistory> {
  const notes: string[] = [];
  const fetch = (options: readonly string[], commits: readonly string[]): Promise<boolean> =>
    runFetch(repository, [...fetchCommand, ...options, 'origin', ...commits], signal);
  const headCommit = await obtain(repository, head, fetch, notes, signal);
  const baseCommit = await obtain(repository, base, fetch, notes, signal);
  if (headCommit === undefined) {
    const why = `head ${head} is neither in this checkout nor to be had from origin`;
    return { kind: 'none', base: baseCommit ?? null, head: null, why };
  }
  if (baseCommit === undefined) {
    const why = `base ${base} is neither in this checkout nor to be had from origin`;
    return { kind: 'none', base: null, head: headCommit, why };
  }
  const found = async (): Promise<CommonHistory | undefined> => {
    const told = await tryGit(repository, ['merge-base', '--all', baseCommit, headCommit], signal);
    if (told === undefined) return undefined;
    const mergeBases = told.trim().split('\n');
    if (mergeBases.length > mostMergeBases) return undefined;
    if (await isCut(repository, mergeBases, [baseCommit, headCommit], signal)) return undefined;
    return {
      kind: 'found',
      base: baseCommit,
      head: headCommit,
      mergeBases,
      notes,
    };
  };
  for (const step of [...deepenSteps, 'all'] as const) {
    const known = await found();
    if (known !== undefined) return known;
    if (!(await isShallow(repository, signal))) break;
    const depth = step === 'all' ? '--unshallow' : `--deepen=${step}`;
    if (!(await fetch([depth], [baseCommit, headCommit]))) break;
    notes.push(
      step === 'all'
        ? 'the checkout was shallow: fetched all of its history'
        : `the checkout was shallow: fetched ${step} more commits of history`,
    );
  }
  const known = await found();
  if (known !== undefined) return known;
  const why = `${base} and ${head} have no common ancestor that this checkout could get at`;
  return { kind: 'none', base: baseCommit, head: headCommit, why };
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

/** Only full ids are fetched: a name could mean anything, or be an option. */
const fullId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

async function obtain(
  repository: Repository,
  revision: string,
  fetch: (options: readonly string[], commits: readonly string[]) => Promise<boolean>,
  notes: string[],
  signal?: AbortSignal,
): Promise<string | undefined> {
  const known = await commitOf(repository, revision, signal);
  if (known !== undefined || !fullId.test(revision)) return known;
  // Of a shallow checkout one commit is enough to begin with; else its history is wanted whole.
  const depth = (await isShallow(repository, signal)) ? ['--depth=1'] : [];
  if (!(await fetch(depth, [revision]))) return undefined;
  notes.push(`fetched ${revision.slice(0, 12)}, which the checkout lacked`);
  return commitOf(repository, revision, signal);
}

async function isShallow(repository: Repository, signal?: AbortSignal): Promise<boolean> {
  return (
    (await git(repository, ['rev-parse', '--is-shallow-repository'], signal)).trim() === 'true'
  );
}

/** Whether a history ends for us before it comes to the merge bases: later ones may lie behind. */
async function isCut(
  repository: Repository,
  mergeBases: readonly string[],
  tips: readonly string[],
  signal?: AbortSignal,
): Promise<boolean> {
  if (!(await isShallow(repository, signal))) return false;
  const file = (await git(repository, ['rev-parse', '--git-path', 'shallow'], signal)).trim();
  const ends = new Set((await readFile(resolve(repository.root, file), 'utf8')).split('\n'));
  const args = ['rev-list', ...tips, ...mergeBases.map((id) => `^${id}`)];
  return (await git(repository, args, signal)).split('\n').some((id) => id !== '' && ends.has(id));
}
