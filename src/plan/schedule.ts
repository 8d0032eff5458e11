import { FailureError, failureOf, type Failure } from '../model/failure.ts';
import type { PlanNode } from '../model/run-plan.ts';

export type NodeOutcome = { kind: 'done' } | { kind: 'failed'; failure: Failure };

export interface ScheduleOptions {
  /** Execute nodes under way at once; prepare nodes are only bound by their order. */
  maxExecutes: number;
  /** Runs one node; a rejection or a failed outcome fails whatever depends on it. */
  runNode: (node: PlanNode) => Promise<NodeOutcome>;
  /** Told for each node that is not run because one that it needs failed. */
  onBlocked: (node: PlanNode, failure: Failure) => void;
}

/** Runs a plan's nodes as their dependencies allow; resolves when every node has its outcome. */
export async function runNodes(
  nodes: readonly PlanNode[],
  { maxExecutes, runNode, onBlocked }: ScheduleOptions,
): Promise<Map<string, NodeOutcome>> {
  const outcomes = new Map<string, NodeOutcome>();
  const waiting = new Set(nodes);
  const underWay = new Map<string, Promise<void>>();
  let executes = 0;

  const start = (node: PlanNode): void => {
    waiting.delete(node);
    if (node.kind === 'execute') executes += 1;
    const settled = runNode(node)
      .catch((error: unknown): NodeOutcome => ({ kind: 'failed', failure: failureOf(error) }))
      .then((outcome) => {
        outcomes.set(node.id, outcome);
        underWay.delete(node.id);
        if (node.kind === 'execute') executes -= 1;
      });
    underWay.set(node.id, settled);
  };

  while (waiting.size > 0 || underWay.size > 0) {
    for (const node of [...waiting]) {
      const blocker = failedDependency(node, outcomes);
      if (blocker !== undefined) {
        waiting.delete(node);
        outcomes.set(node.id, { kind: 'failed', failure: blocker });
        onBlocked(node, blocker);
      } else if (
        node.depends_on.every((id) => outcomes.has(id)) &&
        (node.kind === 'prepare' || executes < maxExecutes)
      ) {
        start(node);
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
  waiting: ReadonlySet<PlanNode>,
  outcomes: ReadonlyMap<string, NodeOutcome>,
): boolean {
  return [...waiting].some((node) => failedDependency(node, outcomes) !== undefined);
}

function stuck(waiting: ReadonlySet<PlanNode>): FailureError {
  const ids = [...waiting].map(({ id }) => id).join(', ');
  return new FailureError({
    cause: 'unexpected',
    detail: `plan nodes wait for each other: ${ids}`,
  });
}
