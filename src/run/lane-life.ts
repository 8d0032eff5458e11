import { randomBytes } from 'node:crypto';
import type { AfterFailure } from '../model/after-failure.ts';
import { describeFailure } from '../model/describe-failure.ts';
import { categoryOf, failureOf, failureUnder, type Failure } from '../model/failure.ts';
import type { EventSink, Verdict } from '../model/event.ts';
import type { PhaseName, TimeSpan } from '../model/record.ts';
import type { LaneGiven } from '../model/lane-given.ts';
import type { Lane } from '../model/target.ts';
import type { Collected, Guest, GuestSlot, StagedMount } from '../guest/guest.ts';
import { acceleratorAdvice, type Accelerator } from '../guest/accelerator.ts';
import { awaitAdmission } from '../guest/admission.ts';
import { claimSlot } from '../guest/slot.ts';
import { launchGuest } from '../guest/launch.ts';
import { judge } from '../guest/result.ts';
import { grantedTo, type ChosenBackend } from './choose-backend.ts';
import { startSpan, timestamp } from './clock.ts';
import type { HostSession } from './host-session.ts';
import { keepFailed } from './keep-failed.ts';

export interface LaneLifeOptions {
  lane: Lane;
  given: LaneGiven;
  session: HostSession;
  chosen: ChosenBackend & { kind: 'chosen' };
  stagedMounts: readonly StagedMount[];
  afterFailure: AfterFailure;
  /** The guest's name for the nth attempt, from 1. */
  guestName: (attempt: number) => string;
  /** Keeps what the guest left: its result, and the artifacts that the lane declares. */
  keep: (collected: { resultText: string; guest: Guest; signal: AbortSignal }) => Promise<void>;
  emit: EventSink;
  /** Waited for after each piece of output, so that a slow reader slows the guest's log down. */
  outputTaken: () => Promise<void> | undefined;
  signal: AbortSignal;
}

/**
 * The life of a lane: name, place, snapshot, guest, command, verdict, removal. Never rejects.
 * An infrastructure failure before the command started gets another try on a fresh guest; a
 * command that ran is never run again. A guest that is kept on purpose is not removed.
 */
export async function liveLane(options: LaneLifeOptions): Promise<Verdict> {
  const { lane, emit, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    const { verdict, commandStarted } = await attemptLane(options, attempt);
    const worthRetrying =
      verdict.kind === 'failed' &&
      categoryOf(verdict.failure) === 'infrastructure' &&
      !commandStarted &&
      !signal.aborted;
    if (!worthRetrying || attempt > lane.retriesOnInfrastructure) return verdict;
    const { headline } = describeFailure(verdict.failure);
    emit({
      event: 'job_note',
      job_id: lane.id,
      note: `${headline}; trying again on a fresh guest`,
    });
  }
}

interface Attempt {
  verdict: Verdict;
  commandStarted: boolean;
}

