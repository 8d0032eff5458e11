import { PassThrough, type Readable } from 'node:stream';
import { FailureError } from '../model/failure.ts';
import { AnswerBuffer } from '../host/answer.ts';
import { stdoutOf } from '../host/capture.ts';
import { exitedWith } from '../host/host.ts';
import { findExpression } from './find-expression.ts';
import type { GuestSlot } from './guest.ts';
import { artifactsScript } from './scripts.ts';

export interface WantedArtifacts {
  /** Path patterns below the artifacts folder. */
  patterns: readonly string[];
  /** The most that is sent, by apparent size. */
  bytes: number;
}

const tooLargeExit = 79;

/**
 * What the guest left of what is wanted, as a tar. Destroyed with FailureError
 * `artifacts_too_large`, `host_command_failed`, `connection_lost`; `signal.reason`.
 */
export function artifactStream(
  { host, dir }: GuestSlot,
  { patterns, bytes }: WantedArtifacts,
  signal: AbortSignal,
): Readable {
  const output = new PassThrough();
  const command = {
    script: artifactsScript(),
    args: [dir, String(bytes), ...findExpression(patterns)],
    purpose: 'collect artifacts',
  };
  const said = new AnswerBuffer(host.spec.name, command);
  const onStdout = (chunk: Buffer): Promise<void> | void => {
    if (!output.write(chunk)) return new Promise((resolve) => output.once('drain', resolve));
  };
  const send = async (): Promise<void> => {
    const exit = await host.exec(command, { signal, onStdout, onStderr: said.addStderr });
    const answer = said.answer(exit);
    if (exitedWith(exit, tooLargeExit)) {
      const [files = 0, counted = 0] = answer.stderr.trim().split(' ').slice(-2).map(Number);
      throw new FailureError({ cause: 'artifacts_too_large', files, bytes: counted, limit: bytes });
    }
    stdoutOf(host, command, answer);
  };
  send().then(
    () => output.end(),
    (error: unknown) => output.destroy(error as Error),
  );
  return output;
}
