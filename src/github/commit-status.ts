import { inRepository, type Github } from './client.ts';
import { cutText, type Limit } from './cut.ts';
import { refusalOf, type Answer } from './refusal.ts';

/** https://docs.github.com/rest/commits/statuses */
const descriptionLimit: Limit = { kind: 'characters', most: 140 };
const contextLimit: Limit = { kind: 'characters', most: 255 };

export interface CommitStatus {
  /** What a branch's protection can require; the latest status of a context counts. */
  context: string;
  state: 'success' | 'failure' | 'error' | 'pending';
  /** What matters most first: it is cut to GitHub's limit. */
  description: string;
  /** Where its link leads. */
  targetUrl: string;
}

/**
 * Sets a commit's statuses, one after the other. One that says what the latest says already is set
 * again: to look costs as much.
 * @param sha the commit in full
 * @returns an answer for each; after one that the token may not set, the others are not tried
 */
export async function publishStatuses(
  github: Github,
  sha: string,
  statuses: readonly CommitStatus[],
  signal: AbortSignal,
): Promise<Answer<{ url: string }>[]> {
  const answers: Answer<{ url: string }>[] = [];
  for (const status of statuses) {
    const [last] = answers.slice(-1);
    const isPointless = last?.kind === 'not_permitted' || last?.kind === 'unavailable';
    answers.push(isPointless ? last : await publishStatus(github, sha, status, signal));
  }
  return answers;
}

async function publishStatus(
  github: Github,
  sha: string,
  { context, state, description, targetUrl }: CommitStatus,
  signal: AbortSignal,
): Promise<Answer<{ url: string }>> {
  try {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/statuses/{sha}', {
      ...inRepository(github, signal),
      sha,
      context: cutText(context, contextLimit),
      state,
      description: cutText(description, descriptionLimit),
      target_url: targetUrl,
    });
    return { kind: 'done', url: data.url };
  } catch (error) {
    return refusalOf(error, signal);
  }
}
