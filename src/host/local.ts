import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { HostSpec } from '../model/target.ts';
import type { ExecOptions, Exit, Host, HostCommand, OutputHandler } from './host.ts';

/** This machine as a host: commands are children, without a shell of the user in between. */
export function localHost(spec: HostSpec): Host {
  return {
    spec,
    exec,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function exec(
  { script, args = [] }: HostCommand,
  { stdin, signal, onStdout, onStderr }: ExecOptions = {},
): Promise<Exit> {
  signal?.throwIfAborted();
  // A group of its own, so that a script ends with whatever it started.
  const child = spawn('sh', ['-c', script, 'sh', ...args], { detached: true, stdio: 'pipe' });
  const endGroup = (): void => {
    if (child.pid !== undefined && child.exitCode === null) killGroup(child.pid);
  };
  signal?.addEventListener('abort', endGroup, { once: true });
  try {
    const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    const [[code, killer]] = await Promise.all([
      closed,
      feed(child.stdin, stdin),
      drain(child.stdout, onStdout),
      drain(child.stderr, onStderr),
    ]);
    signal?.throwIfAborted();
    return killer === null ? { kind: 'code', code: code ?? 0 } : { kind: 'signal', signal: killer };
  } finally {
    signal?.removeEventListener('abort', endGroup);
    endGroup();
  }
}

async function drain(output: Readable, handler: OutputHandler | undefined): Promise<void> {
  for await (const chunk of output) await handler?.(chunk as Buffer);
}

async function feed(
  input: NodeJS.WritableStream,
  stdin: Readable | string | undefined,
): Promise<void> {
  try {
    await pipeline(
      typeof stdin === 'string' ? Readable.from([stdin]) : (stdin ?? Readable.from([])),
      input,
    );
  } catch (error) {
    // A script may end without reading all of its input; its exit says what that means.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EPIPE' && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
