import { describe, expect, it } from 'vitest';
import type { LegRecord, ReportedLeg, LegJob } from '../../src/model/leg.ts';
import type { JobRecord, RunRecord } from '../../src/model/record.ts';
import type { PlannedLeg, ReportPlan } from '../../src/model/report-plan.ts';
import { overallStatus } from '../../src/report/compact-status.ts';
import { targetStatuses } from '../../src/report/target-status.ts';
import type { Evidence } from '../../src/outcome/evidence.ts';
import { overallOutcome } from '../../src/outcome/overall-outcome.ts';
import { record } from '../support/sample-record.ts';

const planned = (id: string): PlannedLeg => ({
  id,
  target: 'rust',
  scope: { kind: 'lane', lane: id },
  title: `check-rust / ${id}`,
  group: 'check-rust',
});
const whole: PlannedLeg = {
  ...{ id: 'rust', target: 'rust', scope: { kind: 'target' } },
  ...{ title: 'check-rust', group: 'check-rust' },
};
const plan: ReportPlan = {
  schema_version: 1,
  mode: 'branch',
  manifest_path: 'pikaci.toml',
  base: null,
  head: null,
  attempt: 1,
  created_at: '2026-03-26T00:01:30.000Z',
  grouping: 'lane',
  selected_titles: ['check-rust'],
  include: [planned('unit'), planned('e2e')],
  skipped: [{ id: 'docs', target: 'docs', reason: 'no changed path matches' }],
  notes: [],
};
const [passedJob] = record.jobs as [JobRecord, JobRecord];

function run(...jobs: Partial<JobRecord>[]): RunRecord {
  const its = jobs.map((job) => ({ ...passedJob, ...job }));
  const status = its.every((job) => job.status === 'passed') ? 'passed' : 'failed';
  return { ...record, status, jobs: its };
}

function leg(
  lane: string | null,
  its: RunRecord | undefined,
  more: Partial<LegRecord> = {},
): ReportedLeg {
  const described: LegRecord = {
    schema_version: 1,
    target: 'rust',
    lane,
    attempt: 1,
    job_url: `job-of-${lane ?? 'all'}`,
    failure: null,
    ...more,
  };
  return { leg: described, run: its, folder: '/legs' };
}

const passed = (lane: string, attempt = 1): ReportedLeg =>
  leg(lane, run({ id: lane }), { attempt });
const failed = (lane: string, attempt = 1, kind: JobRecord['failure_kind'] = 'test_failure') =>
  leg(
    lane,
    run({ id: lane, status: 'failed', exit_code: 3, failure_kind: kind, message: 'it broke' }),
    { attempt },
  );
const job = (name: string, conclusion: string | null): LegJob => ({
  name,
  url: `page-of-${name}`,
  conclusion,
});

const nothing: Evidence = {
  plan,
  legs: [],
  unreadable: [],
  jobs: [],
  reportJob: 'ci / pikaci',
  records: 'kept',
  legsResult: 'untold',
};

/** State of the whole, then `lane state message` of each lane. */
function told(evidence: Partial<Evidence>): string[] {
  const outcome = overallOutcome({ ...nothing, ...evidence });
  return [
    outcome.state,
    ...outcome.lanes.map(({ id, state, message }) =>
      [id, state, message].filter(Boolean).join(' '),
    ),
  ];
}

const stale = { ...plan, attempt: 2 };
/** A lane of its target's name, and another. */
const namesake = { ...plan, include: [planned('rust'), planned('lint')] };
const alone =
  'its leg ran lane `rust` alone; the workflow has to hand `matrix.lane` on as input `lane`';

