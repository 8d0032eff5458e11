import { FailureError } from '../model/failure.ts';
import type { Answer, Exit, HostCommand } from './host.ts';

/** More than any answer of our own scripts; a host that says more is broken or hostile. */
const stdoutLimit = 16 * 1024 * 1024;
const stderrLimit = 64 * 1024;

/** Gathers what a short script prints, within bounds. */
export class AnswerBuffer {
  readonly #host: string;
  readonly #command: HostCommand;
  readonly #stdout: Buffer[] = [];
  #stdoutBytes = 0;
  #stderr = Buffer.alloc(0);

  constructor(host: string, command: HostCommand) {
    this.#host = host;
    this.#command = command;
  }

  /** @throws FailureError `host_command_failed` beyond the limit */
  readonly addStdout = (chunk: Buffer): void => {
    this.#stdoutBytes += chunk.length;
    if (this.#stdoutBytes > stdoutLimit) {
      const detail = `more than ${stdoutLimit} bytes`;
      throw commandFailed(this.#host, this.#command, 'too much output', detail);
    }
    this.#stdout.push(chunk);
  };

  readonly addStderr = (chunk: Buffer): void => {
    this.#stderr = Buffer.concat([this.#stderr, chunk]).subarray(-stderrLimit);
  };

  answer(exit: Exit): Answer {
    const stdout = Buffer.concat(this.#stdout).toString();
    return { exit, stdout, stderr: this.#stderr.toString() };
  }
}

export function commandFailed(
  host: string,
  { purpose }: HostCommand,
  exit: string,
  detail: string,
): FailureError {
  return new FailureError({ cause: 'host_command_failed', host, step: purpose, exit, detail });
}
