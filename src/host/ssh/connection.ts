import type { Client, ClientChannel } from 'ssh2';
import type { Exit } from '../host.ts';

/** The link is gone; whatever was under way may or may not have happened on the host. */
export class LinkBroken extends Error {
  override readonly name = 'LinkBroken';
}

/** The host grants this connection no further channel (sshd's MaxSessions). */
export class ChannelRefused extends Error {
  override readonly name = 'ChannelRefused';
}

/** The host opens channels and runs no commands in them. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
}

export interface OpenChannel {
  channel: ClientChannel;
  /** How the command ended; nothing when the link broke before the host said so. */
  ended: Promise<Exit | undefined>;
}

/** With the pause between two, some seconds. */
const mostIdleRefusals = 40;

/** One authenticated connection and its channels. */
export class Connection {
  readonly #client: Client;
  #channels = 0;
  /** Learned from a refusal; hosts do not tell it. */
  #mostChannels = Infinity;
  #hasHeldAny = false;
  /** In a row, while nothing was held. */
  #idleRefusals = 0;
  #isOpen = true;

  constructor(client: Client) {
    this.#client = client;
    client.once('close', () => {
      this.#isOpen = false;
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** How many are open, or being opened. */
  get channels(): number {
    return this.#channels;
  }

  get hasRoom(): boolean {
    return this.#channels < this.#mostChannels;
  }

  /**
   * Whether a refusal while nothing is held may pass: a host may say that a channel is closed a moment
   * before it counts its session no more.
   */
  get mayHaveRoomSoon(): boolean {
    return this.#hasHeldAny && this.#idleRefusals < mostIdleRefusals;
  }

  /**
   * Starts a command line in a channel of its own.
   * @throws LinkBroken
   * @throws ChannelRefused
   * @throws CommandRefused
   */
  async open(commandLine: string): Promise<OpenChannel> {
    this.#channels += 1;
    try {
      const opened = await this.#exec(commandLine);
      this.#hasHeldAny = true;
      this.#idleRefusals = 0;
      void opened.ended.then(() => {
        this.#channels -= 1;
      });
      return opened;
    } catch (error) {
      this.#channels -= 1;
      if (error instanceof ChannelRefused) {
        this.#mostChannels = Math.max(this.#channels, this.#hasHeldAny ? 1 : 0);
        if (this.#channels === 0) this.#idleRefusals += 1;
      }
      throw error;
    }
  }

  /** Says goodbye; whatever is open is lost. */
  end(): void {
    this.#isOpen = false;
    this.#client.end();
  }

  #exec(commandLine: string): Promise<OpenChannel> {
    return new Promise((resolve, reject) => {
      const lost = (cause?: unknown): void =>
        reject(new LinkBroken('the link broke while a channel was opened', { cause }));
      this.#client.once('close', lost);
      try {
        this.#client.exec(commandLine, (error, channel) => {
          this.#client.off('close', lost);
          // Listened to at once: a short command may end within the packet that opens its channel.
          if (error === undefined) resolve({ channel, ended: exitOf(channel) });
          else if (isRefusal(error)) reject(new ChannelRefused(error.message, { cause: error }));
          else if (isCommandRefusal(error)) reject(new CommandRefused(error.message));
          else lost(error);
        });
      } catch (error) {
        // ssh2 throws "Not connected" from the moment the host hangs up, which may be long before it
        // says `close`: whoever tries again until then must not be given this connection.
        this.#isOpen = false;
        this.#client.off('close', lost);
        lost(error);
      }
    });
  }
}

/** The host's own answer has a reason code (RFC 4254, section 5.1); a broken link has none. */
function isRefusal(error: Error): boolean {
  return typeof (error as Error & { reason?: unknown }).reason === 'number';
}

/** ssh2's own words for the host's no to a command in an open channel; it gives no code. */
function isCommandRefusal(error: Error): boolean {
  return error.message === 'Unable to exec';
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
