import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IHttpRequest } from '@stoplight/prism-http';
import { Api, type Check, type Comment, type Job, type Permissions, type Status } from './api.ts';
import { BlobStore } from './blob-store.ts';
import { loadDescription, type Answer, type Described } from './description.ts';
import { badCredentials, notFound, refusal, type Fault } from './faults.ts';
import { ResultsService, type Artifact } from './results-service.ts';

export interface StandInOptions {
  repository?: string;
  /** Commits that GitHub knows, in full. */
  commits?: readonly string[];
  pullRequests?: readonly number[];
  runId?: number;
  /** Where the API lies: at the root, or where GitHub Enterprise Server has it. */
  apiPath?: '' | '/api/v3';
  /** Where artifacts lie; one of its own, started for the first of them, where it is left out. */
  store?: BlobStore;
}

export interface Asked {
  /** `POST /repos/octo/repo/statuses/…`, without the query. */
  request: string;
  query: string;
  /** By the clock of `performance`. */
  at: number;
  /** Absent where there was no answer. */
  status?: number;
}

/** Read once for all stand-ins of a test file. */
const description = loadDescription();

const artifactService = '/twirp/github.actions.results.api.v1.ArtifactService/';

/**
 * GitHub, as far as a workflow run's report needs it: its REST and GraphQL APIs and its artifacts,
 * over HTTP on this machine. It refuses what GitHub refuses, keeps what it is told, and holds
 * everybody to GitHub's own description of the API: whoever breaks that fails the test in which the
 * stand-in ends.
 */
export class GithubStandIn implements AsyncDisposable {
  readonly token = 'ghs_0123456789abcdefABCDEF0123456789abcd';
  readonly repository: string;
  readonly runId: number;
  /** Every request so far, in order. */
  readonly asked: Asked[] = [];
  readonly #server: Server;
  readonly #url: string;
  readonly #apiPath: string;
  readonly #described: Described;
  readonly #api: Api;
  readonly #results: ResultsService;
  readonly #faults: { fault: Fault; left: number }[] = [];
  readonly #violations: string[] = [];
  #ownStore: Promise<BlobStore> | undefined;

  private constructor(server: Server, described: Described, options: StandInOptions) {
    const { repository = 'octo/repo', runId = 4711, apiPath = '' } = options;
    const { commits = [], pullRequests = [], store } = options;
    this.#server = server;
    this.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#apiPath = apiPath;
    this.#described = described;
    this.repository = repository;
    this.runId = runId;
    const about = { repository, commits, pullRequests, runId };
    this.#api = new Api(`${this.#url}${apiPath}`, about);
    this.#results = new ResultsService(async () => {
      return store ?? (await (this.#ownStore ??= BlobStore.start()));
    });
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  static async start(options: StandInOptions = {}): Promise<GithubStandIn> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new GithubStandIn(server, await description, options);
  }

  get statuses(): readonly Status[] {
    return this.#api.statuses;
  }

  get comments(): readonly Comment[] {
    return this.#api.comments;
  }

  get checks(): readonly Check[] {
    return this.#api.checks;
  }

  /** Those whose upload came to its end, of every attempt. */
  get artifacts(): readonly Artifact[] {
    return this.#results.artifacts;
  }

  get attempt(): number {
    return this.#results.attempt.number;
  }

  get jobs(): readonly Job[] {
    return this.#api.jobs;
  }

  set jobs(jobs: readonly Job[]) {
    this.#api.jobs = [...jobs];
  }

  /** What the token may; all that a report needs until a test takes it away. */
  set permissions(permissions: Permissions) {
    this.#api.permissions = permissions;
  }

  /** Whose the token is. */
  set login(login: string) {
    this.#api.login = login;
  }

