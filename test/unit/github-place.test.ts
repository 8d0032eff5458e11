import { describe, expect, it } from 'vitest';
import { artifactService } from '../../src/github/artifact-service.ts';
import { readWorkflowRunRef, runUrl } from '../../src/github/workflow-run.ts';

const run = { GITHUB_REPOSITORY: 'octo/repo', GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '2' };

describe('where GitHub is', () => {
  it.each([
    ['github.com', {}, 'https://api.github.com', 'https://api.github.com/graphql'],
    [
      'data residency',
      {
        GITHUB_SERVER_URL: 'https://octo.ghe.com',
        GITHUB_API_URL: 'https://api.octo.ghe.com',
        GITHUB_GRAPHQL_URL: 'https://api.octo.ghe.com/graphql',
      },
      'https://api.octo.ghe.com',
      'https://api.octo.ghe.com/graphql',
    ],
    [
      'an Enterprise Server',
      {
        GITHUB_SERVER_URL: 'https://git.example.org',
        GITHUB_API_URL: 'https://git.example.org/api/v3/',
      },
      'https://git.example.org/api/v3',
      'https://git.example.org/api/graphql',
    ],
    [
      'empty variables',
      { GITHUB_API_URL: '' },
      'https://api.github.com',
      'https://api.github.com/graphql',
    ],
  ])('%s', (_, variables, apiUrl, graphqlUrl) => {
    const place = readWorkflowRunRef({ ...run, ...variables });
    expect(place).toMatchObject({ apiUrl, graphqlUrl, owner: 'octo', repo: 'repo', runAttempt: 2 });
  });

  it('links a run', () => {
    expect(runUrl(readWorkflowRunRef(run))).toBe('https://github.com/octo/repo/actions/runs/4711');
  });
});

describe('whether there are artifacts', () => {
  const runtime = { ACTIONS_RESULTS_URL: 'https://results', ACTIONS_RUNTIME_TOKEN: 'token' };

  it.each([
    ['https://github.com', runtime, 'served'],
    ['https://octo.ghe.com', runtime, 'served'],
    ['https://git.example.org', runtime, 'git.example.org is a GitHub Enterprise Server'],
    ['https://ghe.com.example.org', runtime, 'ghe.com.example.org is a GitHub Enterprise Server'],
    [
      'https://github.com',
      { ...runtime, ACTIONS_RUNTIME_TOKEN: '' },
      'the runner gives this step no ACTIONS_RUNTIME_TOKEN',
    ],
    ['https://github.com', {}, 'the runner gives this step no ACTIONS_RESULTS_URL'],
  ])('on %s with %j', (server, variables, expected) => {
    const service = artifactService(
      readWorkflowRunRef({ ...run, GITHUB_SERVER_URL: server }),
      variables,
    );
    expect(service.kind === 'served' ? service.kind : service.why).toBe(expected);
  });
});
