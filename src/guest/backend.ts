import type { BackendName, BackendSettings } from '../model/backend.ts';
import type { Check } from '../model/check.ts';
import type { Containment } from '../model/containment.ts';
import type { GuestImage } from '../model/record.ts';
import type { BackendStep } from '../model/run-plan.ts';
import type { HostSpec, Lane, Permission, RunnerKind } from '../model/target.ts';
import type { Host, HostCommand } from '../host/host.ts';
import type { PruneLimits } from '../snapshot/prune.ts';
import type { GuestPaths } from './agent.ts';
import type { GuestRequest } from './guest.ts';

/**
 * A way to make guests. What differs between kinds of guests is only this; lease, admission, log,
 * verdict, artifacts, keeping, reaping, records and reports are the same for all, and know no backend.
 *
 * @typeParam Settings what `[hosts.x.<name>]` says, as it is written there
 * @typeParam Prepared what is made ready once on a host, before its first guest
 */
export interface Backend<Settings = unknown, Prepared = unknown> extends BackendSettings<Settings> {
  /** Whose lanes it takes. */
  readonly runner: RunnerKind;
  /**
   * Whether its guests are machines of their own, which have a size that the host grants, a root of
   * their own, and shells that outlive a command that failed.
   */
  readonly machine: boolean;
  /** What `backend = …` of a host calls it, where that is not its name. */
  readonly choice?: BackendName;
  /** Whether a lane of that runner is for it; without this each one is. */
  takes?(lane: Lane): boolean;
  /** Why a lane cannot run like this on a host; the first reason counts. */
  refuse(lane: Lane, settings: Settings, host: HostSpec): Refusal | undefined;
  /** What a host has to allow, where it is not this machine itself. */
  permissions(settings: Settings, host: HostSpec): readonly NeededPermission[];
  /** Its own steps of a run plan, in front of the lane's command. */
  steps(lane: Lane, host: HostSpec): readonly BackendStep[];
  /** The `nix` program on the host that staged outputs are built by. */
  nix?(settings: Settings): string;
  /** What of a lane {@link prepare} goes by; without this it is the same for all. */
  preparedFor?(lane: Lane): string;
  /** Done once on a host in a run, whoever comes first. Rejects as a {@link Host} does. */
  prepare(host: Host, settings: Settings, tools: PrepareTools, lane: Lane): Promise<Prepared>;
  /**
   * Removes what {@link prepare} has left on a host and nobody has used for long, and prints a line for
   * each; never what a guest that is there, or about to be, may use.
   */
  prune?(workDir: string, limits: PruneLimits): HostCommand;
  /** What is put into the folder of one guest, and run there. */
  programs(request: GuestRequest, settings: Settings, prepared: Prepared): GuestPrograms;
  /**
   * Looks whether its guests could live on a host, one check for each thing that could keep them from it.
   * What the host says goes into `seen`, and nowhere else. Rejects as a {@link Host} does.
   */
  probe(host: Host, settings: Settings, options: ProbeOptions): Promise<readonly Check[]>;
  /** What its guests need of a host that can be installed and made there; without this, nothing can. */
  setup?(processor: string): BackendSetup;
}

export interface ProbeOptions {
  /** Boots a guest, to see whether it comes up; else it only looks. */
  boot: boolean;
  signal: AbortSignal;
}

export interface BackendSetup {
  /** Programs, each with the package of Debian and Ubuntu that brings it. */
  packages: Readonly<Record<string, string>>;
  /** What is made with those, without root, in their order. */
  parts: readonly SetupPart[];
}

export interface SetupPart {
  /** To complete "make …". */
  name: string;
  isThere: (host: Host, signal: AbortSignal) => Promise<boolean>;
  make: (host: Host, signal: AbortSignal) => Promise<void>;
}

export interface NeededPermission {
  permission: Permission;
  /** What is said where the host does not allow it. */
  problem: string;
}

export interface Refusal {
  problem: string;
  hint: string;
}

export interface PrepareTools {
  snapshotHash: () => Promise<string>;
  /** Path of the published snapshot's tree, once it is there. */
  snapshotTree: () => Promise<string>;
  permits: (permission: Permission) => boolean;
  /** Names the run, the same in all its legs, in 32 hexadecimal digits. */
  run: string;
  /** What a registry wants to know of us, as a file of credentials of containers-auth.json(5). Secret. */
  registryAuth: (registry: string) => string;
  signal: AbortSignal;
}

/**
 * The guest's programs are sh, each a text of its own. They are put into the guest's folder, where the
 * guest cannot reach them, before anything boots; supervisor, removal, reaper and people run them from
 * there. All but `enter` run in that folder, with the guest's name as their argument.
 */
export interface GuestPrograms {
  /**
   * Runs the guest in the foreground, and returns when it has ended. What it starts has the guest's mark:
   * its name in PIKACI_GUEST_NAME.
   */
  boot: string;
  /** Looks whether the guest can be booted; what it prints is kept, and what it says otherwise refuses. */
  check?: string;
  /** For people, at a terminal. */
  enter: string;
  /**
   * Removes what the processes with the guest's mark do not hold: nothing is an answer of success.
   * What is in the folder goes afterwards, and only then.
   */
  remove?: string;
  /** Stops what runs apart from those processes, and lets it go on. */
  hold?: string;
  resume?: string;
  /** More texts of its own, by path in the guest's folder. */
  files?: Readonly<Record<string, string>>;
  /** Programs of the host that it needs, beside those that every guest needs. */
  needs: readonly string[];
  /** For `check` and `boot`. */
  environment: Readonly<Record<string, string>>;
  paths: GuestPaths;
  /** What its agent finds, in functions of bash (see agent.sh); nothing for a plain VM's, or the host's. */
  surroundings?: string;
  /** The snapshot itself, which is then shared and read-only, or a copy. */
  workspace: 'shared' | 'copied';
  /** From launch to the first line of the guest's log. */
  bootSecs: number;
  /** What it takes of the host's disk beside what the lane is granted: copies of what it sends. */
  moreDiskKib?: number;
  /** What it is made from, where that has a name. */
  image?: GuestImage;
  /** Reads what `check` printed. */
  containment?: (checked: string) => Containment;
}
