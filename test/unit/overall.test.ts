import { describe, expect, it } from 'vitest';
import type { LegRecord, ReportedLeg, LegJob } from '../../src/model/leg.ts';
import type { JobRecord, RunRecord } from '../../src/model/record.ts';
import type { ReportPlan } from '../../src/model/report-plan.ts';
import { overallStatus } from '../../src/report/compact-status.ts';
import { targetStatuses } from '../../src/report/target-status.ts';
import { overallOutcome, type Evidence } from '../../src/verdict/overall.ts';
import { record } from './sample-record.ts';

const plan: ReportPlan = {
  schema_version: 1,
  mode: 'branch',
  manifest_path: 'pikaci.toml',
  base: null,
  head: null,
  attempt: 1,
  created_at: '2026-03-26T00:01:30.000Z',
  selected_titles: ['check-rust'],
  include: ['unit', 'e2e'].map((id) => ({ id, target: 'rust', title: `check-rust / ${id}` })),
  skipped: [{ id: 'docs', target: 'docs', reason: 'no changed path matches' }],
  notes: [],
};
const [passedJob] = record.jobs as [JobRecord, JobRecord];

function run(...jobs: Partial<JobRecord>[]): RunRecord {
  return { ...record, jobs: jobs.map((job) => ({ ...passedJob, ...job })) };
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

/** State of the whole, then `lane state message` of each lane. */
function told(evidence: Partial<Evidence>): string[] {
  const outcome = overallOutcome({
    plan,
    legs: [],
    jobs: [],
    records: 'kept',
    legsResult: 'untold',
    ...evidence,
  });
  return [
    outcome.state,
    ...outcome.lanes.map(({ id, state, message }) =>
      [id, state, message].filter(Boolean).join(' '),
    ),
  ];
}

const stale = { ...plan, attempt: 2 };

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
        plan: { ...plan, include: [{ id: 'rust', target: 'rust', title: 'check-rust' }] },
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
      'a run skipped itself',
      {
        legs: [
          passed('unit'),
          leg('e2e', { ...run(), status: 'skipped', message: 'skipped; no changed files' }),
        ],
      },
      ['success', 'unit success', 'e2e skipped skipped; no changed files'],
    ],
    [
      'no leg can leave records, and the jobs tell',
      {
        records: 'unavailable',
        jobs: [job('check-rust / unit', 'success'), job('check-rust / e2e', 'failure')],
      },
      ['failed', 'unit success', 'e2e failed its job ended with failure'],
    ],
    [
      'no leg can leave records, and one group did all',
      { records: 'unavailable', jobs: [job('check-rust', 'success')] },
      ['success', 'unit success', 'e2e success'],
    ],
  ])('when %s', (_, evidence, expected) => {
    expect(told(evidence)).toEqual(expected);
  });

  it('says where a failure of nobody’s comes from', () => {
    const legs = [passed('unit'), passed('e2e')];
    const evidence: Evidence = { plan, legs, jobs: [], records: 'kept', legsResult: 'failure' };
    expect(overallOutcome(evidence).notes).toEqual([
      'no lane failed, yet the legs ended with `failure`: see their jobs',
    ]);
  });

  it('links each lane to its leg’s job, told by the leg or by the API', () => {
    const evidence: Evidence = {
      plan,
      legs: [passed('unit')],
      jobs: [job('ci / check-rust / e2e', 'failure')],
      records: 'kept',
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
    plan,
    legs: [passed('unit'), failed('e2e')],
    jobs: [],
    records: 'kept',
    legsResult: 'failure',
  });

  it('is a compact status', () => {
    expect(overallStatus(outcome, plan, { runNumber: '97', head: 'abc' })).toMatchObject({
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
