import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Client, ClientChannel } from 'ssh2';
import { FailureError } from '../../model/failure.ts';
import type { HostSpec } from '../../model/target.ts';
import type { ExecOptions, Exit, Host, HostCommand, OutputHandler } from '../host.ts';
import { shellCommand } from '../shell-command.ts';

interface OpenChannel {
  channel: ClientChannel;
  /** How the command ended; nothing when the link broke before the host said so. */
  ended: Promise<Exit | undefined>;
}

/** A machine behind one SSH connection; each command has a channel of its own. */
export class SshHost implements Host {
  readonly spec: HostSpec;
  readonly #client: Client;

  constructor(spec: HostSpec, client: Client) {
    this.spec = spec;
    this.#client = client;
  }

  async exec(command: HostCommand, options: ExecOptions = {}): Promise<Exit> {
    const { stdin, signal, onStdout, onStderr } = options;
    signal?.throwIfAborted();
    const { channel, ended } = await this.#open(command);
    const work = async (): Promise<Exit> => {
      await Promise.all([
        feed(channel, stdin),
        drain(channel, onStdout),
        drain(channel.stderr, onStderr),
      ]);
      const exit = await ended;
      if (exit === undefined) throw this.#lost(command);
      return exit;
    };
    try {
      return await unlessAborted(work(), signal);
    } catch (error) {
      channel.destroy();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#client, 'close');
    this.#client.end();
    const timeout = AbortSignal.timeout(2000);
    await Promise.race([closed, once(timeout, 'abort')]);
    this.#client.destroy();
  }

  #open(command: HostCommand): Promise<OpenChannel> {
    return new Promise((resolve, reject) => {
      const lost = (): void => reject(this.#lost(command));
      this.#client.once('close', lost);
      try {
        this.#client.exec(shellCommand(command), (error, channel) => {
          this.#client.off('close', lost);
          if (error) reject(this.#lost(command, error));
          // Listened to at once: a short command may end within the packet that opens its channel.
          else resolve({ channel, ended: exitOf(channel) });
        });
      } catch (error) {
        // ssh2 throws "Not connected" where the link is already gone.
        reject(this.#lost(command, error));
      }
    });
  }

  #lost(command: HostCommand, cause?: unknown): FailureError {
    return new FailureError(
      { kind: 'connection_lost', host: this.spec.name, during: `\`${command.purpose}\`` },
      { cause },
    );
  }
}

/**
 * Rejects with the signal's reason as soon as it aborts. The host confirms the end of a channel
 * only when whatever the command started has closed its output, which may take for ever.
 */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
    // Told already, if it was lost to the race.
    work.catch(() => undefined);
  }
}

function exitOf(channel: ClientChannel): Promise<Exit | undefined> {
  return new Promise((resolve) => {
    let exit: Exit | undefined;
    channel.on('exit', (code: number | null, signal?: string) => {
      if (code !== null) exit = { kind: 'code', code };
      else if (signal !== undefined) exit = { kind: 'signal', signal };
    });
    channel.once('close', () => resolve(exit));
  });
}

async function drain(output: Readable, handler: OutputHandler | undefined): Promise<void> {
  try {
    for await (const chunk of output) await handler?.(chunk as Buffer);
  } catch (error) {
    if (!isPrematureClose(error)) throw error;
  }
}

async function feed(channel: ClientChannel, stdin: Readable | string | undefined): Promise<void> {
  if (stdin === undefined || typeof stdin === 'string') {
    channel.end(stdin ?? '');
    return;
  }
  try {
    for await (const chunk of stdin) {
      if (!channel.writable) break;
      if (!channel.write(chunk)) await writable(channel);
    }
    channel.end();
  } finally {
    stdin.destroy();
  }
}

function writable(channel: ClientChannel): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      channel.off('drain', done).off('close', done);
      resolve();
    };
    channel.on('drain', done).on('close', done);
  });
}

function isPrematureClose(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
}
