import type { Readable } from 'node:stream';
import type { Machine } from '../model/target.ts';

/**
 * A machine to run commands on. Guests never appear here: a host only knows commands and bytes.
 * Disposing it ends the link, and nothing that was left running on the machine.
 *
 * A link that breaks is made again by whatever is asked of the host next. What was under way then
 * may or may not have happened there, so scripts are written to be run again.
 */
export interface Host extends AsyncDisposable {
  readonly spec: Machine;
  /**
   * Runs a script with `sh` on the machine and streams what goes in and out.
   * @returns how the script ended; it is the caller's to judge
   * @throws FailureError `connection_lost` when the link breaks first, so that a broken link is
   *   never mistaken for an exit; `signal.reason` when `signal` aborts first
   */
  exec: (command: HostCommand, options?: ExecOptions) => Promise<Exit>;
  /**
   * Runs a short script and keeps what it prints. Costs one round trip; after a lost link it is
   * run again.
   * @throws FailureError `host_unreachable` when the link cannot be made again; `signal.reason`
   */
  call: (command: HostCommand, options?: CallOptions) => Promise<Answer>;
}

/**
 * A POSIX sh script with its positional parameters. The parameters show in the machine's process
 * list: secrets go through `stdin`.
 */
export interface HostCommand {
  script: string;
  args?: readonly string[];
  /** What the script does, to complete "could not …" in an error. */
  purpose: string;
}

export interface ExecOptions {
  stdin?: Readable;
  signal?: AbortSignal;
  /** Called in order, each chunk after the promise of the one before: slow readers slow the host. */
  onStdout?: OutputHandler;
  onStderr?: OutputHandler;
}

export type OutputHandler = (chunk: Buffer) => void | Promise<void>;

export interface OpenOptions {
  signal: AbortSignal;
  /** How long a first connection is tried for; once at least. */
  patienceMs?: number;
  /** Told of each connection, those that replace a broken one included. */
  onConnected?: (address: string, milliseconds: number) => void;
}

export interface CallOptions {
  stdin?: string;
  signal?: AbortSignal;
}

export interface Answer {
  exit: Exit;
  stdout: string;
  /** The last part of it. */
  stderr: string;
}

export type Exit = { kind: 'code'; code: number } | { kind: 'signal'; signal: string };

export function formatExit(exit: Exit): string {
  return exit.kind === 'code' ? `exit ${exit.code}` : `killed by ${exit.signal}`;
}

export function exitedWith(exit: Exit, code: number): boolean {
  return exit.kind === 'code' && exit.code === code;
}

export function succeeded(exit: Exit): boolean {
  return exitedWith(exit, 0);
}
