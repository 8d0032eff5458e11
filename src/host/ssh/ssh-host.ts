import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientChannel } from 'ssh2';
import { commandFailed } from '../answer.ts';
import { acrossDrops } from '../drops.ts';
import { FailureError } from '../../model/failure.ts';
import type { Machine } from '../../model/target.ts';
import type {
  Answer,
  CallOptions,
  ExecOptions,
  Exit,
  Host,
  HostCommand,
  OutputHandler,
} from '../host.ts';
import { programOf } from './program.ts';
import { ChannelRefused, CommandRefused, LinkBroken, type Connection } from './connection.ts';
import { Shell } from './shell.ts';
import { Start, type BeyondMark } from './start.ts';

const refusalPauseMs = 50;

/** Makes a connection, trying for as long as a host may be away. */
export type Dial = (signal: AbortSignal | undefined) => Promise<Connection>;

/**
 * A machine behind SSH: one connection, made again when it breaks, and a further one only where
 * the host grants too few channels. Short scripts share shells that stay open.
 */
export class SshHost implements Host {
  readonly spec: Machine;
  readonly #dial: Dial;
  readonly #closing = new AbortController();
  #connections: Connection[];
  #dialling: Promise<Connection> | undefined;
  readonly #idleShells: { connection: Connection; shell: Shell }[] = [];

  constructor(spec: Machine, first: Connection, dial: Dial) {
    this.spec = spec;
    this.#connections = [first];
    this.#dial = dial;
  }

  async call(command: HostCommand, options: CallOptions = {}): Promise<Answer> {
    return acrossDrops(async () => {
      options.signal?.throwIfAborted();
      const idle = this.#takeIdleShell();
      const { connection, shell, answer } =
        idle === undefined
          ? await this.#startShell(command, options)
          : { ...idle, answer: idle.shell.call(command, options) };
      try {
        const answered = await unlessAborted(answer, options.signal);
        this.#idleShells.push({ connection, shell });
        return answered;
      } catch (error) {
        shell.destroy();
        throw this.#translate(error, command);
      }
    });
  }

  async exec(command: HostCommand, options: ExecOptions = {}): Promise<Exit> {
    const { stdin, signal, onStdout, onStderr } = options;
    signal?.throwIfAborted();
    const { name } = this.spec;
    const start = new Start(programOf(command, 'exec sh'));
    const { channel, ended } = await this.#open(
      command,
      signal,
      (connection) => connection.open(start.line),
      (opened) => void opened.channel.destroy(),
    );
    const work = async (): Promise<Exit> => {
      await Promise.all([
        feed(channel, start, stdin),
        drain(channel, start.stdout, onStdout),
        drain(channel.stderr, start.stderr, onStderr),
      ]);
      const exit = await ended;
      if (exit === undefined) throw this.#lost(command);
      const failure = start.failureOf(name, exit);
      if (failure !== undefined) throw failure;
      return exit;
    };
    const over = new AbortController();
    try {
      const inTime = Promise.race([work(), start.overdue(name, over.signal)]);
      return await unlessAborted(inTime, signal);
    } catch (error) {
      channel.destroy();
      throw error;
    } finally {
      over.abort();
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort(new Error('the host is closed'));
    for (const connection of this.#connections) connection.end();
    return Promise.resolve();
  }

  #takeIdleShell(): { connection: Connection; shell: Shell } | undefined {
    for (;;) {
      const idle = this.#idleShells.pop();
      if (idle === undefined || idle.connection.isOpen) return idle;
    }
  }

  async #startShell(
    command: HostCommand,
    options: CallOptions,
  ): Promise<{ connection: Connection; shell: Shell; answer: Promise<Answer> }> {
    return this.#open(
      command,
      options.signal,
      async (connection) => {
        const started = await Shell.start(connection, this.spec.name, command, options);
        return { connection, ...started };
      },
      ({ shell }) => shell.destroy(),
    );
  }

  /**
   * Opens something on the first connection that has room for it.
   * @param abandon undoes what was opened for a caller who has gone
   */
  async #open<T>(
    command: HostCommand,
    signal: AbortSignal | undefined,
    open: (connection: Connection) => Promise<T>,
    abandon: (opened: T) => void,
  ): Promise<T> {
    for (;;) {
      const connection = await this.#connectionWithRoom(signal);
      const opening = open(connection);
      try {
        return await unlessAborted(opening, signal);
      } catch (error) {
        if (signal?.aborted === true) opening.then(abandon, () => undefined);
        if (error instanceof CommandRefused) {
          const { name: host } = this.spec;
          const how = 'it refuses to run commands';
          throw new FailureError({ cause: 'host_without_shell', host, how, said: '' });
        }
        if (!(error instanceof ChannelRefused)) throw this.#translate(error, command);
        if (connection.channels > 0) continue;
        // A connection that refuses while it holds nothing refuses for good, or has not noticed yet.
        if (!connection.mayHaveRoomSoon) {
          throw commandFailed(this.spec.name, command, 'no session', error.message);
        }
        await sleep(refusalPauseMs);
        signal?.throwIfAborted();
      }
    }
  }

  async #connectionWithRoom(signal: AbortSignal | undefined): Promise<Connection> {
    this.#connections = this.#connections.filter(({ isOpen }) => isOpen);
    const known = this.#connections.find(({ hasRoom }) => hasRoom);
    if (known !== undefined) return known;
    // One at a time: lanes that lost the same link wait for the same new one.
    this.#dialling ??= this.#dial(this.#closing.signal).finally(() => {
      this.#dialling = undefined;
    });
    const dialled = await unlessAborted(this.#dialling, signal);
    if (!this.#connections.includes(dialled)) this.#connections.push(dialled);
    return dialled;
  }

  #translate(error: unknown, command: HostCommand): unknown {
    return error instanceof LinkBroken ? this.#lost(command, error) : error;
  }

  #lost(command: HostCommand, cause?: unknown): FailureError {
    return new FailureError(
      { cause: 'connection_lost', host: this.spec.name, during: `\`${command.purpose}\`` },
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

/** Hands on what comes, in order; a handler that takes its time stops the flow. */
function drain(
  output: Readable,
  beyond: BeyondMark,
  handler: OutputHandler | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    output.on('data', (chunk: Buffer) => {
      try {
        const ours = beyond.add(chunk);
        if (ours.length === 0) return;
        const handled = handler?.(ours);
        if (handled === undefined) return;
        output.pause();
        handled.then(() => output.resume(), reject);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    output.once('close', resolve).once('end', resolve).once('error', reject);
  });
}

async function feed(
  channel: ClientChannel,
  start: Start,
  stdin: Readable | undefined,
): Promise<void> {
  if (stdin === undefined) {
    channel.end(start.input);
    return;
  }
  // Whoever writes to it may be waiting for an answer that can no longer come.
  const closed = new Promise<void>((resolve) => channel.once('close', resolve));
  const end = (): void => void stdin.destroy();
  channel.once('close', end);
  // Not before its turn: a start file may read what comes.
  await Promise.race([start.stdout.reached, closed]);
  if (channel.writable) channel.write(start.input);
  try {
    for await (const chunk of stdin) {
      if (!channel.writable) break;
      if (!channel.write(chunk)) await writable(channel);
    }
    channel.end();
  } catch (error) {
    if (!isPrematureClose(error)) throw error;
  } finally {
    channel.off('close', end);
    end();
  }
}

function writable(channel: ClientChannel): Promise<void> {
  return new Promise((resolve) => {
    if (channel.destroyed) {
      resolve();
      return;
    }
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
