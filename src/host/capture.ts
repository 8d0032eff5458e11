import { FailureError } from '../model/failure.ts';
import { formatExit, type ExecOptions, type Exit, type Host, type HostCommand } from './host.ts';

export interface Captured {
  exit: Exit;
  stdout: string;
  /** The last part of it. */
  stderr: string;
}

/** More than any answer of our own scripts; a host that says more is broken or hostile. */
const stdoutLimit = 4 * 1024 * 1024;
const stderrLimit = 64 * 1024;

type CaptureOptions = Pick<ExecOptions, 'stdin' | 'signal'>;

/** Runs a command and keeps what it prints; any exit is returned. */
export async function captureAny(
  host: Host,
  command: HostCommand,
  options: CaptureOptions = {},
): Promise<Captured> {
  const stdout: Buffer[] = [];
  let stdoutBytes = 0;
  let stderr = Buffer.alloc(0);
  const exit = await host.exec(command, {
    ...options,
    onStdout: (chunk) => {
      stdoutBytes += chunk.length;
      if (stdoutBytes > stdoutLimit) {
        throw commandFailed(host, command, 'too much output', `more than ${stdoutLimit} bytes`);
      }
      stdout.push(chunk);
    },
    onStderr: (chunk) => {
      stderr = Buffer.concat([stderr, chunk]).subarray(-stderrLimit);
    },
  });
  return { exit, stdout: Buffer.concat(stdout).toString(), stderr: stderr.toString() };
}

/**
 * Runs a command that has to succeed.
 * @returns its stdout
 * @throws FailureError `host_command_failed` with the end of its stderr
 */
export async function capture(
  host: Host,
  command: HostCommand,
  options: CaptureOptions = {},
): Promise<string> {
  const { exit, stdout, stderr } = await captureAny(host, command, options);
  if (exit.kind === 'code' && exit.code === 0) return stdout;
  throw commandFailed(host, command, formatExit(exit), lastLines(stderr, 20));
}

export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

function commandFailed(
  host: Host,
  command: HostCommand,
  exit: string,
  detail: string,
): FailureError {
  return new FailureError({
    kind: 'host_command_failed',
    host: host.spec.name,
    step: command.purpose,
    exit,
    detail,
  });
}