describe('the verdict over all lanes', () => {
  it.each<[string, Partial<Evidence>, string[]]>([
    [
      'all passed',
      { legs: [passed('unit'), passed('e2e')] },
      ['success', 'unit success', 'e2e success'],
    ],
    [
      'one failed',
      { legs: [passed('unit'), failed('e2e')] },
      ['failed', 'unit success', 'e2e failed it broke'],
    ],
    [
      'one was cancelled',
      { legs: [passed('unit'), failed('e2e', 1, 'cancelled')] },
      ['cancelled', 'unit success', 'e2e cancelled it broke'],
    ],
    [
      'one left nothing',
      { legs: [passed('unit')], legsResult: 'failure' },
      ['failed', 'unit success', 'e2e missing its leg left no record'],
    ],
    [
      'one left nothing, and its job says why',
      { legs: [passed('unit')], jobs: [job('ci / check-rust / e2e', 'timed_out')] },
      ['failed', 'unit success', 'e2e missing its job ended with timed_out and left no record'],
    ],
    [
      'one never started, because the run was cancelled',
      { legs: [passed('unit')], legsResult: 'cancelled' },
      ['cancelled', 'unit success', 'e2e cancelled cancelled before it left a record'],
    ],
    [
      'one was killed while it ran, because the run was cancelled',
      {
        legs: [passed('unit'), leg('e2e', run({ id: 'e2e', status: 'running', exit_code: null }))],
        legsResult: 'cancelled',
      },
      ['cancelled', 'unit success', 'e2e cancelled cancelled while it ran'],
    ],
    [
      'one was killed while it ran, by nobody who said so',
      {
        legs: [passed('unit'), leg('e2e', run({ id: 'e2e', status: 'running', exit_code: null }))],
      },
      ['failed', 'unit success', 'e2e failed its leg was ended before the lane was'],
    ],
    [
      'a leg failed before there was a run',
      {
        legs: [
          passed('unit'),
          leg('e2e', undefined, { failure: { kind: 'config', message: 'no key' } }),
        ],
      },
      ['failed', 'unit success', 'e2e failed no key'],
    ],
    [
      'a lane says passed and not with 0',
      { legs: [passed('unit'), leg('e2e', run({ id: 'e2e', exit_code: null }))] },
      ['failed', 'unit success', 'e2e failed it passed without an exit code of 0'],
    ],
    [
      'a leg speaks of another lane',
      { legs: [passed('unit'), leg('e2e', run({ id: 'unit' }))] },
      ['failed', 'unit success', 'e2e missing its leg ran without it'],
    ],
    [
      'a rerun passed',
      { legs: [passed('unit'), failed('e2e'), passed('e2e', 2)] },
      ['success', 'unit success', 'e2e success'],
    ],
    [
      'a rerun failed',
      { legs: [passed('unit'), passed('e2e'), failed('e2e', 2)] },
      ['failed', 'unit success', 'e2e failed it broke'],
    ],
    [
      'all was planned anew, and one leg never came back',
      { plan: stale, legs: [passed('unit', 2), passed('e2e', 1)] },
      ['failed', 'unit success', 'e2e missing its leg left no record'],
    ],
    [
      'every lane passed, and a leg failed all the same',
      { legs: [passed('unit'), passed('e2e')], legsResult: 'failure' },
      ['failed', 'unit success', 'e2e success'],
    ],
    ['nothing was planned', { plan: { ...plan, include: [] }, legsResult: 'skipped' }, ['skipped']],
    [
      'lanes were planned, and no leg ran',
      { legsResult: 'skipped' },
      ['failed', 'unit missing its leg was skipped', 'e2e missing its leg was skipped'],
    ],
    [
      'one leg ran both lanes',
      { legs: [leg(null, run({ id: 'unit' }, { id: 'e2e' }))] },
      ['success', 'unit success', 'e2e success'],
    ],
    [
      'a target is planned as a whole',
      {
        plan: { ...plan, include: [whole] },
        legs: [
          leg(
            null,
            run({ id: 'unit' }, { id: 'e2e', status: 'failed', exit_code: 1, message: 'no' }),
          ),
        ],
      },
      ['failed', 'unit success', 'e2e failed no'],
    ],
    [
      'a lane has its target’s name, and speaks for itself',
      { plan: namesake, legs: [passed('rust'), passed('lint')] },
      ['success', 'rust success', 'lint success'],
    ],
    [
      'a lane has its target’s name, and only the other one failed',
      { plan: namesake, legs: [passed('rust'), failed('lint')] },
      ['failed', 'rust success', 'lint failed it broke'],
    ],
    [
      'a lane has its target’s name, and the other one left nothing',
      { plan: namesake, legs: [passed('rust')] },
      ['failed', 'rust success', 'lint missing its leg left no record'],
    ],
    [
      'one leg ran a lane of its target’s name and the other',
      {
        plan: { ...namesake, grouping: 'target' },
        legs: [leg(null, run({ id: 'rust' }, { id: 'lint' }))],
      },
      ['success', 'rust success', 'lint success'],
    ],
    [
      'the leg of a target took its name for the lane’s',
      { plan: { ...namesake, grouping: 'target' }, legs: [passed('rust')] },
      ['failed', 'rust success', `lint missing ${alone}`],
    ],
    [
      'the leg of a target that is planned as a whole took its name for a lane’s',
      { plan: { ...plan, include: [whole] }, legs: [passed('rust')] },
      ['failed', `rust missing ${alone}`],
    ],
    [
      'a run skipped itself',
      {
        legs: [
          passed('unit'),
          leg('e2e', { ...run(), status: 'skipped', message: 'skipped; no changed files' }),
        ],
      },
      ['failed', 'unit success', 'e2e missing its leg skipped it, which the plan did not'],
    ],
    [
      'a run skipped itself, as the plan has it',
      {
        plan: { ...plan, skipped: [{ id: 'rust', target: 'rust', reason: 'no path' }] },
        legs: [passed('unit'), leg('e2e', { ...run(), status: 'skipped', message: 'no path' })],
      },
      ['success', 'unit success', 'e2e skipped no path'],
    ],
    [
      'a run skipped one of its lanes',
      { legs: [leg(null, run({ id: 'unit' }, { id: 'e2e', status: 'skipped' }))] },
      ['failed', 'unit success', 'e2e missing its leg skipped it, which the plan did not'],
    ],
    [
      'a leg died between its lanes',
      { legs: [leg(null, { ...run({ id: 'unit' }), status: 'running' })] },
      [
        'failed',
        'unit failed it passed, and its leg was ended before its run was',
        'e2e missing its leg was ended before it began',
      ],
    ],
    [
      'a run failed around lanes that passed',
      {
        legs: [
          passed('e2e'),
          leg('unit', { ...run({ id: 'unit' }), status: 'failed', message: 'the disk is full' }),
        ],
      },
      ['failed', 'unit failed the disk is full', 'e2e success'],
    ],
    [
      'a leg failed beside a run that passed',
      {
        legs: [
          passed('unit'),
          leg('e2e', run({ id: 'e2e' }), { failure: { kind: 'infrastructure', message: 'no' } }),
        ],
      },
      ['failed', 'unit success', 'e2e failed no'],
    ],
    [
      'a lane has two records, the good one first',
      { legs: [passed('unit'), passed('e2e'), failed('e2e')] },
      ['failed', 'unit success', 'e2e failed it broke'],
    ],
    [
      'a lane has two records, the good one last',
      { legs: [passed('unit'), failed('e2e'), passed('e2e')] },
      ['failed', 'unit success', 'e2e failed it broke'],
    ],
    [
      'somebody speaks for all lanes of the target, and a lane for itself',
      { legs: [passed('unit'), leg(null, run({ id: 'unit' }, { id: 'e2e' })), failed('e2e')] },
      ['failed', 'unit success', 'e2e failed it broke'],
    ],
    [
      'somebody speaks for all lanes in an attempt that a lane was no part of',
      {
        legs: [
          passed('unit'),
          failed('e2e'),
          leg(null, run({ id: 'unit' }, { id: 'e2e' }), { attempt: 2 }),
        ],
      },
      ['failed', 'unit success', 'e2e failed it broke'],
    ],
    [
      'one of a lane’s records cannot be read',
      {
        legs: [passed('unit'), passed('e2e')],
        unreadable: [{ target: 'rust', lane: 'e2e', attempt: 1, why: 'it is not JSON' }],
      },
      ['failed', 'unit success', 'e2e missing its record cannot be read: it is not JSON'],
    ],
    [
      'what cannot be read came before the rerun',
      {
        legs: [passed('unit'), passed('e2e', 2)],
        unreadable: [{ target: 'rust', lane: 'e2e', attempt: 1, why: 'it is not JSON' }],
      },
      ['success', 'unit success', 'e2e success'],
    ],
    ...(['failure', 'timed_out', 'startup_failure', 'action_required', 'stale'] as const).map(
      (conclusion): [string, Partial<Evidence>, string[]] => [
        `a lane says passed, and its job ended with ${conclusion}`,
        {
          legs: [passed('unit'), passed('e2e')],
          jobs: [job('ci / check-rust / e2e', conclusion)],
        },
        [
          'failed',
          'unit success',
          `e2e failed its record says success, yet its job ended with ${conclusion}`,
        ],
      ],
    ),
    [
      'a lane says passed, and its job was cancelled',
      {
        legs: [passed('unit'), passed('e2e')],
        jobs: [job('ci / check-rust / e2e', 'cancelled')],
      },
      [
        'cancelled',
        'unit success',
        'e2e cancelled its record says success, yet its job ended with cancelled',
      ],
    ],
    [
      'a lane says passed, and its job never ran',
      { legs: [passed('unit'), passed('e2e')], jobs: [job('ci / check-rust / e2e', 'skipped')] },
      [
        'failed',
        'unit success',
        'e2e missing its record says success, yet its job ended with skipped',
      ],
    ],
    [
      'the job of both lanes failed with one of them',
      {
        plan: { ...plan, grouping: 'target' },
        legs: [leg(null, run({ id: 'unit' }, { id: 'e2e', status: 'failed', message: 'no' }))],
        jobs: [job('ci / check-rust', 'failure')],
      },
      ['failed', 'unit success', 'e2e failed no'],
    ],
    [
      'the job of both lanes failed with neither',
      {
        plan: { ...plan, grouping: 'target' },
        legs: [leg(null, run({ id: 'unit' }, { id: 'e2e' }))],
        jobs: [job('ci / check-rust', 'failure')],
      },
      [
        'failed',
        'unit failed its record says success, yet its job ended with failure',
        'e2e failed its record says success, yet its job ended with failure',
      ],
    ],
    [
      'no leg can leave records, and the jobs tell',
      {
        records: 'unavailable',
        jobs: [job('ci / check-rust / unit', 'success'), job('ci / check-rust / e2e', 'failure')],
      },
      ['failed', 'unit success', 'e2e failed its job ended with failure'],
    ],
    [
      'no leg can leave records, and one group did all',
      {
        plan: { ...plan, grouping: 'target' },
        records: 'unavailable',
        jobs: [job('ci / check-rust', 'success')],
      },
      ['success', 'unit success', 'e2e success'],
    ],
    [
      'no leg can leave records, and jobs of the workflow’s own are called almost alike',
      {
        records: 'unavailable',
        jobs: [
          job('check-rust', 'success'),
          job('check-rust / unit', 'success'),
          job('ci / web / check-rust / unit', 'success'),
          job('web / check-rust / e2e', 'success'),
          job('ci / check-rust / e2e (2)', 'success'),
        ],
      },
      ['failed', 'unit missing its leg left no record', 'e2e missing its leg left no record'],
    ],
    [
      'no leg can leave records, and two jobs have a lane’s name',
      {
        records: 'unavailable',
        jobs: [
          job('ci / check-rust / unit', 'success'),
          job('ci / check-rust / unit', 'success'),
          job('ci / check-rust / e2e', 'success'),
        ],
      },
      [
        'failed',
        'unit missing which job is its own cannot be told: `ci / check-rust / unit` and `ci / check-rust / unit`',
        'e2e success',
      ],
    ],
  ])('when %s', (_, evidence, expected) => {
    expect(told(evidence)).toEqual(expected);
  });

  it('says where a failure of nobody’s comes from', () => {
    const legs = [passed('unit'), passed('e2e')];
    const outcome = overallOutcome({ ...nothing, legs, legsResult: 'failure' });
    expect(outcome.notes).toEqual([
      'no lane failed, yet the legs ended with `failure`: see their jobs',
    ]);
    expect(outcome.unexplained).toBe(true);
    const states = targetStatuses(outcome).map(({ target, state }) => [target, state]);
    expect(states).toEqual([
      ['rust', 'error'],
      ['docs', 'error'],
    ]);
  });

  it.each<[string, boolean, Partial<Evidence>]>([
    ['cancelled', true, { legs: [passed('unit'), passed('e2e')], legsResult: 'cancelled' }],
    ['skipped', true, { legs: [passed('unit'), passed('e2e')], legsResult: 'skipped' }],
    ['success', false, { legs: [passed('unit'), passed('e2e')], legsResult: 'success' }],
    ['failure', false, { legs: [passed('unit'), failed('e2e')], legsResult: 'failure' }],
  ])('leaves no target green where the legs were %s and no lane says why: %s', (_, all, more) => {
    const outcome = overallOutcome({ ...nothing, ...more });
    expect(outcome.unexplained).toBe(all);
    const green = targetStatuses(outcome).filter(({ state }) => state === 'success');
    expect(green.length === 0).toBe(all);
  });

  it('links each lane to its leg’s job, told by the leg or by the API', () => {
    const evidence: Evidence = {
      ...nothing,
      legs: [passed('unit')],
      jobs: [job('ci / check-rust / e2e', 'failure')],
      legsResult: 'failure',
    };
    expect(overallOutcome(evidence).lanes.map(({ link }) => link)).toEqual([
      'job-of-unit',
      'page-of-ci / check-rust / e2e',
    ]);
  });
});

