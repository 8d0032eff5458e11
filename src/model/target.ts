import type { HostAddress, UnknownAddress } from './address.ts';
import type { BackendName } from './backend.ts';
import type { ImageReference } from './image-reference.ts';

/** What a manifest means, after defaults and references are resolved. */

export const triggers = ['branch', 'nightly', 'manual'] as const;
export type Trigger = (typeof triggers)[number];

export interface Manifest {
  /** Path of the file, relative to the repository root where it lies below it. */
  path: string;
  /**
   * Paths of the repository whose change may change the manifest: its file, links that lead to it,
   * files that it builds on, and where another would be found before it.
   */
  sources: readonly string[];
  /** In the manifest's order. */
  targets: readonly Target[];
}

export interface Target {
  id: string;
  title: string;
  description: string;
  trigger: Trigger;
  /** Path patterns; empty means that every change concerns the target. */
  paths: readonly string[];
  concurrencyGroup: string;
  /** One failed lane ends the target's other lanes. */
  failFast: boolean;
  /** Patterns of files that the snapshot leaves out. */
  snapshotExclude: readonly string[];
  /** Whether a matrix has a leg for each lane, or one for all of them. */
  legs: 'per_lane' | 'whole';
  lanes: readonly Lane[];
}

/** What a guest gets of its host's disk that asks for nothing, where the host grants as much. */
export const usualDiskGib = 20;

export interface Lane {
  id: string;
  description: string;
  runner: Runner;
  command: LaneCommand;
  /** What a shell line runs under, the line being its last argument; nothing for bash with `-e`. */
  shell: string | undefined;
  /** Where the command starts, relative to the workspace; nothing for its top. */
  workdir: string | undefined;
  timeoutSecs: number;
  /** Asked of the host, which grants up to its own limits; nothing for what the host gives. */
  vcpu: number | undefined;
  memMib: number | undefined;
  diskGib: number | undefined;
  /** Beyond it the log is cut, and the lane goes on. */
  logMib: number;
  /** Beyond it collecting artifacts fails. */
  artifactsMib: number;
  writableWorkspace: boolean;
  runAsRoot: boolean;
  env: Readonly<Record<string, string>>;
  /** Names of variables that it gets from the environment of whoever runs it, and that nothing shows. */
  secrets: readonly string[];
  /** The workspace has a `.git` of the commit that is checked out. */
  git: boolean;
  /** Globs below /artifacts to bring back. */
  artifacts: readonly string[];
  retriesOnInfrastructure: number;
  /** Label of the workflow runner that drives the lane. */
  runsOn: string;
}

export type LaneCommand =
  { kind: 'shell'; line: string } | { kind: 'argv'; argv: readonly [string, ...string[]] };

export type Runner =
  | { kind: 'host_local'; host: HostSpec }
  | {
      kind: 'remote_linux_vm';
      host: HostSpec;
      staged: StagedSet | undefined;
      /** What the guest's files are taken from; nothing where its host says what is booted. */
      image?: WantedImage;
      /** Nothing for what the backend gives. */
      network?: Network;
    }
  | { kind: 'tart_local'; host: HostSpec };
export type RunnerKind = Runner['kind'];

export interface WantedImage {
  reference: ImageReference;
  pull: PullPolicy;
}

/** Whether a tag is asked for anew in each run, or only where the host has never seen it. */
export const pullPolicies = ['always', 'missing'] as const;
export type PullPolicy = (typeof pullPolicies)[number];

/** What a guest may reach: nothing, or whatever its host's user can, but the host itself. */
export const networks = ['none', 'outbound'] as const;
export type Network = (typeof networks)[number];

/** What a host, a flag or a variable may ask for; `auto` leaves it to the lane's runner. */
export const backendChoices = ['auto', 'microvm', 'incus'] as const;

/** What is refused on a host reached over SSH, unless the host allows it in so many words. */
export const permissions = [
  'host_local',
  'workspace_runner',
  'unsandboxed_nix',
  'fork_network',
] as const;
export type Permission = (typeof permissions)[number];

/** What is asked of this machine is asked by whoever runs pikaci on it. */
export function permits({ address, allow }: HostSpec, permission: Permission): boolean {
  return address.kind === 'local' || allow.includes(permission);
}

/** Where our folder is on hosts that are reached over SSH, unless they say otherwise. */
export const usualWorkDir = '~/.cache/pikaci';

/** A machine, and where on it our folder is. */
export interface Machine {
  name: string;
  os: 'linux' | 'mac';
  address: HostAddress | UnknownAddress;
  /**
   * Folder on the host below which everything of ours lies: absolute, or `~/…` for one of its user's,
   * where `~/.cache` stands for wherever that user keeps caches.
   */
  workDir: string;
}

/** A machine that holds guests, and what it grants them. */
export interface HostSpec extends Machine {
  /** `auto`, or the name of one. */
  backend: BackendName;
  /** Guests at once; further lanes wait in the order of their arrival. Nothing for no limit. */
  maxGuests: number | undefined;
  /** The most that one lane is granted. Nothing for no limit. */
  maxVcpu: number | undefined;
  maxMemMib: number | undefined;
  maxDiskGib: number | undefined;
  allow: readonly Permission[];
  /** By backend, as it is written; each backend reads its own. */
  settings: Readonly<Record<BackendName, unknown>>;
}

/** Nix outputs realised once on a host and mounted read-only in its guests. */
export interface StagedSet {
  name: string;
  nodePrefix: string;
  outputs: readonly StagedOutput[];
}

export interface StagedOutput {
  name: string;
  installable: string;
  /** Names of outputs of the same set. */
  needs: readonly string[];
  /** Absolute path in the guest. */
  mount: string;
}
