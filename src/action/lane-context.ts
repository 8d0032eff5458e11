import type { Variables } from '../model/lane-given.ts';

/**
 * What lanes are told of the workflow run, by name and nothing else: neither tokens nor what leads to
 * them, nor files and folders of the runner, which mean nothing where a lane runs.
 */
const handedOn = [
  ...['GITHUB_ACTIONS', 'GITHUB_SERVER_URL', 'GITHUB_API_URL', 'GITHUB_REPOSITORY'],
  ...['GITHUB_REPOSITORY_OWNER', 'GITHUB_SHA', 'GITHUB_REF', 'GITHUB_REF_NAME', 'GITHUB_REF_TYPE'],
  ...['GITHUB_HEAD_REF', 'GITHUB_BASE_REF', 'GITHUB_EVENT_NAME', 'GITHUB_ACTOR'],
  ...['GITHUB_WORKFLOW', 'GITHUB_JOB', 'GITHUB_RUN_ID', 'GITHUB_RUN_NUMBER', 'GITHUB_RUN_ATTEMPT'],
];

/** What GitHub has no variable for. */
interface EventFacts {
  pullRequest: number | undefined;
  baseSha: string | undefined;
  headSha: string;
}

/** Variables for lanes; what is not known is absent. */
export function laneContext(
  variables: Readonly<Record<string, string | undefined>>,
  { pullRequest, baseSha, headSha }: EventFacts,
): Variables {
  const known = {
    ...Object.fromEntries(handedOn.map((name) => [name, variables[name]])),
    PIKACI_PULL_REQUEST: pullRequest?.toString(),
    PIKACI_BASE_SHA: baseSha,
    PIKACI_HEAD_SHA: headSha,
  };
  return Object.fromEntries(
    Object.entries(known).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}
