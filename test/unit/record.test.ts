import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/model/event.ts';
import type { JobRecord, RunRecord } from '../../src/model/record.ts';
import { eventLines } from '../../src/report/event-lines.ts';
import { hostLogLines } from '../../src/report/host-log.ts';
import { closeRecord, foldEvent, openJob, openRecord } from '../../src/run/fold-record.ts';
import { reportedRun } from '../../src/store/reported-record.ts';
import { readJob, writtenJob, writtenRun } from '../../src/store/written-record.ts';
import { record as sample } from '../support/sample-record.ts';
import { builder, lane, local } from '../support/samples.ts';

const started = {
  event: 'run_started',
  run_id: 'id',
  created_at: '2026-03-26T00:01:40.000Z',
  rerun_of: null,
  target_id: 't',
  target_description: 'd',
} as const;
const [template] = sample.jobs;
if (template === undefined) throw new Error('the sample has jobs');
const job = { ...template, status: 'running', exit_code: null, message: null } as const;
const span = { started_at: 'a', finished_at: 'b', duration_ms: 1 };

function fold(...events: RunEvent[]): RunRecord {
  return events.reduce(foldEvent, openRecord(started));
}

it('a record is what its events say', () => {
  const record = fold(
    {
      event: 'source_described',
      source: {
        source_root: '/s',
        git_head: 'h',
        git_dirty: false,
        changed_files: ['a'],
        filters: ['**'],
      },
    },
    { event: 'job_started', run_id: 'id', job },
    { event: 'guest_named', job_id: 'unit', attempt: 1, guest_name: 'g1', host: builder },
    { event: 'job_phase_finished', job_id: 'unit', phase: 'prepare_directories', ...span },
    {
      event: 'job_verdict',
      job_id: 'unit',
      at: 'end',
      verdict: { kind: 'failed', failure: { cause: 'command_failed', exitCode: 3 } },
    },
  );
  expect(record).toMatchObject({ source_root: '/s', git_head: 'h', changed_files: ['a'] });
  expect(writtenRun(record).jobs[0]).toMatchObject({
    status: 'failed',
    exit_code: 3,
    message: 'test command exited with 3',
    failure_kind: 'test_failure',
    guest_name: 'g1',
    finished_at: 'end',
    remote_linux_vm_execution: { phases: [{ phase: 'prepare_directories', ...span }] },
  });
});

it('a second attempt starts its phases anew and is counted', () => {
  const record = fold(
    { event: 'job_started', run_id: 'id', job },
    { event: 'guest_named', job_id: 'unit', attempt: 1, guest_name: 'g1', host: builder },
    { event: 'job_phase_finished', job_id: 'unit', phase: 'prepare_directories', ...span },
    { event: 'guest_named', job_id: 'unit', attempt: 2, guest_name: 'g2', host: builder },
  );
  expect(writtenRun(record).jobs[0]).toMatchObject({
    attempts: 2,
    guest_name: 'g2',
    remote_linux_vm_execution: { phases: [] },
  });
});

describe('how a lane went', () => {
  const runners = {
    host_local: { kind: 'host_local', host: local },
    remote_linux_vm: { kind: 'remote_linux_vm', host: builder, staged: undefined },
  } as const;
  const begun = {
    planNodeId: 'execute-unit',
    hostLog: 'host.log',
    guestLog: 'guest.log',
    startedAt: null,
    prepareMs: null,
  };
  const phase = { phase: 'prepare_directories', ...span } as const;
  const told = (kind: keyof typeof runners, ...events: RunEvent[]): JobRecord => {
    const opened = openJob(lane({ id: 'unit', runner: runners[kind] }), begun);
    const [ended] = fold({ event: 'job_started', run_id: 'id', job: opened }, ...events).jobs;
    if (ended === undefined) throw new Error('the lane is on record');
    return ended;
  };
  const chosen = (backend: string): RunEvent => ({
    event: 'backend_chosen',
    job_id: 'unit',
    backend,
  });
  const prepared: RunEvent = { event: 'job_phase_finished', job_id: 'unit', ...phase };
  const waited: RunEvent = { event: 'job_waited', job_id: 'unit', ...span };

  it('stands where the original has it, with its keys, where the lane had a remote Linux VM', () => {
    const written = writtenJob(told('remote_linux_vm', chosen('microvm'), prepared));
    expect(written.remote_linux_vm_execution).toEqual({
      backend: 'microvm',
      accelerator: null,
      incus_image: null,
      oci_image: null,
      phases: [phase],
    });
    expect(written).not.toHaveProperty('execution');
  });

  it('stands below a key of ours where the original has nothing', () => {
    expect(writtenJob(told('host_local', chosen('host_local'), prepared))).toMatchObject({
      remote_linux_vm_execution: null,
      execution: { backend: 'host_local', phases: [phase] },
    });
  });

  it('names no backend where the lane was refused before there was one', () => {
    expect(writtenJob(told('remote_linux_vm'))).toMatchObject({
      remote_linux_vm_execution: null,
      execution: { backend: null, phases: [] },
    });
  });

  it('has its wait for a free place apart, of the last attempt only', () => {
    const again: RunEvent = {
      event: 'guest_named',
      job_id: 'unit',
      attempt: 2,
      guest_name: 'g2',
      host: builder,
    };
    const job = told('remote_linux_vm', chosen('microvm'), prepared, waited);
    expect(job).toMatchObject({ waited_for_place: span, execution: { phases: [phase] } });
    expect(told('remote_linux_vm', chosen('microvm'), waited, again).waited_for_place).toBeNull();
  });

  it.each([
    told('remote_linux_vm', chosen('microvm'), prepared, waited),
    told('host_local', chosen('host_local'), prepared),
    told('remote_linux_vm'),
  ])('is read as it was written (%#)', (job) => {
    const text = JSON.stringify(writtenJob(job));
    expect(readJob(JSON.parse(text) as ReturnType<typeof writtenJob>)).toEqual(job);
  });

  it('is read from records that have none of our keys', () => {
    const { waited_for_place, ...original } = writtenJob(job);
    expect(waited_for_place).toBeNull();
    expect(readJob({ ...original })).toEqual(job);
    const written = { ...writtenRun(sample), jobs: [original] };
    expect(reportedRun.parse(written).jobs).toEqual([job]);
  });
});

