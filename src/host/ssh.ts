import { once } from 'node:events';
import { userInfo } from 'node:os';
import type { Readable } from 'node:stream';
import ssh2, { type ClientChannel, type ConnectConfig } from 'ssh2';
import { FailureError, type UnreachableReason } from '../model/failure.ts';
import { formatAddress, type HostAddress, type HostSpec } from '../model/target.ts';
import type { ExecOptions, Exit, Host, HostCommand, OutputHandler } from './host.ts';
import { knownHostsLine, pinnedKeyTypes, verifyHostKey, type KnownHosts } from './known-hosts.ts';
import { shellCommand } from './shell-command.ts';

export interface SshIdentity {
  /** A private key in OpenSSH or PEM form. */
  privateKey: string;
  knownHosts: KnownHosts;
}

type SshAddress = Extract<HostAddress, { kind: 'ssh' }>;

/** From the first packet to a ready session; covers a slow host, not a dead one. */
const readyTimeoutMs = 20_000;
/** Three unanswered probes end a silent link after a minute. */
const keepaliveIntervalMs = 15_000;
const keepaliveCountMax = 4;

/**
 * Connects to a machine over SSH, with one key and pinned host keys.
 * @throws FailureError `host_unreachable`, `host_key_unpinned`, `host_key_changed`,
 *   `host_login_refused`, `ssh_key_unusable`
 */
export async function connectSsh(
  spec: HostSpec,
  address: SshAddress,
  identity: SshIdentity,
  signal: AbortSignal,
): Promise<Host> {
  signal.throwIfAborted();
  checkPrivateKey(spec, identity.privateKey);
  const client = new ssh2.Client();
  let refusal: FailureError | undefined;
  const user = address.user ?? userInfo().username;
  const verifier = (key: Buffer): boolean => {
    refusal = refuseHostKey(spec, address, identity.knownHosts, key);
    return refusal === undefined;
  };
  const ready = new Promise<void>((resolve, reject) => {
    client.once('ready', resolve).once('error', reject);
    client.once('close', () => reject(new Error('the host closed the connection')));
  });
  const abort = (): void => void client.destroy();
  signal.addEventListener('abort', abort, { once: true });
  try {
    client.connect(connectConfig(address, user, identity, verifier));
    await ready;
  } catch (error) {
    client.destroy();
    signal.throwIfAborted();
    throw refusal ?? connectFailure(spec, user, error);
  } finally {
    signal.removeEventListener('abort', abort);
  }
  // Without it each small packet waits for the acknowledgement of the one before.
  client.setNoDelay(true);
  // Later errors end the channels, which is where they are told.
  client.on('error', () => undefined);
  return new SshHost(spec, client);
}

function connectConfig(
  address: SshAddress,
  username: string,
  { privateKey, knownHosts }: SshIdentity,
  hostVerifier: (key: Buffer) => boolean,
): ConnectConfig {
  const serverHostKey = pinnedKeyTypes(knownHosts, address.hostname, address.port).flatMap(
    // A pinned RSA key is used with SHA-2 signatures (RFC 8332); SHA-1 ones are refused everywhere.
    (type) => (type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [type]),
  ) as ssh2.ServerHostKeyAlgorithm[];
  return {
    host: address.hostname,
    port: address.port,
    username,
    privateKey,
    hostVerifier,
    // Nothing but the key we were given: further tries count against the host's limit.
    authHandler: ['publickey'],
    readyTimeout: readyTimeoutMs,
    keepaliveInterval: keepaliveIntervalMs,
    keepaliveCountMax,
    ...(serverHostKey.length > 0 && { algorithms: { serverHostKey } }),
  };
}

function checkPrivateKey(spec: HostSpec, privateKey: string): void {
  const parsed = ssh2.utils.parseKey(privateKey);
  const problem =
    parsed instanceof Error
      ? parsed.message
      : parsed.isPrivateKey()
        ? undefined
        : 'it is a public key';
  if (problem !== undefined) {
    throw new FailureError({ kind: 'ssh_key_unusable', host: spec.name, detail: problem });
  }
}

function refuseHostKey(
  spec: HostSpec,
  address: SshAddress,
  knownHosts: KnownHosts,
  key: Buffer,
): FailureError | undefined {
  const { hostname, port } = address;
  const verdict = verifyHostKey(knownHosts, hostname, port, key);
  if (verdict.kind === 'pinned') return undefined;
  const where = { host: spec.name, address: formatAddress(address) };
  const offered = knownHostsLine(hostname, port, key);
  return new FailureError(
    verdict.kind === 'unpinned'
      ? { kind: 'host_key_unpinned', ...where, offered }
      : { kind: 'host_key_changed', ...where, offered, pinned: verdict.pinned },
  );
}

function connectFailure(spec: HostSpec, user: string, error: unknown): FailureError {
  const { level, code, message } = error as Error & { level?: string; code?: string };
  const where = { host: spec.name, address: formatAddress(spec.address) };
  if (level === 'client-authentication') {
    return new FailureError({ kind: 'host_login_refused', ...where, user }, { cause: error });
  }
  return new FailureError(
    { kind: 'host_unreachable', ...where, reason: unreachableReason(level, code, message) },
    { cause: error },
  );
}

function unreachableReason(
  level: string | undefined,
  code: string | undefined,
  message: string,
): UnreachableReason {
  if (code === 'ECONNREFUSED') return { kind: 'refused' };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { kind: 'unresolved' };
  if (level === 'client-timeout' || code === 'ETIMEDOUT') {
    return { kind: 'timed_out', afterMs: readyTimeoutMs };
  }
  return { kind: 'other', detail: message };
}

interface OpenChannel {
  channel: ClientChannel;
  /** How the command ended; nothing when the link broke before the host said so. */
  ended: Promise<Exit | undefined>;
}

class SshHost implements Host {
  readonly spec: HostSpec;
  readonly #client: ssh2.Client;

  constructor(spec: HostSpec, client: ssh2.Client) {
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
