import { commandFailed } from './answer.ts';
import { FailureError } from '../model/failure.ts';
import {
  exitedWith,
  formatExit,
  succeeded,
  type Answer,
  type CallOptions,
  type Host,
  type HostCommand,
} from './host.ts';
import { workFolderRefusedExit } from './shell-functions.ts';

/**
 * Runs a short script that has to succeed.
 * @returns its stdout
 * @throws FailureError `host_command_failed` with the end of its stderr
 */
export async function capture(
  host: Host,
  command: HostCommand,
  options: CallOptions = {},
): Promise<string> {
  return stdoutOf(host, command, await host.call(command, options));
}

/** The stdout of an answer that has to be a success; see {@link capture}. */
export function stdoutOf(host: Host, command: HostCommand, answer: Answer): string {
  const { exit, stdout, stderr } = answer;
  if (succeeded(exit)) return stdout;
  if (exitedWith(exit, workFolderRefusedExit)) {
    const detail = lastLines(stderr, 1);
    throw new FailureError({ cause: 'work_folder_refused', host: host.spec.name, detail });
  }
  throw commandFailed(host.spec.name, command, formatExit(exit), lastLines(stderr, 20));
}

export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
