import { readFileSync } from 'node:fs';

/** What the runner says about the workflow run, read once. */
export interface GithubContext {
  workspace: string;
  repository: string;
  runId: string;
  runNumber: string;
  runAttempt: number;
  change: EventChange;
  /** What is planned when nobody says: nightly targets on a schedule, branch targets else. */
  defaultTarget: 'branch' | 'nightly';
}

/** The commits between which the event's change lies; nothing where the event has none. */
export interface EventChange {
  base: string | undefined;
  head: string | undefined;
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
    change: changeOf(eventName, readEvent(variables['GITHUB_EVENT_PATH'])),
    defaultTarget: eventName === 'schedule' ? 'nightly' : 'branch',
  };
}

interface EventPayload {
  before?: string;
  after?: string;
  pull_request?: { base?: { sha?: string }; head?: { sha?: string } };
  merge_group?: { base_sha?: string; head_sha?: string };
}

function readEvent(path: string | undefined): EventPayload {
  if (path === undefined || path === '') return {};
  return JSON.parse(readFileSync(path, 'utf8')) as EventPayload;
}

/** A branch that is pushed for the first time has no commit before it: all zeros. */
const noCommit = /^0+$/;

function changeOf(eventName: string, event: EventPayload): EventChange {
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target': {
      // The head itself, not the merge that is checked out: that also holds what the base has won
      // since, or is the base alone.
      const { base, head } = event.pull_request ?? {};
      return { base: base?.sha, head: head?.sha };
    }
    case 'merge_group':
      return { base: event.merge_group?.base_sha, head: event.merge_group?.head_sha };
    case 'push':
      return { base: commit(event.before), head: commit(event.after) };
    default:
      return { base: undefined, head: undefined };
  }
}

function commit(id: string | undefined): string | undefined {
  return id === undefined || noCommit.test(id) ? undefined : id;
}
