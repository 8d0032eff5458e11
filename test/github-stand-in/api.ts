import { invalid, type Answer, type Call } from './description.ts';
import { notAccessible, notFound } from './faults.ts';

// What GitHub keeps of a repository, as far as a report touches it, and what it refuses.

export interface Status {
  sha: string;
  context: string;
  state: string;
  description: string | null;
  target_url: string | null;
}

export interface Comment {
  id: number;
  pullRequest: number;
  login: string;
  body: string;
}

export interface Check {
  id: number;
  name: string;
  head_sha: string;
  status: string;
  conclusion: string | null;
  details_url: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  annotations: Record<string, unknown>[];
}

/** A job of the workflow run, as a test sets it up. */
export interface Job {
  id?: number;
  /** The attempt that lists it; every one where it is left out. */
  attempt?: number;
  name: string;
  status?: string;
  conclusion?: string | null;
  started_at?: string;
  completed_at?: string | null;
  runner_name?: string | null;
}

export type Permission = 'actions' | 'checks' | 'pull-requests' | 'statuses';
export type Permissions = Partial<Record<Permission, 'read' | 'write'>>;

export class Api {
  readonly statuses: Status[] = [];
  readonly comments: Comment[] = [];
  readonly checks: Check[] = [];
  jobs: Job[] = [];
  permissions: Permissions = {
    actions: 'read',
    checks: 'write',
    'pull-requests': 'write',
    statuses: 'write',
  };
  /** Whose the token is. */
  login = 'github-actions[bot]';
  readonly #repository: string;
  readonly #url: string;
  readonly #commits: ReadonlySet<string>;
  readonly #pullRequests: ReadonlySet<number>;
  readonly #runId: number;
  #lastId = 1000;

  constructor(
    url: string,
    about: {
      repository: string;
      commits: readonly string[];
      pullRequests: readonly number[];
      runId: number;
    },
  ) {
    this.#url = url;
    this.#repository = about.repository;
    this.#commits = new Set(about.commits);
    this.#pullRequests = new Set(about.pullRequests);
    this.#runId = about.runId;
  }