describe('what is told of it', () => {
  const outcome = overallOutcome({
    ...nothing,
    legs: [passed('unit'), failed('e2e')],
    legsResult: 'failure',
  });

  it('is a compact status', () => {
    expect(
      overallStatus(outcome, plan, { workflowRun: { number: '97', url: 'run-97' }, head: 'abc' }),
    ).toMatchObject({
      state: 'failed',
      run: 'run #97',
      target: 'check-rust',
      counts: '1 passed, 1 failed',
      head: 'abc',
      queuedAt: '2026-03-26 00:01:30 UTC',
      queued: '17s',
      ran: '2m 20s',
      lanes: [
        { id: 'check-rust / unit', state: 'success', took: '2m 20s', link: 'job-of-unit' },
        { id: 'check-rust / e2e', state: 'failed', message: 'it broke', link: 'job-of-e2e' },
      ],
    });
  });

  it('is a commit status a target, skipped ones included', () => {
    expect(targetStatuses(outcome)).toEqual([
      {
        target: 'rust',
        state: 'failure',
        description: '1 passed, 1 failed · e2e: it broke',
        link: 'job-of-e2e',
      },
      {
        target: 'docs',
        state: 'success',
        description: 'skipped; no changed path matches',
        link: undefined,
      },
    ]);
  });
});
