import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpRequest,
} from '@stoplight/prism-http';

// GitHub's own description of its API, and Prism to hold both sides to it: what our client sends,
// and what the stand-in answers.

/** The calls that our client makes; any other one has no route. */
const calls: Readonly<Record<string, readonly string[]>> = {
  '/repos/{owner}/{repo}/statuses/{sha}': ['post'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['patch', 'delete'],
  '/repos/{owner}/{repo}/check-runs': ['post'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}': ['patch'],
  '/repos/{owner}/{repo}/actions/runs/{run_id}/jobs': ['get'],
  '/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs': ['get'],
};

export interface Call {
  /** `POST /repos/{owner}/{repo}/statuses/{sha}` */
  route: string;
  /** What stands for the braces. */
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: Readonly<Record<string, unknown>>;
}

export interface Answer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}

/**
 * Answers a request that the description allows; refuses others as GitHub does.
 * @param violated told whatever the request or the answer break
 */
export type Described = (
  request: IHttpRequest,
  answer: (call: Call) => Answer,
  violated: (problem: string) => void,
) => Promise<Answer>;

/** Takes a second to load. */
export async function loadDescription(): Promise<Described> {
  const operations = await getHttpOperationsFromSpec(cut(readDescription()));
  return async (request, answer, violated) => {
    const forward: Forward = ({ data, validations }, _base, _proxy, operation) => {
      const problems = [...validations.map(worded), ...unknownQuery(data, operation)];
      for (const problem of problems) violated(`${data.method} ${data.url.path}: ${problem}`);
      const refused: Answer = { status: 422, body: invalid(problems.join('; ')) };
      const given = problems.length > 0 ? refused : answer(callOf(data, operation?.path ?? ''));
      const headers = { 'content-type': 'application/json; charset=utf-8', ...given.headers };
      const output = { statusCode: given.status, headers, body: given.body };
      return () => () => Promise.resolve({ _tag: 'Right', right: output });
    };
    const prism = createInstance(proxy, { logger, forward });
    const outcome = await prism.request(request, operations)();
    const where = `${request.method} ${request.url.path}`;
    if (outcome._tag === 'Left') {
      violated(`${where}: ${outcome.left.message}`);
      return {
        status: 404,
        body: { message: 'Not Found', documentation_url: docs, status: '404' },
      };
    }
    const { output, validations } = outcome.right;
    for (const problem of validations.output.filter(isError)) {
      violated(`${where}: the stand-in's answer ${output.statusCode}: ${worded(problem)}`);
    }
    return { status: output.statusCode, headers: output.headers ?? {}, body: output.body };
  };
}

export const docs = 'https://docs.github.com/rest';

/** GitHub's answer to what it does not take. */
export function invalid(message: string, errors?: readonly object[]): object {
  return {
    message,
    documentation_url: docs,
    status: '422',
    ...(errors !== undefined && { errors }),
  };
}

type Forward = NonNullable<NonNullable<Parameters<typeof createInstance>[1]>['forward']>;

const proxy = {
  isProxy: true,
  upstream: new URL('http://stand-in.localhost'),
  upstreamProxy: undefined,
  validateRequest: true,
  validateResponse: true,
  checkSecurity: false,
  errors: true,
  mock: { dynamic: false },
} as const;

/** Whatever Prism has to say comes back as validations. */
const logger: object = new Proxy(
  {},
  { get: (_, name) => (name === 'child' ? () => logger : () => undefined) },
);

/** Prism's severities are numbers, the gravest is 0: a status that nobody has described is less. */
function isError({ severity }: { severity: number }): boolean {
  return severity === 0;
}

function worded({ path = [], message }: { path?: readonly string[]; message: string }): string {
  return `${path.join('.')}: ${message}`;
}

/** Prism lets through parameters that nobody has described. */
function unknownQuery(
  { url: { query = {} } }: IHttpRequest,
  operation: Parameters<Forward>[3],
): string[] {
  const known = operation?.request?.query?.map(({ name }) => name) ?? [];
  return Object.keys(query)
    .filter((name) => !known.includes(name))
    .map((name) => `query.${name}: is not described`);
}

function callOf({ method, url: { path, query = {} }, body }: IHttpRequest, template: string): Call {
  const values = path.split('/');
  const names = template.split('/').map((part) => /^\{(.+)\}$/.exec(part)?.[1]);
  return {
    route: `${method.toUpperCase()} ${template}`,
    path: Object.fromEntries(
      names.flatMap((name, index) =>
        name === undefined ? [] : [[name, decodeURIComponent(values[index] ?? '')]],
      ),
    ),
    query: query as Record<string, string>,
    body: (body ?? {}) as Record<string, unknown>,
  };
}

type Json = Record<string, unknown>;

interface Description extends Json {
  paths: Record<string, Json>;
  components: Record<string, Record<string, unknown>>;
}

function readDescription(): Description {
  const require = createRequire(import.meta.url);
  const package_ = require.resolve('@octokit/openapi/package.json');
  const file = package_.replace('package.json', 'generated/api.github.com.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Description;
}

/** The calls above and what they refer to: 13 MB would take Prism half a minute. */
function cut({ openapi, info, paths, components }: Description): object {
  const kept: Record<string, Record<string, unknown>> = {};
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { $ref } = node as { $ref?: unknown };
    if (typeof $ref === 'string') keep($ref);
    for (const [key, value] of Object.entries(node)) {
      if (key !== 'examples') visit(value);
    }
    delete (node as { examples?: unknown }).examples;
  };
  const keep = (reference: string): void => {
    const [, , kind = '', name = ''] = reference.split('/');
    const group = (kept[kind] ??= {});
    if (name in group) return;
    group[name] = components[kind]?.[name];
    visit(group[name]);
  };
  const chosen = Object.entries(calls).map(([path, methods]) => {
    const operations = Object.entries(paths[path] ?? {}).filter(([key]) => methods.includes(key));
    if (operations.length !== methods.length) throw new Error(`GitHub describes no ${path}`);
    return [path, Object.fromEntries(operations)] as const;
  });
  for (const [, operations] of chosen) {
    visit(operations);
    for (const { requestBody } of Object.values(operations) as Json[]) close(requestBody);
  }
  return { openapi, info, paths: Object.fromEntries(chosen), components: kept };
}

/** GitHub ignores fields that it does not know; here they are mistakes. */
function close(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Json;
  if (schema['type'] === 'object' && schema['properties'] !== undefined) {
    schema['additionalProperties'] ??= false;
  }
  for (const value of Object.values(schema)) close(value);
}
