import { userInfo } from 'node:os';
import ssh2, { type ConnectConfig } from 'ssh2';
import { FailureError, type UnreachableReason } from '../../model/failure.ts';
import { formatAddress, type HostAddress, type HostSpec } from '../../model/target.ts';
import type { Host } from '../host.ts';
import { knownHostsLine, pinnedKeyTypes, verifyHostKey, type KnownHosts } from '../known-hosts.ts';
import { SshHost } from './ssh-host.ts';

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
