/** Where a workflow run lives: its repository, and the addresses of the GitHub that runs it. */
export interface WorkflowRunRef {
  /** Of the REST API, without a slash at its end. */
  apiUrl: string;
  graphqlUrl: string;
  /** Of the pages that people look at, without a slash at its end. */
  serverUrl: string;
  owner: string;
  repo: string;
  runId: number;
  runAttempt: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads what the runner says; GitHub's own addresses where it says nothing. On GitHub Enterprise
 * Server and under data residency (`*.ghe.com`) all three addresses are others.
 */
export function readWorkflowRunRef(variables: Variables): WorkflowRunRef {
  const address = (name: string, otherwise: string): string => {
    const value = variables[name] ?? '';
    return (value === '' ? otherwise : value).replace(/\/+$/, '');
  };
  const apiUrl = address('GITHUB_API_URL', 'https://api.github.com');
  const [owner = '', repo = ''] = (variables['GITHUB_REPOSITORY'] ?? '').split('/');
  return {
    apiUrl,
    // GitHub Enterprise Server has it at /api/graphql, beside /api/v3.
    graphqlUrl: address('GITHUB_GRAPHQL_URL', `${apiUrl.replace(/\/v3$/, '')}/graphql`),
    serverUrl: address('GITHUB_SERVER_URL', 'https://github.com'),
    owner,
    repo,
    runId: Number(variables['GITHUB_RUN_ID'] ?? '0'),
    runAttempt: Number(variables['GITHUB_RUN_ATTEMPT'] ?? '1'),
  };
}

/** The page of a workflow run. */
export function runUrl({ serverUrl, owner, repo, runId }: WorkflowRunRef): string {
  return `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`;
}