  answer(call: Call): Answer {
    const { owner = '', repo = '' } = call.path;
    if (`${owner}/${repo}` !== this.#repository) return notFound;
    switch (call.route) {
      case 'POST /repos/{owner}/{repo}/statuses/{sha}':
        return this.#may('statuses', 'write') ?? this.#setStatus(call);
      case 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments':
        return this.#may('pull-requests', 'read') ?? this.#listComments(call);
      case 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments':
        return this.#may('pull-requests', 'write') ?? this.#addComment(call);
      case 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}':
        return this.#may('pull-requests', 'write') ?? this.#editComment(call);
      case 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}':
        return this.#may('pull-requests', 'write') ?? this.#deleteComment(call);
      case 'POST /repos/{owner}/{repo}/check-runs':
        return this.#may('checks', 'write') ?? this.#addCheck(call);
      case 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}':
        return this.#may('checks', 'write') ?? this.#updateCheck(call);
      case 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs':
      case 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs':
        return this.#may('actions', 'read') ?? this.#listJobs(call);
      default:
        throw new Error(`described, and not done: ${call.route}`);
    }
  }

  /** `query { viewer { login } }`, which is all that is asked of GraphQL. */
  viewer(body: unknown): Answer {
    const { query } = body as { query?: unknown };
    const asked = typeof query === 'string' ? query.replace(/\s+/g, '') : '';
    if (asked !== 'query{viewer{login}}') {
      return { status: 200, body: { errors: [{ message: `Parse error on ${String(query)}` }] } };
    }
    return { status: 200, body: { data: { viewer: { login: this.login } } } };
  }

  /** A comment by whomever, as a test sets it up. */
  addComment(pullRequest: number, login: string, body: string): Comment {
    const comment = { id: this.#nextId(), pullRequest, login, body };
    this.comments.push(comment);
    return comment;
  }

  #may(permission: Permission, wanted: 'read' | 'write'): Answer | undefined {
    const has = this.permissions[permission];
    if (has === 'write' || has === wanted) return undefined;
    // A public repository can be read by anybody.
    if (wanted === 'read') return undefined;
    return notAccessible;
  }

  #setStatus({ path: { sha = '' }, body }: Call): Answer {
    if (!this.#commits.has(sha)) return refused(`No commit found for SHA: ${sha}`);
    const { state, context = 'default', description = null, target_url = null } = body;
    const status = { sha, state, context, description, target_url } as Status;
    const problem =
      tooLong('Status', 'description', status.description, 140) ??
      tooLong('Status', 'context', status.context, 255) ??
      notHttp('Status', 'target_url', status.target_url);
    if (problem !== undefined) return problem;
    const same = this.statuses.filter((it) => it.sha === sha && it.context === status.context);
    if (same.length >= 1000) {
      return refused('This SHA and context has reached the maximum number of statuses.');
    }
    this.statuses.push(status);
    return {
      status: 201,
      body: {
        ...status,
        id: this.#nextId(),
        node_id: 'S_1',
        url: `${this.#url}/repos/${this.#repository}/statuses/${sha}`,
        avatar_url: null,
        created_at: now(),
        updated_at: now(),
        creator: user(this.login),
      },
    };
  }

  #listComments({ path, query }: Call): Answer {
    const number = Number(path['issue_number']);
    if (!this.#pullRequests.has(number)) return notFound;
    const comments = this.comments.filter(({ pullRequest }) => pullRequest === number);
    const url = `${this.#url}/repos/${this.#repository}/issues/${number}/comments`;
    const { page, headers } = paged(comments, query, url);
    return { status: 200, headers, body: page.map((comment) => this.#commentBody(comment)) };
  }

  #addComment({ path, body: { body } }: Call): Answer {
    const number = Number(path['issue_number']);
    if (!this.#pullRequests.has(number)) return notFound;
    const problem = badComment(body);
    if (problem !== undefined) return problem;
    const comment = this.addComment(number, this.login, String(body));
    return { status: 201, body: this.#commentBody(comment) };
  }

  #editComment({ path, body: { body } }: Call): Answer {
    const comment = this.comments.find(({ id }) => id === Number(path['comment_id']));
    if (comment === undefined) return notFound;
    const problem = badComment(body);
    if (problem !== undefined) return problem;
    comment.body = String(body);
    return { status: 200, body: this.#commentBody(comment) };
  }

  #deleteComment({ path }: Call): Answer {
    const index = this.comments.findIndex(({ id }) => id === Number(path['comment_id']));
    if (index < 0) return notFound;
    this.comments.splice(index, 1);
    return { status: 204 };
  }

  #commentBody({ id, pullRequest, login, body }: Comment): object {
    const repository = `${this.#url}/repos/${this.#repository}`;
    return {
      id,
      node_id: `IC_${id}`,
      url: `${repository}/issues/comments/${id}`,
      html_url: `https://stand-in.localhost/${this.#repository}/pull/${pullRequest}#issuecomment-${id}`,
      issue_url: `${repository}/issues/${pullRequest}`,
      body,
      user: user(login),
      created_at: now(),
      updated_at: now(),
      author_association: 'NONE',
    };
  }

  #addCheck({ body }: Call): Answer {
    const sha = String(body['head_sha']);
    if (!this.#commits.has(sha)) return refused(`No commit found for SHA: ${sha}`);
    const check: Check = {
      id: this.#nextId(),
      name: String(body['name']),
      head_sha: sha,
      status: body['conclusion'] === undefined ? textOf(body['status'], 'queued') : 'completed',
      conclusion: nullable(body['conclusion']),
      details_url: nullable(body['details_url']),
      title: null,
      summary: null,
      text: null,
      annotations: [],
    };
    const problem =
      notHttp('CheckRun', 'details_url', check.details_url) ?? takeOutput(check, body['output']);
    if (problem !== undefined) return problem;
    this.checks.push(check);
    return { status: 201, body: this.#checkBody(check) };
  }

  #updateCheck({ path, body }: Call): Answer {
    const check = this.checks.find(({ id }) => id === Number(path['check_run_id']));
    if (check === undefined) return notFound;
    const problem = takeOutput(check, body['output']);
    return problem ?? { status: 200, body: this.#checkBody(check) };
  }

  #checkBody(check: Check): object {
    const { id, title, summary, text, annotations, ...rest } = check;
    const url = `${this.#url}/repos/${this.#repository}/check-runs/${id}`;
    return {
      ...rest,
      id,
      node_id: `CR_${id}`,
      external_id: '',
      url,
      html_url: `https://stand-in.localhost/${this.#repository}/runs/${id}`,
      started_at: now(),
      completed_at: check.conclusion === null ? null : now(),
      output: {
        title,
        summary,
        text,
        annotations_count: annotations.length,
        annotations_url: `${url}/annotations`,
      },
      check_suite: { id: 5 },
      app: null,
      pull_requests: [],
    };
  }

  #listJobs({ path, query }: Call): Answer {
    if (Number(path['run_id']) !== this.#runId) return notFound;
    const attempt = path['attempt_number'];
    const jobs = this.jobs.filter(
      (job) => attempt === undefined || (job.attempt ?? Number(attempt)) === Number(attempt),
    );
    const suffix = attempt === undefined ? '' : `/attempts/${attempt}`;
    const run = `${this.#url}/repos/${this.#repository}/actions/runs/${this.#runId}`;
    const { page, headers } = paged(jobs, query, `${run}${suffix}/jobs`);
    const body = { total_count: jobs.length, jobs: page.map((job) => this.#jobBody(job, run)) };
    return { status: 200, headers, body };
  }

  #jobBody(job: Job, run: string): object {
    const id = (job.id ??= this.#nextId());
    const { status = 'completed', conclusion = 'success', runner_name = 'GitHub Actions 7' } = job;
    return {
      id,
      run_id: this.#runId,
      run_url: run,
      run_attempt: job.attempt ?? 1,
      node_id: `CR_${id}`,
      head_sha: '0'.repeat(40),
      workflow_name: 'CI',
      head_branch: 'topic',
      name: job.name,
      url: `${run}/jobs/${id}`,
      html_url: `https://stand-in.localhost/${this.#repository}/actions/runs/${this.#runId}/job/${id}`,
      status,
      conclusion,
      created_at: now(),
      started_at: job.started_at ?? '2026-03-26T00:00:00Z',
      completed_at: job.completed_at === undefined ? '2026-03-26T00:01:00Z' : job.completed_at,
      check_run_url: `${this.#url}/repos/${this.#repository}/check-runs/${id}`,
      labels: ['ubuntu-latest'],
      runner_id: runner_name === null ? null : 7,
      runner_name,
      runner_group_id: null,
      runner_group_name: null,
    };
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}

function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

function refused(message: string): Answer {
  return { status: 422, body: invalid(message) };
}

function failed(resource: string, field: string, message: string): Answer {
  const errors = [{ resource, code: 'custom', field, message }];
  return { status: 422, body: invalid('Validation Failed', errors) };
}

function nullable(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

/** GitHub counts code points. */
function tooLong(
  resource: string,
  field: string,
  value: string | null,
  most: number,
): Answer | undefined {
  if (value === null || value.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '.').length <= most) {
    return undefined;
  }
  return failed(resource, field, `${field} is too long (maximum is ${most} characters)`);
}

function tooManyBytes(field: string, value: unknown, most: number): Answer | undefined {
  if (typeof value !== 'string' || Buffer.byteLength(value) <= most) return undefined;
  return failed('CheckRun', field, `${field} exceeds a maximum bytesize of ${most}`);
}

function notHttp(resource: string, field: string, value: string | null): Answer | undefined {
  if (value === null || /^https?:\/\/[^/\s]+/.test(value)) return undefined;
  return failed(resource, field, `${field} must use http(s) scheme`);
}

function badComment(body: unknown): Answer | undefined {
  if (typeof body !== 'string' || body.trim() === '') {
    return failed('IssueComment', 'body', "body can't be blank");
  }
  return tooLong('IssueComment', 'body', body, 65_536);
}

/** Annotations are added to those that are there; all else replaces. */
function takeOutput(check: Check, output: unknown): Answer | undefined {
  if (output === undefined) return undefined;
  const given = output as Record<string, unknown>;
  const annotations = (given['annotations'] ?? []) as Record<string, unknown>[];
  const problem =
    tooManyBytes('summary', given['summary'], 65_535) ??
    tooManyBytes('text', given['text'], 65_535) ??
    annotations.map(badAnnotation).find((it) => it !== undefined);
  if (problem !== undefined) return problem;
  if (typeof given['title'] !== 'string' || given['title'] === '') {
    return failed('CheckRun', 'title', "title can't be blank");
  }
  check.title = given['title'];
  check.summary = nullable(given['summary']);
  check.text = nullable(given['text']);
  check.annotations.push(...annotations);
  return undefined;
}

function badAnnotation(annotation: Record<string, unknown>): Answer | undefined {
  const { path, start_line, end_line, start_column, title = null } = annotation;
  const [start, end] = [Number(start_line), Number(end_line)];
  if (path === '') return failed('CheckAnnotation', 'path', "path can't be blank");
  if (start < 1 || end < start) {
    return failed('CheckAnnotation', 'end_line', 'end_line must not be before start_line');
  }
  if (start_column !== undefined && start !== end) {
    return failed('CheckAnnotation', 'start_column', 'columns are for annotations of one line');
  }
  return (
    tooLong('CheckAnnotation', 'title', title as string | null, 255) ??
    tooManyBytes('message', annotation['message'], 64 * 1024)
  );
}

/** Numbered pages, and links to the others. */
function paged<T>(
  items: readonly T[],
  query: Readonly<Record<string, string>>,
  url: string,
): { page: T[]; headers: Record<string, string> } {
  const size = Math.min(100, Math.max(1, Number(query['per_page'] ?? '30')));
  const number = Math.max(1, Number(query['page'] ?? '1'));
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (page: number, rel: string): string => {
    const parameters = new URLSearchParams({ ...query, page: String(page) });
    return `<${url}?${parameters.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev'), link(1, 'first')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
  ];
  const page = items.slice((number - 1) * size, number * size);
  return { page, headers: links.length === 0 ? {} : { link: links.join(', ') } };
}

function user(login: string): object {
  const name = encodeURIComponent(login);
  const api = `https://api.stand-in.localhost/users/${name}`;
  const urls = Object.fromEntries(
    ['events', 'followers', 'following', 'gists', 'organizations', 'received_events', 'repos'].map(
      (it) => [`${it}_url`, `${api}/${it}`],
    ),
  );
  return {
    ...urls,
    login,
    id: 41898282,
    node_id: 'MDM6Qm90NDE4OTgyODI=',
    avatar_url: 'https://avatars.stand-in.localhost/in/15368',
    gravatar_id: '',
    url: api,
    html_url: `https://stand-in.localhost/${name}`,
    starred_url: `${api}/starred`,
    subscriptions_url: `${api}/subscriptions`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}
