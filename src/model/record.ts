import type { FailureCategory } from './failure.ts';
import type { Executor, Exposure, PrepareType } from './run-plan.ts';

/**
 * What is on record of a run. Keys follow the original `pikaci`; `failure_kind`, `host`,
 * `guest_name`, `guest_kept`, `contained`, `attempts`, `waited_for_place`, `execution` and the
 * `type` of timings are additions. In files the last has the original's shape where that has room for it: the store sees
 * to it. Times are RFC 3339 UTC.
 */
export type RunStatus =
  | 'running'
  | 'passed'
  | 'failed'
  | 'skipped'
  /** Told by whoever reads a record that says `running` and whose process is gone; never written. */
  | 'lost';

export interface RunRecord {
  run_id: string;
  status: RunStatus;
  rerun_of: string | null;
  target_id: string;
  target_description: string;
  source_root: string;
  snapshot_dir: string | null;
  git_head: string | null;
  git_dirty: boolean | null;
  created_at: string;
  finished_at: string | null;
  plan_path: string | null;
  prepared_outputs_path: string | null;
  prepared_output_consumer: string | null;
  changed_files: string[];
  filters: string[];
  message: string | null;
  failure_kind: FailureCategory | null;
  prepare_timings: PrepareTiming[];
  jobs: JobRecord[];
}

export interface TimeSpan {
  started_at: string;
  finished_at: string;
  duration_ms: number;
}

export interface PrepareTiming extends TimeSpan {
  node_id: string;
  /** Of the plan's node. */
  type: PrepareType;
}

export type JobStatus = 'pending' | 'running' | 'passed' | 'failed' | 'skipped';

export interface JobRecord {
  id: string;
  description: string;
  status: JobStatus;
  executor: Executor;
  plan_node_id: string;
  timeout_secs: number;
  host_log_path: string;
  guest_log_path: string;
  started_at: string | null;
  finished_at: string | null;
  exit_code: number | null;
  message: string | null;
  pre_execution_prepare_duration_ms: number | null;
  failure_kind: FailureCategory | null;
  host: string;
  guest_name: string;
  /** Where the guest of a failed lane was kept for people to look into. */
  guest_kept: { until: string; enter: string } | null;
  /** Whether a lane on the host itself ran in namespaces of its own; null in a machine of its own. */
  contained: boolean | null;
  attempts: number;
  /** How long the last attempt waited for others to leave the host; null where there was room. */
  waited_for_place: TimeSpan | null;
  execution: LaneExecution;
}

/** How the last attempt at a lane went, whatever made its guest. */
export interface LaneExecution {
  /** What made the guest; null where the lane was refused before that was chosen. */
  backend: string | null;
  /** What the guest's processor ran on: the hardware's own (kvm), or emulated (tcg). */
  accelerator: 'kvm' | 'tcg' | null;
  /** What the guest was made from, where that is an image with a name. */
  image: GuestImage | null;
  /** In the order of {@link PhaseName}; up to the one that failed. */
  phases: PhaseRecord[];
}

export type GuestImage = IncusImage | OciImage;

export interface IncusImage {
  project: string;
  alias: string;
  fingerprint: string;
}

export interface OciImage {
  /** As the lane names it, in full. */
  reference: string;
  /** What that meant in this run. */
  digest: string;
}

export type PhaseName =
  | 'prepare_directories'
  | 'stage_workspace_snapshot'
  | 'prepare_runtime'
  | 'launch_guest'
  | 'wait_for_completion'
  | 'collect_artifacts';

export interface PhaseRecord extends TimeSpan {
  phase: PhaseName;
}

export interface PreparedOutputs {
  schema_version: 1;
  outputs: PreparedOutput[];
}

export interface PreparedOutput {
  node_id: string;
  installable: string;
  output_name: string;
  protocol: 'nix_store_path_v1';
  residency: 'remote_authoritative_staged_linux';
  consumer: 'host_local_symlink_mounts_v1';
  realized_path: string;
  exposures: Exposure[];
  requested_exposures: Exposure[];
  payload: null;
}
