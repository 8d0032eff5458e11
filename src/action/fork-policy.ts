import type { AfterFailure } from '../model/after-failure.ts';
import { FailureError } from '../model/failure.ts';
import type { CodeOrigin, GithubContext } from './github-context.ts';

/**
 * Keeps code that anybody could have sent from hosts that a team owns. Under events that hand out
 * secrets whoever caused them, only the repository's own code may run: a branch of its own, or the
 * commit that the event itself runs on. Forks under plain `pull_request` get no secrets from GitHub,
 * and so no key.
 * @param head the commit that is checked out
 * @throws FailureError `fork_refused`
 */
export function refuseForkCode(context: GithubContext, head: string | undefined): void {
  const origin = originOfCode(context, head);
  if (!context.handsOutSecrets || origin.kind === 'own') return;
  throw new FailureError({ kind: 'fork_refused', event: context.eventName, from: words(origin) });
}

/**
 * Guests stay for people to look into only with the repository's own code in them, whatever else is
 * allowed: what a stranger wrote would go on for as long, with a team's people going in.
 */
export function keepOwnOnly(
  wanted: AfterFailure,
  context: GithubContext,
  head: string | undefined,
): AfterFailure {
  const origin = originOfCode(context, head);
  if (wanted.kind !== 'kept' || origin.kind === 'own') return wanted;
  return { kind: 'denied', why: `its code comes from ${words(origin)}` };
}

/** Events that hand out secrets run on a commit of the repository's own, which a fork cannot choose. */
function originOfCode(
  { codeOf, sha, handsOutSecrets }: GithubContext,
  head: string | undefined,
): CodeOrigin {
  const isEventsOwn = handsOutSecrets && head !== undefined && head === sha;
  return isEventsOwn ? { kind: 'own' } : codeOf;
}

function words(origin: CodeOrigin): string {
  return origin.kind === 'fork' ? `the fork ${origin.repository}` : 'a pull request';
}
