import type { Readable } from 'node:stream';
import type { Host } from '../host/host.ts';
import type { GuestSize } from '../model/backend.ts';
import type { Containment } from '../model/containment.ts';
import type { LaneGiven } from '../model/lane-given.ts';
import type { Lane } from '../model/target.ts';
import type { WantedArtifacts } from './artifact-stream.ts';
import type { Accelerator } from './accelerator.ts';
import type { GuestResult } from './result.ts';

/**
 * A folder on a host with a lease and a place in the host's queue, in which one guest will live.
 * Disposing it removes the guest and all that it made, whatever state it is in.
 */
export interface GuestSlot extends AsyncDisposable {
  readonly host: Host;
  readonly name: string;
  /** Absolute path on the host. */
  readonly dir: string;
  /**
   * Keeps the guest for people to look into: its lease is renewed no more, and ends after that time.
   * Disposing the place leaves it alone from then on.
   * @throws FailureError `host_command_failed`; `signal.reason`, and then it is not kept
   */
  keep: (minutes: number, signal: AbortSignal) => Promise<void>;
}

export interface GuestRequest {
  lane: Lane;
  /** Must come back in the guest's result. */
  nonce: string;
  /** Absolute path of the guest's folder on its host. */
  dir: string;
  /** The published snapshot on the host. */
  snapshotTree: string;
  /** What the host grants it. */
  size: GuestSize;
  diskGib: number;
  stagedMounts: readonly StagedMount[];
  /** Whether a guest whose command failed stays up, to be entered. */
  staysOnFailure: boolean;
}

/** With what only the guest itself gets to know: no backend needs it to make one. */
export interface LaunchRequest extends GuestRequest {
  given: LaneGiven;
}

/** A staged output in a guest. */
export interface StagedMount {
  /** Where the guest finds it. */
  mount: string;
  /** Where it was realised on the host. */
  storePath: string;
}

/** A guest that has been launched. */
export interface Guest {
  /** Of a guest that is no machine of its own. */
  containment?: Containment;
  /**
   * Follows the guest until it has ended, or stays with its verdict in, handing on its log byte by
   * byte.
   * @throws FailureError `boot_timed_out`, `command_timed_out` (by the host); `signal.reason`
   */
  run: (options: RunOptions) => Promise<void>;
  /** What the guest left. One that stays is stopped first, and goes on only when it is kept. */
  collect: (signal: AbortSignal) => Promise<Collected>;
  /** What is wanted of a collected guest's artifacts folder, as a tar stream. */
  artifacts: (wanted: WantedArtifacts, signal: AbortSignal) => Readable;
}

export interface RunOptions {
  onOutput: (chunk: Buffer) => void | Promise<void>;
  /** The most of the guest's log that is handed on; a line says where it is cut. */
  logBytes: number;
  signal: AbortSignal;
}

export interface Collected {
  result: GuestResult;
  /** result.json as it lay there; empty where there was none. */
  resultText: string;
  /** Why the guest's supervisor ended it. */
  endedBy: string;
  /** The lane's command was reached: it must not run again. */
  commandStarted: boolean;
  /** Nothing where there is no VM, or its runner says nothing of it. */
  accelerator: Accelerator | undefined;
  /** The last lines of the console of a guest that left no result. */
  console: string;
}
