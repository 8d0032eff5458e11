import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGithubContext } from '../../src/action/github-context.ts';

const told = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_REPOSITORY: 'octo/repo',
  GITHUB_REPOSITORY_OWNER: 'octo',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_REF_NAME: '7/merge',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_HEAD_REF: '$(touch x)',
  GITHUB_BASE_REF: 'main',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_ACTOR: 'octocat',
  GITHUB_WORKFLOW: 'CI',
  GITHUB_JOB: 'lanes',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_NUMBER: '97',
  GITHUB_RUN_ATTEMPT: '2',
};

/** What a runner sets besides, and a workflow may. */
const kept = {
  GITHUB_TOKEN: 'secret',
  GITHUB_ENV: '/runner/env',
  GITHUB_OUTPUT: '/runner/output',
  GITHUB_PATH: '/runner/path',
  GITHUB_STATE: '/runner/state',
  GITHUB_STEP_SUMMARY: '/runner/summary',
  GITHUB_WORKSPACE: '/runner/work',
  GITHUB_ACTION_PATH: '/runner/actions',
  GITHUB_SOMETHING_NEW: 'x',
  ACTIONS_RUNTIME_TOKEN: 'secret',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
  RUNNER_TEMP: '/runner/temp',
  'INPUT_SSH-KEY': 'secret',
  NPM_TOKEN: 'secret',
};

describe('lanes are told of the workflow run', () => {
  it('what is on the list and nothing else, and what only the event knows', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pikaci-event-'));
    const path = join(folder, 'event.json');
    const [base, head] = ['b'.repeat(40), 'c'.repeat(40)];
    const event = { pull_request: { number: 7, base: { sha: base }, head: { sha: head } } };
    writeFileSync(path, JSON.stringify(event));
    const { forLanes } = readGithubContext({ ...told, ...kept, GITHUB_EVENT_PATH: path });
    rmSync(folder, { recursive: true });
    expect(forLanes).toEqual({
      ...told,
      PIKACI_PULL_REQUEST: '7',
      PIKACI_BASE_SHA: base,
      PIKACI_HEAD_SHA: head,
    });
  });

  it('nothing that is not known', () => {
    const push = { ...told, GITHUB_EVENT_NAME: 'push', GITHUB_HEAD_REF: '', GITHUB_BASE_REF: '' };
    const { GITHUB_HEAD_REF: _head, GITHUB_BASE_REF: _base, ...rest } = push;
    expect(readGithubContext(push).forLanes).toEqual({ ...rest, PIKACI_HEAD_SHA: told.GITHUB_SHA });
    expect(readGithubContext({}).forLanes).toEqual({});
  });
});
