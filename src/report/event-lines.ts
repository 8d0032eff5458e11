import { containmentLines } from '../model/containment.ts';
import { failureLines } from '../model/describe-failure.ts';
import type { RunEvent } from '../model/event.ts';
import { formatBytes, formatDuration } from './duration.ts';

/**
 * An event in words, each line with the lane it is about in front; none for events that are not
 * worth a line. Guest output is not among them: it is shown as it is.
 */
export function eventLines(event: RunEvent): readonly string[] {
  const { lane, lines } = eventWords(event);
  const prefix = lane === undefined ? '·' : `${lane} ·`;
  return lines.map((line) => `${prefix} ${line}`);
}

interface EventWords {
  /** The lane they are about; nothing where they concern none more than another. */
  lane: string | undefined;
  lines: readonly string[];
}

/** The one place where events become words, whoever shows them. */
export function eventWords(event: RunEvent): EventWords {
  switch (event.event) {
    case 'run_started':
      return ofRun(`run ${event.run_id} of ${event.target_id}`);
    case 'snapshot_taken': {
      const large = event.large_files.map((path) => `; large file: ${path}`).join('');
      return ofRun(
        `snapshot ${event.hash.slice(0, 12)}: ${event.files} files, ${formatBytes(event.bytes)}${large}`,
      );
    }
    case 'host_connected':
      return ofRun(
        `connected to ${event.host} (${event.address}) in ${formatDuration(event.duration_ms)}`,
      );
    case 'host_note':
      return ofRun(`${event.host}: ${event.note}`);
    case 'snapshot_published':
      return ofRun(
        event.sent_bytes === 0
          ? `${event.host} has the snapshot already`
          : `sent the snapshot to ${event.host}: ${event.sent_files} files, ${formatBytes(event.sent_bytes)}`,
      );
    case 'prepare_finished': {
      const { node_id: node, duration_ms: ms, problem } = event;
      return ofRun(
        problem === null ? `${node} ready in ${formatDuration(ms)}` : `${node} failed: ${problem}`,
      );
    }
    case 'guest_image': {
      const { image } = event;
      return ofLane(
        event.job_id,
        'digest' in image
          ? `image ${image.reference} is ${image.digest}`
          : `image ${image.alias} is ${image.fingerprint}`,
      );
    }
    case 'guest_named':
      return ofLane(event.job_id, `guest ${event.guest_name} on ${event.host.name}`);
    case 'job_waiting': {
      const { host, ahead } = event;
      const guests = ahead === 1 ? 'one guest has' : `${ahead} guests have`;
      return ofLane(event.job_id, `waiting for a free place on ${host}: ${guests} to end first`);
    }
    case 'job_waited':
      return ofLane(event.job_id, `waited ${formatDuration(event.duration_ms)} for a free place`);
    case 'job_phase_finished':
      // Most phases pass in no time on a warm host; their times are in the record.
      return event.duration_ms < 100
        ? nothing
        : ofLane(event.job_id, `${words(event.phase)} took ${formatDuration(event.duration_ms)}`);
    case 'guest_contained':
      return ofLane(event.job_id, ...containmentLines(event));
    case 'guest_kept':
      return ofLane(
        event.job_id,
        `guest ${event.guest_name} is kept until ${event.until}`,
        `enter it: ${event.enter}`,
        `end it sooner: ${event.end}`,
      );
    case 'guest_accelerated':
      return event.accelerator === 'kvm'
        ? nothing
        : ofLane(event.job_id, 'the guest was emulated (tcg)');
    case 'job_note':
      return ofLane(event.job_id, event.note);
    case 'job_verdict': {
      const { job_id: id, verdict } = event;
      return verdict.kind === 'passed'
        ? ofLane(id, 'passed')
        : ofLane(id, ...failureLines(verdict.failure));
    }
    case 'source_described':
    case 'run_skipped':
    case 'plan_made':
    case 'prepare_started':
    case 'job_started':
    case 'backend_chosen':
    case 'job_phase_started':
    case 'job_output':
    case 'job_finished':
    case 'run_finished':
      return nothing;
  }
}

/** `wait_for_completion` as people write it. */
export function words(name: string): string {
  return name.replaceAll('_', ' ');
}

const nothing: EventWords = { lane: undefined, lines: [] };

function ofRun(line: string): EventWords {
  return { lane: undefined, lines: [line] };
}

function ofLane(lane: string, ...lines: string[]): EventWords {
  return { lane, lines };
}