  /**
   * What the runner gives to a job of the current attempt. The server's name is one that counts as
   * GitHub's own; it only stands in links.
   */
  environment(job = 'report'): Record<string, string> {
    return {
      GITHUB_API_URL: `${this.#url}${this.#apiPath}`,
      GITHUB_GRAPHQL_URL: `${this.#url}${this.#apiPath.replace('/v3', '')}/graphql`,
      GITHUB_SERVER_URL: 'https://stand-in.localhost',
      GITHUB_REPOSITORY: this.repository,
      GITHUB_RUN_ID: String(this.runId),
      GITHUB_RUN_ATTEMPT: String(this.attempt),
      ACTIONS_RESULTS_URL: `${this.#url}/`,
      ACTIONS_RUNTIME_TOKEN: this.#results.tokenFor(job),
    };
  }

  /** Begins another attempt of the run, as the two buttons do. */
  rerun(which: 'failed jobs' | 'all jobs'): void {
    this.#results.nextAttempt(which === 'failed jobs');
  }

  /** From the next request that matches on. */
  fail(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  comment(pullRequest: number, login: string, body: string): Comment {
    return this.#api.addComment(pullRequest, login, body);
  }

  contentOf(artifact: Artifact): Promise<Buffer> {
    return this.#results.content(artifact);
  }

  /** The requests whose `METHOD /path` matches. */
  requests(pattern: RegExp): Asked[] {
    return this.asked.filter(({ request }) => pattern.test(request));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await (await this.#ownStore)?.[Symbol.asyncDispose]();
    if (this.#violations.length > 0) {
      throw new Error(`against GitHub’s description:\n${this.#violations.join('\n')}`);
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const { pathname, search } = new URL(url, this.#url);
    const asked: Asked = {
      request: `${method} ${pathname}`,
      query: search.slice(1),
      at: performance.now(),
    };
    this.asked.push(asked);
    const text = await readText(request);
    const fault = this.#faultFor(asked.request);
    const answer =
      fault === undefined || fault.late === true
        ? await this.#answer(request, pathname, text)
        : undefined;
    const given = fault?.answer ?? answer ?? notFound;
    if (given === 'silence') return;
    if (given === 'hang up') {
      request.socket.destroy();
      return;
    }
    asked.status = given.status;
    send(response, given);
  }

  #faultFor(request: string): Fault | undefined {
    const found = this.#faults.find(({ fault, left }) => left > 0 && fault.on.test(request));
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.fault;
  }

  async #answer(request: IncomingMessage, path: string, text: string): Promise<Answer> {
    const { headers, method = 'GET' } = request;
    const body = parse(text);
    if (body instanceof Error) return refusal(400, 'Problems parsing JSON');
    const [, bearer = ''] = /^(?:token|bearer) (\S+)$/i.exec(headers.authorization ?? '') ?? [];
    if (path.startsWith(artifactService)) {
      if (method !== 'POST' || headers['content-type'] !== 'application/json') {
        return { status: 400, body: { code: 'malformed', msg: 'not a twirp request' } };
      }
      return this.#results.answer(path.slice(artifactService.length), bearer, body);
    }
    if (headers['user-agent'] === undefined) return refusal(403, 'A user agent is required');
    if (bearer !== this.token) return badCredentials;
    if (`${method} ${path}` === `POST ${this.#apiPath.replace('/v3', '')}/graphql`) {
      return this.#api.viewer(body);
    }
    if (!path.startsWith(`${this.#apiPath}/`)) return notFound;
    const url = new URL(request.url ?? '/', this.#url);
    return this.#described(
      {
        method: method.toLowerCase() as IHttpRequest['method'],
        url: {
          path: path.slice(this.#apiPath.length),
          query: Object.fromEntries(url.searchParams),
        },
        headers: headers as Record<string, string>,
        body,
      },
      (call) => this.#api.answer(call),
      (problem) => this.#violations.push(problem),
    );
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return error;
  }
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4987',
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
    ...headers,
  });
  response.end(status === 204 ? undefined : text);
}
