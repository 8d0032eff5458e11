import { describe, expect, it } from 'vitest';
import type { PlanNode } from '../../src/model/run-plan.ts';
import { runSteps } from '../../src/plan/schedule.ts';

function node(kind: 'prepare' | 'execute', id: string, ...depends_on: string[]): PlanNode {
  return { kind, id, depends_on } as unknown as PlanNode;
}

/** Runs nodes that each take some turns of the event loop, and tells what was under way together. */
async function trace(nodes: PlanNode[], maxExecutes: number, failing: string[] = []) {
  const log: string[] = [];
  const blocked: string[] = [];
  let executes = 0;
  let most = 0;
  const outcomes = await runSteps(
    nodes.map((it) => ({ node: it })),
    {
      maxExecutes,
      runStep: async ({ node: { id, kind } }) => {
        log.push(`+${id}`);
        if (kind === 'execute') most = Math.max(most, (executes += 1));
        for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
        if (kind === 'execute') executes -= 1;
        log.push(`-${id}`);
        if (failing.includes(id)) throw new Error(`${id} broke`);
        return { kind: 'done' };
      },
      onBlocked: ({ node: { id } }) => blocked.push(id),
    },
  );
  return { log, blocked, most, outcomes };
}

describe('nodes', () => {
  it('start when all they depend on is done', async () => {
    const nodes = [
      node('prepare', 'deps'),
      node('prepare', 'build', 'deps'),
      node('execute', 'lane', 'build'),
    ];
    const { log } = await trace(nodes, 2);
    expect(log).toEqual(['+deps', '-deps', '+build', '-build', '+lane', '-lane']);
  });

  it('that execute are limited, those that prepare are not', async () => {
    const nodes = [
      node('prepare', 'a'),
      node('prepare', 'b'),
      ...['1', '2', '3', '4'].map((id) => node('execute', id)),
    ];
    const { log, most } = await trace(nodes, 2);
    expect(log.slice(0, 4)).toEqual(['+a', '+b', '+1', '+2']);
    expect(most).toBe(2);
  });

  it('behind a failed one are blocked, and the others run', async () => {
    const nodes = [
      node('prepare', 'bad'),
      node('prepare', 'next', 'bad'),
      node('execute', 'lost', 'next'),
      node('execute', 'fine'),
    ];
    const { blocked, outcomes } = await trace(nodes, 2, ['bad']);
    expect(blocked).toEqual(['next', 'lost']);
    expect(outcomes.get('fine')).toEqual({ kind: 'done' });
    expect(outcomes.get('lost')).toMatchObject({
      kind: 'failed',
      failure: { cause: 'unexpected' },
    });
  });

  it('that wait for each other are a bug that is told', async () => {
    await expect(
      trace([node('prepare', 'a', 'b'), node('prepare', 'b', 'a')], 1),
    ).rejects.toThrow();
  });
});
