import type { AfterFailure } from '../model/after-failure.ts';
import { FailureError } from '../model/failure.ts';
import type { Repository } from '../repository/git.ts';
import { fileAt } from '../repository/file-at.ts';
import { commitOf } from '../repository/history.ts';
import { unlikeHead } from '../repository/unlike-head.ts';
import type { GithubContext } from './github-context.ts';

/** Whose code lies in the workspace. */
export type CodeOrigin =
  | { kind: 'own' }
  /** Anybody's: of a fork, of a pull request, or of nobody knows whom. */
  | {
      kind: 'foreign';
      /** In words. */
      from: string;
      /** Files that the event's own commit does not have like this; empty where another one is checked out. */
      unlike: readonly string[];
    };

/**
 * Whose code would run. Under events that hand out secrets whoever caused them, that is the
 * repository's own where the event is about its own branches, or where the workspace holds exactly
 * the commit that the event runs on, which a fork cannot choose: a checkout of it with other files
 * laid over is not that commit.
 */
export async function originOfCode(
  { codeOf, sha, handsOutSecrets }: GithubContext,
  repository: Repository,
  manifest: string,
  signal: AbortSignal,
): Promise<CodeOrigin> {
  if (codeOf.kind === 'own') return codeOf;
  const from =
    codeOf.kind === 'fork' ? `the fork ${codeOf.repository}` : 'a pull request or another event';
  const head = await commitOf(repository, 'HEAD', signal);
  if (!handsOutSecrets || head === undefined || head !== sha) {
    return { kind: 'foreign', from, unlike: [] };
  }
  // Ignored, or outside of the repository, it is none of the commit's, and yet says what runs.
  const isForeign = (await fileAt(repository, head, manifest)) === undefined;
  const unlike = [...(isForeign ? [manifest] : []), ...(await unlikeHead(repository, signal))];
  return unlike.length === 0 ? { kind: 'own' } : { kind: 'foreign', from, unlike };
}

/**
 * Keeps code that anybody could have sent from hosts that a team owns, under events that hand out
 * secrets whoever caused them. Forks under plain `pull_request` get no secrets from GitHub, and so
 * no key.
 * @throws FailureError `fork_refused`
 */
export function refuseForkCode(context: GithubContext, origin: CodeOrigin): void {
  if (!context.handsOutSecrets || origin.kind === 'own') return;
  const { from, unlike } = origin;
  throw new FailureError({ cause: 'fork_refused', event: context.eventName, from, unlike });
}

/**
 * Guests stay for people to look into only with the repository's own code in them, whatever else is
 * allowed: what a stranger wrote would go on for as long, with a team's people going in.
 */
export function keepOwnOnly(wanted: AfterFailure, origin: CodeOrigin): AfterFailure {
  if (wanted.kind !== 'kept' || origin.kind === 'own') return wanted;
  return { kind: 'denied', why: `its code comes from ${origin.from}` };
}
