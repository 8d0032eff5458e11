import type { WorkflowRunRef } from './workflow-run.ts';

/** Where a workflow run keeps its artifacts. */
export type ArtifactService =
  { kind: 'served'; workflowRun: WorkflowRunRef } | { kind: 'unavailable'; why: string };

type Variables = Readonly<Record<string, string | undefined>>;

/** Whether the runner offers artifacts to this step. GitHub Enterprise Server has none of this kind. */
export function artifactService(
  workflowRun: WorkflowRunRef,
  variables: Variables,
): ArtifactService {
  const hostname = new URL(workflowRun.serverUrl).hostname.toLowerCase();
  const isServed = hostname === 'github.com' || /\.(ghe\.com|localhost)$/.test(hostname);
  if (!isServed) {
    return { kind: 'unavailable', why: `${hostname} is a GitHub Enterprise Server` };
  }
  const missing = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN'].find((it) => !variables[it]);
  if (missing !== undefined) {
    return { kind: 'unavailable', why: `the runner gives this step no ${missing}` };
  }
  return { kind: 'served', workflowRun };
}
