import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { ChangePlan, MatrixLeg } from '../../src/model/change-plan.ts';
import { FailureError } from '../../src/model/failure.ts';
import { packPlan, parsePlan, reportPlanLimitBytes } from '../../src/outcome/packed-plan.ts';

const at = { attempt: 1, created_at: '2026-03-26T00:01:30.000Z', grouping: 'lane' } as const;

function planOf(targets: number, lanes: number, skipped: number, reason = 'because'): ChangePlan {
  const include: MatrixLeg[] = Array.from({ length: targets * lanes }, (_, n) => ({
    id: `lane-${n % lanes}`,
    target: `target-${Math.floor(n / lanes)}`,
    title: `target-${Math.floor(n / lanes)} / lane-${n % lanes}`,
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

describe('the plan for the report', () => {
  it('comes back as it was', () => {
    const plan = planOf(2, 2, 1);
    const { include, skipped, attempt, created_at } = parsePlan(packPlan(plan, at));
    expect(include).toEqual(plan.include.map(({ id, target, title }) => ({ id, target, title })));
    expect({ skipped, attempt, created_at }).toEqual({
      skipped: plan.skipped,
      attempt: 1,
      created_at: at.created_at,
    });
  });

  it.each([
    ['no reasons', planOf(128, 2, 400, 'long reason '.repeat(20))],
    ['a lane for all of a skipped target', planOf(128, 2, 3000)],
    ['no more than names', planOf(100, 6, 0, 'x'.repeat(100))],
  ])('fits into one input, with %s where it is long', (_, plan) => {
    const text = packPlan(plan, at);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(reportPlanLimitBytes);
    expect(parsePlan(text).include).toHaveLength(plan.include.length);
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
