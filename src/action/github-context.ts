import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { artifactService, type ArtifactService } from '../github/artifact-service.ts';
import type { Variables } from '../model/lane-given.ts';
import { laneContext } from './lane-context.ts';
import { readWorkflowRunRef, runUrl, type WorkflowRunRef } from '../github/workflow-run.ts';

/** What the runner says about the workflow run, read once. */
export interface GithubContext {
  workspace: string;
  repository: string;
  runId: string;
  runNumber: string;
  /** Where GitHub is, and this workflow run in it. */
  workflowRun: WorkflowRunRef;
  artifacts: ArtifactService;
  /** Page of the workflow run. */
  runUrl: string;
  /** Name of the workflow. */
  workflow: string;
  /** Whom this job runs on; empty where that is not told. */
  runnerName: string;
  /** Number of the pull request that the event is about. */
  pullRequest: number | undefined;
  eventName: string;
  /** The commit that the event runs on. */
  sha: string;
  /** The commit that the change ends with: a pull request's own, not its merge with the base. */
  headSha: string;
  codeOf: EventCode;
  /** Folder for what need not outlive the job. */
  temp: string;
  /** Whoever caused it. */
  handsOutSecrets: boolean;
  change: EventChange;
  /** What lanes are told of all this. */
  forLanes: Variables;
  /** What is planned when nobody says: nightly targets on a schedule, branch targets else. */
  defaultTarget: 'branch' | 'nightly';
}

/** The commits between which the event's change lies; nothing where the event has none. */
export interface EventChange {
  base: string | undefined;
  head: string | undefined;
}

/** Whose code an event is about, as far as it tells. */
export type EventCode =
  { kind: 'own' } | { kind: 'fork'; repository: string } | { kind: 'unknown' };

type RunnerVariables = Readonly<Record<string, string | undefined>>;

export function readGithubContext(variables: RunnerVariables): GithubContext {
  const eventName = variables['GITHUB_EVENT_NAME'] ?? '';
  const event = readEvent(variables['GITHUB_EVENT_PATH']);
  const repository = variables['GITHUB_REPOSITORY'] ?? '';
  const workflowRun = readWorkflowRunRef(variables);
  const sha = variables['GITHUB_SHA'] ?? '';
  const change = changeOf(eventName, event);
  const headSha = change.head ?? sha;
  const pullRequest = event.pull_request?.number;
  return {
    eventName,
    sha,
    headSha,
    codeOf: originOf(eventName, event, repository),
    handsOutSecrets: !withoutSecrets.includes(eventName),
    workspace: variables['GITHUB_WORKSPACE'] ?? process.cwd(),
    repository,
    runId: variables['GITHUB_RUN_ID'] ?? '',
    workflowRun,
    artifacts: artifactService(workflowRun, variables),
    runUrl: runUrl(workflowRun),
    temp: variables['RUNNER_TEMP'] ?? tmpdir(),
    workflow: variables['GITHUB_WORKFLOW'] ?? '',
    runnerName: variables['RUNNER_NAME'] ?? '',
    pullRequest,
    runNumber: variables['GITHUB_RUN_NUMBER'] ?? '',
    change,
    forLanes: laneContext(variables, { pullRequest, baseSha: change.base, headSha }),
    defaultTarget: eventName === 'schedule' ? 'nightly' : 'branch',
  };
}

interface EventPayload {
  before?: string;
  after?: string;
  pull_request?: {
    number?: number;
    base?: { sha?: string };
    head?: { sha?: string; repo?: { full_name?: string } | null };
  };
  workflow_run?: { head_repository?: { full_name?: string } | null };
  merge_group?: { base_sha?: string; head_sha?: string };
}

function readEvent(path: string | undefined): EventPayload {
  if (path === undefined || path === '') return {};
  return JSON.parse(readFileSync(path, 'utf8')) as EventPayload;
}

/** Under these, GitHub keeps secrets from forks: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows */
const withoutSecrets: readonly string[] = [
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
];

/**
 * Caused by people who may write to the repository, about its own branches. Whoever sends a
 * dispatch has said what is to run. Of all others, those that are not known included, anybody may be
 * the cause, and a workflow may check out anything.
 */
const ownEvents: readonly string[] = [
  '',
  'branch_protection_rule',
  'create',
  'delete',
  'deployment',
  'merge_group',
  'push',
  'registry_package',
  'release',
  'repository_dispatch',
  'schedule',
  'workflow_dispatch',
];

function originOf(eventName: string, event: EventPayload, repository: string): EventCode {
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return ownOrFork(event.pull_request?.head?.repo?.full_name, repository);
    case 'workflow_run':
      return ownOrFork(event.workflow_run?.head_repository?.full_name, repository);
    default:
      return ownEvents.includes(eventName) ? { kind: 'own' } : { kind: 'unknown' };
  }
}

function ownOrFork(from: string | undefined, repository: string): EventCode {
  // A fork may be gone by the time of the event; its code is not.
  if (from === undefined) return { kind: 'fork', repository: 'that is deleted' };
  const isOwn = from.toLowerCase() === repository.toLowerCase();
  return isOwn ? { kind: 'own' } : { kind: 'fork', repository: from };
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