describe('the host log', () => {
  const at = '2026-03-26T00:01:40.000Z';
  it.each<[RunEvent, string[]]>([
    [
      { event: 'guest_named', job_id: 'unit', attempt: 2, guest_name: 'g', host: builder },
      ['attempt 2: guest g on builder'],
    ],
    [
      { event: 'job_phase_started', job_id: 'unit', phase: 'launch_guest', at },
      [`${at} launch_guest …`],
    ],
    [
      { event: 'job_phase_finished', job_id: 'unit', phase: 'launch_guest', ...span },
      ['b launch_guest took 1 ms'],
    ],
    [
      { event: 'job_waiting', job_id: 'unit', host: 'builder', ahead: 1, at },
      ['waiting for a free place on builder: one guest has to end first'],
    ],
    [{ event: 'job_waited', job_id: 'unit', ...span }, ['b waited 1 ms for a free place']],
    [{ event: 'guest_accelerated', job_id: 'unit', accelerator: 'kvm' }, ['the guest ran on kvm']],
    [
      {
        event: 'guest_kept',
        job_id: 'unit',
        guest_name: 'g',
        until: at,
        enter: 'ssh builder',
        end: 'rm g',
      },
      [`guest g is kept until ${at}`, 'enter it: ssh builder', 'end it sooner: rm g'],
    ],
    [{ event: 'job_note', job_id: 'unit', note: 'a note' }, ['a note']],
    [{ event: 'job_verdict', job_id: 'unit', at, verdict: { kind: 'passed' } }, ['passed']],
  ])('says what we did for a lane, to the millisecond: $event', (event, lines) => {
    expect(hostLogLines(event)).toEqual({
      lane: 'unit',
      lines: lines.map((line) => `[pikaci] ${line}`),
    });
  });

  it('leaves out what is of no lane', () => {
    expect(hostLogLines({ event: 'host_note', host: 'builder', note: 'a note' })).toBeUndefined();
    expect(hostLogLines(started)).toBeUndefined();
  });
});

const passed = { ...job, status: 'passed' } as const;
const failed = { ...job, status: 'failed', failure_kind: 'timeout' } as const;
const ended = { ...job, status: 'failed', failure_kind: 'cancelled' } as const;

it.each([
  ['without lanes', [], false, 'skipped', null],
  ['that all passed', [passed, passed], false, 'passed', null],
  ['of which one failed', [passed, failed], false, 'failed', 'timeout'],
  ['that ended others with it', [ended, failed], false, 'failed', 'timeout'],
  ['that was cancelled', [ended, failed], true, 'failed', 'cancelled'],
  ['that was cancelled after all had passed', [passed], true, 'passed', null],
  ['with a lane that never ended', [passed, job], false, 'failed', null],
] as const)('a run %s', (_, jobs, cancelled, status, kind) => {
  const closed = closeRecord({ ...openRecord(started), jobs: [...jobs] }, 'end', cancelled);
  expect([closed.status, closed.failure_kind, closed.finished_at]).toEqual([status, kind, 'end']);
});

it('a lane on the host itself is on record as contained, or not', () => {
  const jobs = (...events: RunEvent[]) =>
    fold({ event: 'job_started', run_id: 'id', job }, ...events).jobs;
  const told = { event: 'guest_contained', job_id: 'unit' } as const;
  expect(jobs()[0]?.contained).toBeNull();
  expect(jobs({ ...told, contained: true })[0]?.contained).toBe(true);
  const uncontained = { ...told, contained: false, reason: 'bwrap is not installed' } as const;
  expect(jobs(uncontained)[0]?.contained).toBe(false);
  expect(eventLines(uncontained)).toEqual([
    'unit · contained: false; the lane can reach what its user can on this host: bwrap is not installed',
  ]);
  expect(eventLines({ ...told, contained: true })).toEqual([]);
});
