/**
 * Everything that can go wrong, as data. Wording lives in `describe-failure.ts` and nowhere else.
 *
 * A failure names what it is on `cause`; {@link categoryOf} maps every cause to one of the five
 * kinds that records and outputs carry.
 */
export type Failure =
  | { cause: 'usage'; problem: string; hint: string }
  | { cause: 'inputs_invalid'; problems: readonly { input: string; problem: string }[] }
  | { cause: 'manifest_missing'; searched: readonly string[] }
  | { cause: 'manifest_invalid'; sources: readonly InvalidSource[] }
  | HostsUntold
  | { cause: 'lanes_refused'; problems: readonly LaneProblem[]; text: string }
  | { cause: 'secrets_unusable'; origin: HostsOrigin; secrets: readonly UnusableSecret[] }
  | { cause: 'target_unknown'; name: string; known: readonly string[] }
  | {
      cause: 'image_unavailable';
      image: string;
      host: string;
      reason: ImageTrouble;
      detail: string;
    }
  /** Programs that a host needs for what is asked of it. */
  | { cause: 'host_lacks_tools'; host: string; tools: readonly string[]; setup?: FailedSetup }
  | { cause: 'lane_ambiguous'; name: string; candidates: readonly string[] }
  | { cause: 'lane_unknown'; target: string; lane: string; known: readonly string[] }
  | { cause: 'run_unknown'; runId: string; stateRoot: string }
  | { cause: 'run_unreadable'; runId: string; path: string; detail: string }
  | { cause: 'no_runs'; stateRoot: string }
  | { cause: 'state_root_unusable'; path: string; detail: string }
  | { cause: 'report_unwritable'; path: string; detail: string }
  | { cause: 'backend_unavailable'; backend: string; lane: string }
  | { cause: 'lane_unsupported'; lane: string; problem: string; hint: string }
  | { cause: 'matrix_too_large'; legs: number; limit: number; grouping: string }
  | { cause: 'output_too_large'; output: string; bytes: number; limit: number }
  | { cause: 'fork_refused'; event: string; from: string; unlike: readonly string[] }
  | { cause: 'plan_unreadable'; detail: string }
  | { cause: 'git_missing' }
  | { cause: 'repository_untrusted'; path: string; detail: string }
  | { cause: 'not_a_repository'; path: string; checkouts: readonly string[]; detail: string }
  | { cause: 'git_failed'; command: string; detail: string }
  | { cause: 'ssh_key_unusable'; host: string; detail: string }
  | { cause: 'known_hosts_invalid'; source: string; line: number; problem: string }
  | { cause: 'host_key_unpinned'; host: string; address: string; offered: string }
  | { cause: 'host_key_changed'; host: string; address: string; offered: string; pinned: string }
  | {
      cause: 'host_login_refused';
      host: string;
      address: string;
      user: string;
      after: 'our key' | 'too many keys';
    }
  | { cause: 'host_without_shell'; host: string; how: string; said: string }
  | { cause: 'host_unreachable'; host: string; address: string; reason: UnreachableReason }
  | { cause: 'connection_lost'; host: string; during: string }
  | { cause: 'host_command_failed'; host: string; step: string; exit: string; detail: string }
  | { cause: 'work_folder_refused'; host: string; detail: string }
  | { cause: 'record_unwritable'; path: string; detail: string }
  | { cause: 'snapshot_failed'; step: string; path: string; detail: string }
  | { cause: 'staged_output_failed'; installable: string; host: string; detail: string }
  | { cause: 'guest_build_failed'; installable: string; host: string; detail: string }
  | { cause: 'nix_unsandboxed'; host: string; installable: string; sandbox: string }
  | { cause: 'boot_timed_out'; guest: string; deadlineSecs: number; console: string }
  | { cause: 'guest_ended'; guest: string; reason: string; started: boolean; console: string }
  | { cause: 'result_untrusted'; guest: string; problem: string }
  /** `missing` is the program that its guest does not have, where that is why. */
  | { cause: 'command_failed'; exitCode: number; missing?: string }
  | { cause: 'command_out_of_memory'; exitCode: number }
  | { cause: 'command_timed_out'; timeoutSecs: number; enforcedBy: 'guest' | 'host' }
  | { cause: 'disk_exceeded'; guest: string; usedKib: number; limitKib: number }
  | { cause: 'artifacts_too_large'; files: number; bytes: number; limit: number }
  | { cause: 'artifacts_late'; afterSecs: number }
  | { cause: 'cancelled'; by: string }
  | { cause: 'unexpected'; detail: string };

/** A setup that may not install what is missing; the line that does, where its names are known. */
export interface FailedSetup {
  install: string | undefined;
}

