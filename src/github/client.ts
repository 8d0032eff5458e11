import { setTimeout as sleep } from 'node:timers/promises';
import type { GitHub } from '@actions/github/lib/utils';
import { pauseAfter, usualPatience, type Patience } from './patience.ts';
import type { WorkflowRunRef } from './workflow-run.ts';
import { answerOf } from './refusal.ts';

type Octokit = InstanceType<typeof GitHub>;

/** GitHub's API, for one repository. */
export interface Github {
  workflowRun: WorkflowRunRef;
  /** Waits and asks again by itself, within its patience; see {@link retried}. */
  octokit: Octokit;
}

export interface GithubAccess {
  /** A workflow's own token, an app's, or a person's. */
  token: string;
  workflowRun: WorkflowRunRef;
  patience?: Patience;
}

/** Octokit is loaded only when it is needed: it costs 60 ms. */
export async function openGithub(access: GithubAccess): Promise<Github> {
  const { token, workflowRun, patience = usualPatience } = access;
  // The proxies of self-hosted runners are the doing of its `fetch`.
  const { GitHub, getOctokitOptions, defaults } = await import('@actions/github/lib/utils');
  const octokit = new GitHub(
    getOctokitOptions(token, {
      baseUrl: workflowRun.apiUrl,
      userAgent: 'pikaci-action',
      request: { fetch: withDeadline(defaults.request?.fetch as Fetch, patience.answerMs) },
      log: { debug: silent, info: silent, warn: silent, error: silent },
    }),
  );
  octokit.hook.wrap('request', retried(patience));
  return { workflowRun, octokit };
}

type Fetch = typeof fetch;

/** Each answer has its own deadline; hooks of Octokit cannot give a request another signal. */
function withDeadline(fetch: Fetch, answerMs: number): Fetch {
  return (url, init = {}) => {
    const deadline = AbortSignal.timeout(answerMs);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    return fetch(url, { ...init, signal });
  };
}

/** What every call about the repository starts with. */
export function inRepository({ workflowRun: { owner, repo } }: Github, signal: AbortSignal) {
  return { owner, repo, request: { signal } };
}

/** Its warnings about deprecated calls are for us, not for the readers of a step's log. */
function silent(): void {
  return undefined;
}

interface Options {
  request?: { signal?: AbortSignal; attempts?: number };
}

/**
 * Sends requests again after 5xx, rate limits and silence. What is lost on that counts over all
 * requests: a GitHub that is down costs a report its patience once, not once a request.
 */
function retried(patience: Patience) {
  let lostMs = 0;
  let silentMs = 0;
  let last: unknown;
  return async <O extends object, R>(
    send: (options: O) => R | Promise<R>,
    options: O,
  ): Promise<R> => {
    const { signal, attempts = patience.attempts } = (options as Options).request ?? {};
    for (let attempt = 1; ; attempt += 1) {
      if (isOver()) throw last;
      const start = performance.now();
      try {
        return await send(options);
      } catch (error) {
        signal?.throwIfAborted();
        const pause = pauseAfter(error, attempt, { ...patience, attempts }, Date.now());
        if (pause === undefined) throw error;
        last = error;
        const tookMs = performance.now() - start + pause;
        lostMs += tookMs;
        if (answerOf(error) === undefined) silentMs += tookMs;
        if (isOver()) throw error;
        await sleep(jittered(pause), undefined, { signal });
      }
    }
  };

  function isOver(): boolean {
    return lostMs >= patience.totalMs || silentMs >= patience.silentMs;
  }
}

/** Legs that met the same limit must not all come back at the same moment, nor too early. */
function jittered(milliseconds: number): number {
  return milliseconds * (1 + Math.random() / 4);
}
