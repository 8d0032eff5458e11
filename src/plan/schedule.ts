import { FailureError, failureOf, type Failure } from '../model/failure.ts';
import type { PlanNode } from '../model/run-plan.ts';

export type NodeOutcome = { kind: 'done' } | { kind: 'failed'; failure: Failure };

/** Whatever stands for a node. */
interface Step {
  node: PlanNode;
}

export interface ScheduleOptions<S extends Step> {
  /** Execute nodes under way at once; prepare nodes are only bound by their order. */
  maxExecutes: number;
  /** Runs one; a rejection or a failed outcome fails whatever depends on it. */
  runStep: (step: S) => Promise<NodeOutcome>;
  /** Told for each that is not run because one that it needs failed. */
  onBlocked: (step: S, failure: Failure) => void;
}

/** Runs a plan's nodes as their dependencies allow; resolves when every node has its outcome. */
export async function runSteps<S extends Step>(
  steps: readonly S[],
  { maxExecutes, runStep, onBlocked }: ScheduleOptions<S>,
): Promise<Map<string, NodeOutcome>> {
  const outcomes = new Map<string, NodeOutcome>();
  const waiting = new Set(steps);
  const underWay = new Map<string, Promise<void>>();
  let executes = 0;

  const start = (step: S): void => {
    const { node } = step;
    waiting.delete(step);
    if (node.kind === 'execute') executes += 1;
    const settled = runStep(step)
      .catch((error: unknown): NodeOutcome => ({ kind: 'failed', failure: failureOf(error) }))
      .then((outcome) => {
        outcomes.set(node.id, outcome);
        underWay.delete(node.id);
        if (node.kind === 'execute') executes -= 1;
      });
    underWay.set(node.id, settled);
  };

  while (waiting.size > 0 || underWay.size > 0) {
    for (const step of [...waiting]) {
      const { node } = step;
      const blocker = failedDependency(node, outcomes);
      if (blocker !== undefined) {
        waiting.delete(step);
        outcomes.set(node.id, { kind: 'failed', failure: blocker });
        onBlocked(step, blocker);
      } else if (
        node.depends_on.every((id) => outcomes.has(id)) &&
        (node.kind === 'prepare' || executes < maxExecutes)
      ) {
        start(step);
      }
    }
    if (underWay.size > 0) await Promise.race(underWay.values());
    else if (waiting.size > 0 && !anyBlocked(waiting, outcomes)) throw stuck(waiting);
  }
  return outcomes;
}

function failedDependency(
  node: PlanNode,
  outcomes: ReadonlyMap<string, NodeOutcome>,
): Failure | undefined {
  for (const id of node.depends_on) {
    const outcome = outcomes.get(id);
    if (outcome?.kind === 'failed') return outcome.failure;
  }
  return undefined;
}

function anyBlocked(
  waiting: ReadonlySet<Step>,
  outcomes: ReadonlyMap<string, NodeOutcome>,
): boolean {
  return [...waiting].some(({ node }) => failedDependency(node, outcomes) !== undefined);
}

function stuck(waiting: ReadonlySet<Step>): FailureError {
  const ids = [...waiting].map(({ node }) => node.id).join(', ');
  return new FailureError({
    cause: 'unexpected',
    detail: `plan nodes wait for each other: ${ids}`,
  });
}
