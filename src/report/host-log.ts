import type { HostLogWording, RunEvent } from '../model/event.ts';
import { eventWords } from './event-lines.ts';

/**
 * An event as a lane's host.log has it: all that we did for the lane, to the millisecond, where
 * others are told what is worth their time. What the guest said is in its guest.log.
 */
export const hostLogLines: HostLogWording = (event) => {
  if (!('job_id' in event)) return undefined;
  const lines = exactLines(event) ?? eventWords(event).lines;
  return { lane: event.job_id, lines: lines.map((line) => `[pikaci] ${line}`) };
};

/** Of events that others are told of in round numbers, or not at all. */
function exactLines(event: RunEvent): readonly string[] | undefined {
  switch (event.event) {
    case 'guest_named':
      return eventWords(event).lines.map((line) => `attempt ${event.attempt}: ${line}`);
    case 'job_phase_started':
      return [`${event.at} ${event.phase} …`];
    case 'job_phase_finished':
      return [`${event.finished_at} ${event.phase} took ${event.duration_ms} ms`];
    case 'job_waited':
      return [`${event.finished_at} waited ${event.duration_ms} ms for a free place`];
    case 'guest_accelerated':
      return [`the guest ran on ${event.accelerator}`];
    default:
      return undefined;
  }
}