async function attemptLane(options: LaneLifeOptions, attempt: number): Promise<Attempt> {
  const { lane, session, chosen, emit, signal } = options;
  const { backend, settings } = chosen;
  const phase = phases(lane.id, emit);
  const guest_name = options.guestName(attempt);
  let commandStarted = false;
  let launched = false;
  let slot: GuestSlot | undefined;
  try {
    emit({ event: 'guest_named', job_id: lane.id, attempt, guest_name, host: session.spec });
    const here = await phase('prepare_directories', async () => {
      slot = await claimSlot(
        await session.host(),
        guest_name,
        await session.snapshotHash(),
        signal,
      );
      return slot;
    });
    await waitForTurn(here, options);
    const snapshotTree = await phase('stage_workspace_snapshot', () => session.snapshotTree());
    const nonce = randomBytes(16).toString('hex');
    const prepared = await phase('prepare_runtime', () => session.prepared(chosen, lane));
    const request = {
      lane,
      nonce,
      dir: here.dir,
      snapshotTree,
      ...grantedTo(lane, session.spec, backend.size?.(settings)),
      stagedMounts: options.stagedMounts,
      staysOnFailure: options.afterFailure.kind === 'kept',
    };
    const programs = backend.programs(request, settings, prepared);
    const { image } = programs;
    if (image !== undefined) emit({ event: 'guest_image', job_id: lane.id, image });
    const guest = await phase('launch_guest', () =>
      launchGuest(here, backend, { ...request, given: options.given }, programs, signal),
    );
    launched = true;
    if (guest.containment !== undefined) {
      emit({ event: 'guest_contained', job_id: lane.id, ...guest.containment });
    }
    const onOutput = (bytes: Buffer): Promise<void> | undefined => {
      commandStarted = true;
      emit({ event: 'job_output', job_id: lane.id, bytes });
      return options.outputTaken();
    };
    await phase('wait_for_completion', () =>
      guest.run({ onOutput, logBytes: lane.logMib * 1024 * 1024, signal }),
    );
    const collected = await phase('collect_artifacts', async () => {
      const left = await guest.collect(signal);
      // What came of the command counts for more.
      const lost = await keepLeft(options, left, guest);
      return { ...left, lost };
    });
    commandStarted ||= collected.commandStarted;
    tellAccelerator(collected.accelerator, options);
    const { lost } = collected;
    const failure = judge(guest_name, lane.timeoutSecs, collected) ?? lost;
    if (lost !== undefined && lost !== failure) {
      emit({ event: 'job_note', job_id: lane.id, note: describeFailure(lost).headline });
    }
    if (failure !== undefined) await keepFailed(here, failure, options);
    return { verdict: verdictOf(failure), commandStarted };
  } catch (error) {
    const failure = failureUnder(signal, error);
    // A guest that we have lost sight of may have begun with it all the same.
    commandStarted ||= launched && failure.cause !== 'boot_timed_out';
    return { verdict: { kind: 'failed', failure }, commandStarted };
  } finally {
    await remove(slot, lane.id, emit);
  }
}

/** @returns why its artifacts are not there, where the lane made it so or time ran out */
async function keepLeft(
  { keep, signal }: LaneLifeOptions,
  { resultText }: Collected,
  guest: Guest,
): Promise<Failure | undefined> {
  try {
    await keep({ resultText, guest, signal });
    return undefined;
  } catch (error) {
    const failure = failureUnder(signal, error);
    if (failure.cause === 'artifacts_too_large' || failure.cause === 'artifacts_late')
      return failure;
    throw error;
  }
}

/** Before anything is made for the guest, so that a host is never given more than it can hold. */
async function waitForTurn(
  slot: GuestSlot,
  { lane, session, emit, signal }: LaneLifeOptions,
): Promise<void> {
  const { maxGuests, name } = session.spec;
  if (maxGuests === undefined) return;
  let waited: (() => TimeSpan) | undefined;
  const onWaiting = (ahead: number): void => {
    waited ??= startSpan();
    emit({ event: 'job_waiting', job_id: lane.id, host: name, ahead, at: timestamp() });
  };
  try {
    await awaitAdmission(slot, maxGuests, onWaiting, signal);
  } finally {
    if (waited !== undefined) emit({ event: 'job_waited', job_id: lane.id, ...waited() });
  }
}

function tellAccelerator(
  accelerator: Accelerator | undefined,
  { lane, session, emit }: LaneLifeOptions,
): void {
  if (accelerator === undefined) return;
  emit({ event: 'guest_accelerated', job_id: lane.id, accelerator: accelerator.kind });
  const advice = acceleratorAdvice(session.spec.name, accelerator);
  if (advice !== undefined) session.note(lane.id, advice);
}

function verdictOf(failure: Failure | undefined): Verdict {
  return failure === undefined ? { kind: 'passed' } : { kind: 'failed', failure };
}

/** A removal that fails is told, and never hides why the lane ended: the lease does it then. */
async function remove(slot: GuestSlot | undefined, jobId: string, emit: EventSink): Promise<void> {
  try {
    await slot?.[Symbol.asyncDispose]();
  } catch (error) {
    const { headline } = describeFailure(failureOf(error));
    const note = `the guest is left to its lease: ${headline}`;
    emit({ event: 'job_note', job_id: jobId, note });
  }
}

type Phase = <T>(name: PhaseName, work: () => Promise<T>) => Promise<T>;

/** Times each phase of a lane; the one that fails is timed, too. */
function phases(jobId: string, emit: EventSink): Phase {
  return async (phase, work) => {
    const elapsed = startSpan();
    emit({ event: 'job_phase_started', job_id: jobId, phase, at: timestamp() });
    try {
      return await work();
    } finally {
      emit({ event: 'job_phase_finished', job_id: jobId, phase, ...elapsed() });
    }
  };
}
