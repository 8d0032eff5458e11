import { FailureError } from '../model/failure.ts';
import type { GithubContext } from './github-context.ts';

/**
 * Keeps code that anybody could have sent from hosts that a team owns. Under events that hand out
 * secrets whoever caused them, only the repository's own code may run: a branch of its own, or the
 * commit that the event itself runs on. Forks under plain `pull_request` get no secrets from GitHub,
 * and so no key.
 * @param head the commit that is checked out
 * @throws FailureError `fork_refused`
 */
export function refuseForkCode(
  { eventName, codeOf, sha }: GithubContext,
  head: string | undefined,
): void {
  if (codeOf.kind === 'own' || (head !== undefined && head === sha)) return;
  const from = codeOf.kind === 'fork' ? `the fork ${codeOf.repository}` : 'a pull request';
  throw new FailureError({ kind: 'fork_refused', event: eventName, from });
}
