import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { ChangePlan, MatrixLeg } from '../../src/model/change-plan.ts';
import { FailureError } from '../../src/model/failure.ts';
import type { PlannedLeg } from '../../src/model/report-plan.ts';
import { packPlan, parsePlan, reportPlanLimitBytes } from '../../src/outcome/packed-plan.ts';

const at = { attempt: 1, created_at: '2026-03-26T00:01:30.000Z', grouping: 'lane' } as const;

function planOf(targets: number, lanes: number, skipped: number, reason = 'because'): ChangePlan {
  const include: MatrixLeg[] = Array.from({ length: targets * lanes }, (_, n) => ({
    id: `lane-${n % lanes}`,
    target: `target-${Math.floor(n / lanes)}`,
    lane: `lane-${n % lanes}`,
    title: `Target ${Math.floor(n / lanes)} / lane-${n % lanes}`,
    group: `Target ${Math.floor(n / lanes)}`,
    runner: 'remote_linux_vm',
    runs_on: 'ubuntu-latest',
    timeout_minutes: 35,
    concurrency_group: 'group',
    mode: 'branch',
  }));
  return {
    schema_version: 1,
    mode: 'branch',
    manifest_path: 'pikaci.toml',
    base: 'a',
    head: 'b',
    changed_paths: ['a/path'],
    selected_count: include.length,
    selected_titles: [],
    include,
    selected: include.map(({ id, target }) => ({ id, target, reason })),
    skipped: Array.from({ length: skipped }, (_, n) => ({
      id: `lane-${n % 10}`,
      target: `idle-${Math.floor(n / 10)}`,
      reason,
    })),
    notes: [],
  };
}

function plannedLegs({ include }: ChangePlan): PlannedLeg[] {
  return include.map(({ id, target, title, group, lane }) => ({
    ...{ id, target, title, group },
    scope: lane === '' ? { kind: 'target' } : { kind: 'lane', lane },
  }));
}

describe('the plan for the report', () => {
  it('comes back as it was', () => {
    const plan = planOf(2, 2, 1);
    const { include, skipped, attempt, created_at } = parsePlan(packPlan(plan, at));
    expect(include).toEqual(plannedLegs(plan));
    expect({ skipped, attempt, created_at }).toEqual({
      skipped: plan.skipped,
      attempt: 1,
      created_at: at.created_at,
    });
  });

  it.each([
    ['short', 0],
    ['too long for more than names', 600],
  ])('tells a lane of its target’s name from the whole target where it is %s', (_, more) => {
    const [leg] = planOf(1, 1, 0).include as [MatrixLeg];
    const base = planOf(more / 6, 6, 0, 'x'.repeat(100));
    const own = [
      {
        ...leg,
        id: 'check',
        target: 'check',
        lane: 'check',
        title: 'A / b / check',
        group: 'A / b',
      },
      { ...leg, id: 'lint', target: 'check', lane: 'lint', title: 'A / b / lint', group: 'A / b' },
      { ...leg, id: 'all', target: 'all', lane: '', title: 'All', group: 'All' },
    ];
    const plan = { ...base, include: [...own, ...base.include] };
    expect(parsePlan(packPlan(plan, at)).include).toEqual(plannedLegs(plan));
  });

  it('is read as it was before a leg told what it runs', () => {
    const { include } = parsePlan(
      JSON.stringify({
        ...planOf(0, 0, 0),
        ...at,
        include: [
          { id: 'unit', target: 'rust', title: 'check / unit' },
          { id: 'all', target: 'all', title: 'all' },
        ],
      }),
    );
    expect(include).toEqual([
      {
        ...{ id: 'unit', target: 'rust', title: 'check / unit', group: 'check / unit' },
        scope: { kind: 'lane', lane: 'unit' },
      },
      {
        ...{ id: 'all', target: 'all', title: 'all', group: 'all' },
        scope: { kind: 'target' },
      },
    ]);
  });

  it.each([
    ['no reasons', planOf(128, 2, 400, 'long reason '.repeat(20))],
    ['a lane for all of a skipped target', planOf(128, 2, 3000)],
    ['no more than names', planOf(100, 6, 0, 'x'.repeat(100))],
  ])('fits into one input, with %s where it is long', (_, plan) => {
    const text = packPlan(plan, at);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(reportPlanLimitBytes);
    expect(parsePlan(text).include).toEqual(plannedLegs(plan));
    expect(new Set(parsePlan(text).skipped.map(({ target }) => target)).size).toBe(
      new Set(plan.skipped.map(({ target }) => target)).size,
    );
  });

  it.each([
    [reportPlanLimitBytes, 0],
    [reportPlanLimitBytes + 1, undefined],
  ])('is an input that a process can be started with: %d bytes', (bytes, status) => {
    const env = { INPUT_PLAN: 'x'.repeat(bytes) };
    const started = spawnSync('/bin/true', { env });
    expect(started.status ?? undefined).toBe(status);
    expect((started.error as NodeJS.ErrnoException | undefined)?.code).toBe(
      status === 0 ? undefined : 'E2BIG',
    );
  });

  it.each([
    ['', 'it is empty'],
    ['{', 'JSON'],
    ['{"schema_version":2}', 'schema_version'],
  ])('is refused as %j, which says why', (text, why) => {
    const parse = (): unknown => parsePlan(text);
    expect(parse).toThrow(FailureError);
    try {
      parse();
    } catch (error) {
      expect(JSON.stringify((error as FailureError).failure)).toContain(why);
    }
  });
});
