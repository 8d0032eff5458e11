import { inRepository, type Github } from './client.ts';
import { cutMarkdown, type Limit } from './cut.ts';
import { allPages, pageSize } from './pages.ts';
import { refusalOf, type Answer, type Refusal } from './refusal.ts';

/** GitHub answers more with 422: body is too long (maximum is 65536 characters). */
const commentLimit: Limit = { kind: 'characters', most: 65_536 };

export interface StickyComment {
  pullRequest: number;
  /** Tells this comment of ours from others of ours, e.g. of another workflow. */
  key: string;
  /** Markdown; cut to GitHub's limit, see `cutMarkdown`. */
  body: string;
}

export type CommentChange = 'created' | 'updated' | 'unchanged';

/** Whom a token that cannot say who it is belongs to: the workflow's own. */
const workflowLogin = 'github-actions[bot]';

const cutNote = '_Cut to what GitHub takes; the step summary has the rest._';

/**
 * Keeps one comment of ours on a pull request up to date. It is known by a marker that does not show
 * and by its author: what others have written is never touched, whatever it says. Of several, as two
 * reports at once may leave them, the newest is kept and the others are removed.
 */
export async function publishComment(
  github: Github,
  comment: StickyComment,
  signal: AbortSignal,
): Promise<Answer<{ url: string; change: CommentChange }>> {
  try {
    return await new Sticky(github, comment, signal).publish();
  } catch (error) {
    return refusalOf(error, signal);
  }
}

/** Percent signs leave no `>` that could end the marker. */
function markerOf(key: string): string {
  return `<!-- pikaci: ${encodeURIComponent(key)} -->`;
}

interface FoundComment {
  id: number;
  url: string;
  body: string;
}

interface Published {
  kind: 'done';
  url: string;
  change: CommentChange;
}

class Sticky {
  readonly #github: Github;
  readonly #signal: AbortSignal;
  readonly #pullRequest: number;
  readonly #marker: string;
  readonly #body: string;

  constructor(github: Github, { pullRequest, key, body }: StickyComment, signal: AbortSignal) {
    this.#github = github;
    this.#signal = signal;
    this.#pullRequest = pullRequest;
    this.#marker = markerOf(key);
    this.#body = cutMarkdown(`${this.#marker}\n${body}`, commentLimit, cutNote);
  }

  get #repository() {
    return inRepository(this.#github, this.#signal);
  }

  async publish(): Promise<Published> {
    const login = await this.#login();
    const first = await this.#find(login);
    try {
      // Sent once: a gateway that gives up may do so after the comment is there.
      return await this.#put(first, { attempts: 1 });
    } catch (error) {
      const refusal: Refusal = refusalOf(error, this.#signal);
      if (refusal.kind !== 'unavailable') throw error;
      return this.#put(await this.#find(login), {});
    }
  }

  async #put(found: readonly FoundComment[], send: { attempts?: number }): Promise<Published> {
    const [newest, ...others] = found;
    for (const other of others) await this.#remove(other);
    if (newest === undefined) return this.#create(send);
    if (newest.body === this.#body) return { kind: 'done', url: newest.url, change: 'unchanged' };
    return (await this.#update(newest)) ?? (await this.#create(send));
  }

  /** Ours, newest first. */
  async #find(login: string): Promise<FoundComment[]> {
    const comments = await allPages(async (page) => {
      const { data: items, headers } = await this.#github.octokit.request(
        'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        { ...this.#repository, issue_number: this.#pullRequest, per_page: pageSize, page },
      );
      return { items, link: headers.link };
    });
    return comments
      .filter(({ user }) => user?.login.toLowerCase() === login.toLowerCase())
      .map(({ id, html_url: url, body = '' }) => ({ id: Number(id), url, body }))
      .filter(({ body }) => body.startsWith(this.#marker))
      .sort((one, other) => other.id - one.id);
  }

  async #create(send: { attempts?: number }): Promise<Published> {
    const { data } = await this.#github.octokit.request(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      {
        ...this.#repository,
        issue_number: this.#pullRequest,
        body: this.#body,
        request: { signal: this.#signal, ...send },
      },
    );
    return { kind: 'done', url: data.html_url, change: 'created' };
  }

  /** @returns nothing where the comment is gone in the meantime */
  async #update({ id }: FoundComment): Promise<Published | undefined> {
    try {
      const { data } = await this.#github.octokit.request(
        'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
        { ...this.#repository, comment_id: id, body: this.#body },
      );
      return { kind: 'done', url: data.html_url, change: 'updated' };
    } catch (error) {
      const refusal = refusalOf(error, this.#signal);
      if (refusal.kind === 'not_permitted' && refusal.status === 404) return undefined;
      throw error;
    }
  }

  /** A second comment is untidy, and no reason to leave the first one stale. */
  async #remove({ id }: FoundComment): Promise<void> {
    try {
      await this.#github.octokit.request(
        'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
        { ...this.#repository, comment_id: id },
      );
    } catch {
      this.#signal.throwIfAborted();
    }
  }

  /** GraphQL tells it for every kind of token; `GET /user` does not for a workflow's own. */
  async #login(): Promise<string> {
    const { octokit, workflowRun } = this.#github;
    try {
      const { data } = (await octokit.request({
        method: 'POST',
        url: workflowRun.graphqlUrl,
        query: 'query { viewer { login } }',
        request: { signal: this.#signal },
      })) as { data: { data?: { viewer?: { login?: unknown } | null } | null } };
      const login = data.data?.viewer?.login;
      return typeof login === 'string' ? login : workflowLogin;
    } catch (error) {
      const refusal = refusalOf(error, this.#signal);
      if (refusal.kind === 'unavailable') throw error;
      return workflowLogin;
    }
  }
}
