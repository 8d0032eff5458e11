import type { EmbeddedHost } from '../../embedded-host/embedded-host.ts';
import type { Moment } from '../moments.ts';
import type { LaneText } from '../scene.ts';
import type { Stage } from '../stages.ts';

/** What the fault suite has to know of a backend, or of one way of its to run lanes. */
export interface FaultKit {
  /** As cells call it. */
  name: string;
  /** How a manifest asks for it. */
  manifest: { runner: 'host_local' | 'remote_linux_vm'; hostBackend?: string };
  /** Makes the host one on which lanes run in this way, until it is disposed. */
  arrange?: (host: EmbeddedHost) => Arrangement | Promise<Arrangement>;
  /** What has to lie on a disk that is to be filled, in a work folder there; nothing for 24 MB. */
  smallDisk?: { megabytes: number; lay: (host: EmbeddedHost, workDir: string) => void };
  /** What records say of its lanes. */
  contained: boolean;
  /** Whether a process that takes off all that it is known by ends with its guest nevertheless. */
  holdsNameless: boolean;
  /** Whether its lanes can have staged outputs. */
  stagedOutputs: boolean;
  /** Whether a guest that is to be kept goes on while its results are collected. */
  keptGuestRuns: boolean;
  /** The process that is the guest as far as the host can see, as a pattern of command lines. */
  guestProcess: string;
  /** What serves files to the guest from outside, as a pattern of command lines. */
  fileServer?: string;
  /** A guest with a kernel and a clock of its own, which boots. */
  machine?: MachineFaults;
  /** Leaves as a lane's result what a command writes to `result.json`, and not what its agent says. */
  forge: (writeResult: string) => Forgery;
  /** Lanes to cancel at random within their first so many milliseconds, so many of them at once. */
  cancelled: { lanesOfWholeSuite: number; lanes: number; atOnce: number; withinMs: number };
  /** Cells for every test run, beside those that no kit before it in the table has. */
  covering?: { moment: Moment; faults: readonly string[] };
}

export interface Arrangement extends Disposable {
  /** Keys that lanes need there. */
  laneKeys?: string;
}

interface MachineFaults {
  /** The command line that is there from the boot on, and is no probe's. */
  bootsAs: RegExp;
  /** A lane's keys that make it root inside. */
  asRoot: string;
  panicsInBoot: (host: EmbeddedHost) => Stage;
  hangsInBoot: (host: EmbeddedHost) => Stage;
  /** It boots in 2001. */
  clockIsOff: (host: EmbeddedHost) => Stage;
}

/** By the lane; or, where a lane cannot reach that far, by the host while the lane waits. */
export type Forgery =
  | { by: 'lane'; lane: LaneText }
  /** Run by root, with the host's work folder as its argument. */
  | { by: 'host'; script: string };