/** A text of the user's with something wrong in it. */
export interface InvalidSource {
  what: 'manifest' | 'host settings';
  /** Path of the file, or how the user calls where the text came from. */
  file: string;
  problems: readonly ManifestProblem[];
}

/** Who may say what an SSH host is: the user's own files, or the workflow alone. */
export type HostsOrigin = 'terminal' | 'workflow';

/** Hosts that lanes are to reach, and nobody who may has said enough of. */
export interface HostsUntold {
  cause: 'hosts_untold';
  origin: HostsOrigin;
  /** Each with the settings that would do, as TOML. */
  hosts: readonly { problem: string; text: string }[];
}

/** A variable that a lane asks for. Of its value nothing is told. */
export interface UnusableSecret {
  lane: string;
  name: string;
  why: 'missing' | 'too_short';
}

export interface LaneProblem {
  lane: string;
  problem: string;
}

export interface ManifestProblem {
  /** Dotted path of the key, e.g. `targets.demo.lanes[0].command`; empty for the whole file. */
  key: string;
  problem: string;
  /** Absent where no place in the text can be named. */
  place?: SourceSpan;
}

export interface SourceSpan {
  /** 1-based. */
  line: number;
  column: number;
  /** The line as it stands in the file. */
  text: string;
  /** Characters from the column on that the problem is about. */
  length: number;
}

export type UnreachableReason =
  | { kind: 'refused' }
  | { kind: 'timed_out'; afterMs: number }
  | { kind: 'unresolved' }
  | { kind: 'other'; detail: string };

/** What stands between a host and an image. */
export type ImageTrouble =
  | 'missing'
  | 'denied'
  | 'unreachable'
  | 'throttled'
  | 'architecture'
  | 'disk_full'
  | 'tampered'
  | 'malformed'
  | 'other';

/** The failure kinds of records and outputs. */
export type FailureCategory =
  'test_failure' | 'timeout' | 'infrastructure' | 'cancelled' | 'config';

export function categoryOf(failure: Failure): FailureCategory {
  switch (failure.cause) {
    case 'command_failed':
    case 'command_out_of_memory':
    case 'staged_output_failed':
    case 'disk_exceeded':
    case 'artifacts_too_large':
      return 'test_failure';
    case 'image_unavailable':
      return isForUsers(failure.reason) ? 'config' : 'infrastructure';
    case 'command_timed_out':
      return 'timeout';
    case 'cancelled':
      return 'cancelled';
    case 'usage':
    case 'inputs_invalid':
    case 'manifest_missing':
    case 'manifest_invalid':
    case 'hosts_untold':
    case 'lanes_refused':
    case 'secrets_unusable':
    case 'lane_ambiguous':
    case 'nix_unsandboxed':
    case 'target_unknown':
    case 'lane_unknown':
    case 'run_unknown':
    case 'run_unreadable':
    case 'no_runs':
    case 'state_root_unusable':
    case 'report_unwritable':
    case 'backend_unavailable':
    case 'lane_unsupported':
    case 'matrix_too_large':
    case 'output_too_large':
    case 'fork_refused':
    case 'plan_unreadable':
    case 'host_lacks_tools':
    case 'git_missing':
    case 'repository_untrusted':
    case 'not_a_repository':
    case 'ssh_key_unusable':
    case 'known_hosts_invalid':
    case 'host_key_unpinned':
    case 'host_key_changed':
    case 'host_login_refused':
    case 'host_without_shell':
    case 'guest_build_failed':
    case 'work_folder_refused':
      return 'config';
    case 'git_failed':
    case 'host_unreachable':
    case 'connection_lost':
    case 'host_command_failed':
    case 'record_unwritable':
    case 'snapshot_failed':
    case 'boot_timed_out':
    case 'guest_ended':
    case 'result_untrusted':
    case 'artifacts_late':
    case 'unexpected':
      return 'infrastructure';
  }
}

/** The same image would meet the same trouble again. */
function isForUsers(reason: ImageTrouble): boolean {
  return ['missing', 'denied', 'architecture', 'tampered', 'malformed'].includes(reason);
}

/** Carries a {@link Failure} through `throw`; the only error class of ours. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(failure.cause, options);
    this.failure = failure;
  }
}

/** The failure an unknown thrown value stands for; anything not ours is `unexpected`. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { cause: 'unexpected', detail };
}

/** The failure of work under a signal: whatever broke while it was aborted broke because of it. */
export function failureUnder(signal: AbortSignal, thrown: unknown): Failure {
  return failureOf(signal.aborted ? signal.reason : thrown);
}

/** What a signal is aborted with, so that its reason is a failure like any other. */
export function cancelledBy(by: string): FailureError {
  return new FailureError({ cause: 'cancelled', by });
}
