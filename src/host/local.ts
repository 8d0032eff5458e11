import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Machine } from '../model/target.ts';
import { AnswerBuffer } from './answer.ts';
import type { ExecOptions, Exit, Host, HostCommand, OutputHandler } from './host.ts';
import { plainEnvironment } from './plain-environment.ts';

/** This machine as a host: commands are children, without a shell of the user in between. */
export function localHost(spec: Machine): Host {
  return {
    spec,
    exec,
    call: async (command, { stdin, signal } = {}) => {
      const buffer = new AnswerBuffer(spec.name, command);
      const exit = await exec(command, {
        onStdout: buffer.addStdout,
        onStderr: buffer.addStderr,
        ...(signal && { signal }),
        ...(stdin !== undefined && { stdin: Readable.from([stdin]) }),
      });
      return buffer.answer(exit);
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function exec(
  { script, args = [] }: HostCommand,
  { stdin, signal, onStdout, onStderr }: ExecOptions = {},
): Promise<Exit> {
  signal?.throwIfAborted();
  // A group of its own, so that a script ends with whatever it started.
  const child = spawn('sh', ['-c', script, 'sh', ...args], {
    detached: true,
    stdio: 'pipe',
    env: plainEnvironment(process.env),
  });
  const group = processGroup(child);
  signal?.addEventListener('abort', group.end, { once: true });
  try {
    const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    const [ended, ...rest] = await Promise.allSettled([
      closed,
      feed(child.stdin, stdin),
      drain(child.stdout, onStdout).catch(group.endBecause),
      drain(child.stderr, onStderr).catch(group.endBecause),
    ]);
    signal?.throwIfAborted();
    const broken = [ended, ...rest].find(({ status }) => status === 'rejected');
    if (broken?.status === 'rejected') throw broken.reason;
    const [code, killer] = await closed;
    return killer === null ? { kind: 'code', code: code ?? 0 } : { kind: 'signal', signal: killer };
  } finally {
    signal?.removeEventListener('abort', group.end);
  }
}

/** Time for a script to clear away behind itself before it is killed. */
const graceMs = 2000;

function processGroup(child: ChildProcess): {
  end: () => void;
  endBecause: (error: unknown) => never;
} {
  const signalGroup = (signal: NodeJS.Signals): void => {
    // Once it is reaped its number may be another's.
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    killGroup(child.pid, signal);
  };
  const end = (): void => {
    signalGroup('SIGTERM');
    setTimeout(() => signalGroup('SIGKILL'), graceMs).unref();
  };
  return {
    end,
    endBecause: (error) => {
      end();
      throw error;
    },
  };
}

async function drain(output: Readable, handler: OutputHandler | undefined): Promise<void> {
  for await (const chunk of output) await handler?.(chunk as Buffer);
}

async function feed(input: NodeJS.WritableStream, stdin: Readable | undefined): Promise<void> {
  try {
    await pipeline(stdin ?? Readable.from([]), input);
  } catch (error) {
    // The script sees its input end early, clears away, and exits; then the error is told.
    // A script may also end without reading all of its input; its exit says what that means.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EPIPE' && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
