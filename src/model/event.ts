import type {
  GuestImage,
  JobRecord,
  PhaseName,
  PreparedOutput,
  RunRecord,
  TimeSpan,
} from './record.ts';
import type { Containment } from './containment.ts';
import type { Failure } from './failure.ts';
import type { HostSpec } from './target.ts';
import type { PrepareType, RunPlan } from './run-plan.ts';

/**
 * Everything that happens in a run, in order. Reporters turn events into words; events.jsonl
 * keeps them all but `job_output`, whose bytes are the guest log itself.
 *
 * `run_started`, `job_started`, `job_finished` and `run_finished` have the original's shapes once
 * they are written.
 */
export type RunEvent =
  | {
      event: 'run_started';
      run_id: string;
      created_at: string;
      rerun_of: string | null;
      target_id: string;
      target_description: string;
    }
  | { event: 'source_described'; source: SourceDescription }
  | { event: 'run_skipped'; message: string }
  | { event: 'snapshot_taken'; hash: string; files: number; bytes: number; large_files: string[] }
  | { event: 'plan_made'; plan: RunPlan }
  | { event: 'host_connected'; host: string; address: string; duration_ms: number }
  /** Something about a host that concerns no lane more than another. */
  | { event: 'host_note'; host: string; note: string }
  | {
      event: 'snapshot_published';
      host: string;
      hash: string;
      tree: string;
      sent_bytes: number;
      sent_files: number;
    }
  | { event: 'prepare_started'; node_id: string; description: string; at: string }
  | ({
      event: 'prepare_finished';
      node_id: string;
      type: PrepareType;
      /** The wording of the failure; null when it went well. */
      problem: string | null;
      output: PreparedOutput | null;
    } & TimeSpan)
  | { event: 'job_started'; run_id: string; job: JobRecord }
  /** What makes the lane's guests, as records name it. */
  | { event: 'backend_chosen'; job_id: string; backend: string }
  | { event: 'job_phase_started'; job_id: string; phase: PhaseName; at: string }
  | ({ event: 'job_phase_finished'; job_id: string; phase: PhaseName } & TimeSpan)
  /** The host holds as many guests as it may; told again whenever the number to end first changes. */
  | { event: 'job_waiting'; job_id: string; host: string; ahead: number; at: string }
  /** The waiting is over: there is room, or nobody wants it any more. */
  | ({ event: 'job_waited'; job_id: string } & TimeSpan)
  | {
      /** Before the guest exists, so that whoever cleans up after us knows what to look for. */
      event: 'guest_named';
      job_id: string;
      attempt: number;
      guest_name: string;
      host: HostSpec;
    }
  /** Of lanes on the host itself: whether the host could give them namespaces of their own. */
  | ({ event: 'guest_contained'; job_id: string } & Containment)
  | {
      /** A failed lane's guest stays on its host. Nothing of ours keeps it there, or removes it. */
      event: 'guest_kept';
      job_id: string;
      guest_name: string;
      until: string;
      /** Command lines for people. */
      enter: string;
      end: string;
    }
  | {
      /** What a guest's processor ran on. */
      event: 'guest_accelerated';
      job_id: string;
      accelerator: 'kvm' | 'tcg';
    }
  /** What a guest is made from. */
  | { event: 'guest_image'; job_id: string; image: GuestImage }
  | { event: 'job_note'; job_id: string; note: string }
  | { event: 'job_output'; job_id: string; bytes: Uint8Array }
  | { event: 'job_verdict'; job_id: string; at: string; verdict: Verdict }
  | { event: 'job_finished'; run_id: string; job: JobRecord }
  | { event: 'run_finished'; run: RunRecord };

export interface SourceDescription {
  source_root: string;
  git_head: string | null;
  git_dirty: boolean | null;
  changed_files: string[];
  filters: string[];
}

export type Verdict = { kind: 'passed' } | { kind: 'failed'; failure: Failure };

/** Lines about one lane. */
export interface LaneLines {
  lane: string;
  lines: readonly string[];
}

/** What the host.log of the lane that an event concerns is to say of it. */
export type HostLogWording = (event: RunEvent) => LaneLines | undefined;

/** Receives events; must not throw, and must not keep the run waiting. */
export type EventSink = (event: RunEvent) => void;
