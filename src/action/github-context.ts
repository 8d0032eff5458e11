import { readFileSync } from 'node:fs';

/** What the runner says about the workflow run, read once. */
export interface GithubContext {
  workspace: string;
  repository: string;
  runId: string;
  runNumber: string;
  runAttempt: number;
  /** The commit that the event's change is compared with; nothing where the event has none. */
  base: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

export function readGithubContext(variables: Variables): GithubContext {
  const eventName = variables['GITHUB_EVENT_NAME'] ?? '';
  return {
    workspace: variables['GITHUB_WORKSPACE'] ?? process.cwd(),
    repository: variables['GITHUB_REPOSITORY'] ?? '',
    runId: variables['GITHUB_RUN_ID'] ?? '',
    runNumber: variables['GITHUB_RUN_NUMBER'] ?? '',
    runAttempt: Number(variables['GITHUB_RUN_ATTEMPT'] ?? '1'),
    base: baseOf(eventName, readEvent(variables['GITHUB_EVENT_PATH'])),
  };
}

interface EventPayload {
  before?: string;
  pull_request?: { base?: { sha?: string } };
  merge_group?: { base_sha?: string };
}

function readEvent(path: string | undefined): EventPayload {
  if (path === undefined || path === '') return {};
  return JSON.parse(readFileSync(path, 'utf8')) as EventPayload;
}

/** A branch that is pushed for the first time has no commit before it: all zeros. */
const noCommit = /^0+$/;

function baseOf(eventName: string, event: EventPayload): string | undefined {
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
      return event.pull_request?.base?.sha;
    case 'merge_group':
      return event.merge_group?.base_sha;
    case 'push':
      return event.before === undefined || noCommit.test(event.before) ? undefined : event.before;
    default:
      return undefined;
  }
}
