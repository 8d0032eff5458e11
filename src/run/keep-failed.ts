import type { AfterFailure } from '../model/after-failure.ts';
import { describeFailure } from '../model/describe-failure.ts';
import type { EventSink } from '../model/event.ts';
import { failureOf, type Failure } from '../model/failure.ts';
import type { Lane } from '../model/target.ts';
import type { GuestSlot } from '../guest/guest.ts';
import { keptGuestCommands } from '../guest/keep.ts';
import { timestamp } from './clock.ts';

export interface KeepFailedOptions {
  lane: Lane;
  afterFailure: AfterFailure;
  emit: EventSink;
  signal: AbortSignal;
}

/**
 * Keeps the guest of a lane that failed, where that is wanted and there is a guest to look into: one
 * that lived to tell of the failure itself. Says why where it is wanted and not done; never rejects.
 */
export async function keepFailed(
  slot: GuestSlot,
  failure: Failure,
  { lane, afterFailure, emit, signal }: KeepFailedOptions,
): Promise<void> {
  const why = await keep(slot, failure, afterFailure, signal);
  if (why !== undefined) {
    emit({ event: 'job_note', job_id: lane.id, note: `the guest is not kept: ${why}` });
  } else if (afterFailure.kind === 'kept') {
    emit({
      event: 'guest_kept',
      job_id: lane.id,
      guest_name: slot.name,
      until: timestamp(new Date(Date.now() + afterFailure.minutes * 60_000)),
      ...keptGuestCommands(slot.host.spec, afterFailure.via, slot.dir),
    });
  }
}

/** @returns why it was not done, where it was wanted */
async function keep(
  slot: GuestSlot,
  failure: Failure,
  afterFailure: AfterFailure,
  signal: AbortSignal,
): Promise<string | undefined> {
  switch (afterFailure.kind) {
    case 'removed':
      return undefined;
    case 'denied':
      return afterFailure.why;
    case 'kept':
      if (!isToldByGuest(failure)) return 'there is none left that could be entered';
      return slot.keep(afterFailure.minutes, signal).then(
        () => undefined,
        (error: unknown) => describeFailure(failureOf(error)).headline,
      );
  }
}

function isToldByGuest(failure: Failure): boolean {
  return (
    failure.cause === 'command_failed' ||
    failure.cause === 'command_out_of_memory' ||
    (failure.cause === 'command_timed_out' && failure.enforcedBy === 'guest')
  );
}
