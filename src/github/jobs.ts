import { inRepository, type Github } from './client.ts';
import { allPages, pageSize } from './pages.ts';
import { refusalOf, type Answer } from './refusal.ts';

/** A job of a workflow run, as far as a report links and times it. */
export interface WorkflowJob {
  id: number;
  /** As the run's page shows it: `pikaci / check-contracts / unit` in a called workflow. */
  name: string;
  /** Its page, with its log. */
  url: string;
  status: string;
  /** Null until it is over. */
  conclusion: string | null;
  startedAt: string;
  completedAt: string | null;
  /** Null where no runner took it. */
  runner: string | null;
}

/**
 * The jobs of this attempt of the run. "Re-run failed jobs" lists those that it did not run again,
 * too, as the earlier attempt left them. Needs `actions: read` in a private repository.
 */
export async function jobsOfAttempt(
  github: Github,
  signal: AbortSignal,
): Promise<Answer<{ jobs: WorkflowJob[] }>> {
  const { octokit, workflowRun } = github;
  const common = { ...inRepository(github, signal), run_id: workflowRun.runId, per_page: pageSize };
  const ofAttempt = async (page: number) => {
    const { data, headers } = await octokit.request(
      'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs',
      { ...common, attempt_number: workflowRun.runAttempt, page },
    );
    return { items: data.jobs, link: headers.link };
  };
  const latest = async (page: number) => {
    const { data, headers } = await octokit.request(
      'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
      { ...common, filter: 'latest', page },
    );
    return { items: data.jobs, link: headers.link };
  };
  try {
    const jobs = await allPages(ofAttempt).catch(otherwise(() => allPages(latest)));
    return { kind: 'done', jobs: jobs.map(jobOf) };
  } catch (error) {
    return refusalOf(error, signal);
  }

  /** Older GitHub Enterprise Servers know no attempts. */
  function otherwise<T>(ask: () => Promise<T>) {
    return (error: unknown): Promise<T> => {
      const refusal = refusalOf(error, signal);
      if (refusal.kind === 'not_permitted' && refusal.status === 404) return ask();
      throw error;
    };
  }
}

function jobOf(job: {
  id: number | bigint;
  name: string;
  html_url: string | null;
  status: string;
  conclusion: string | null;
  started_at: string;
  completed_at: string | null;
  runner_name: string | null;
}): WorkflowJob {
  return {
    id: Number(job.id),
    name: job.name,
    url: job.html_url ?? '',
    status: job.status,
    conclusion: job.conclusion,
    startedAt: job.started_at,
    completedAt: job.completed_at,
    runner: job.runner_name,
  };
}
