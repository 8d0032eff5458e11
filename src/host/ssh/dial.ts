import { userInfo } from 'node:os';
import type { Duplex } from 'node:stream';
import ssh2, { type Client, type ConnectConfig } from 'ssh2';
import { FailureError, type UnreachableReason } from '../../model/failure.ts';
import { formatEndpoint, type SshEndpoint } from '../../model/address.ts';
import { readPrivateKey } from './private-key.ts';
import { knownHostsLine, pinnedKeyTypes, verifyHostKey, type KnownHosts } from '../known-hosts.ts';

export interface SshIdentity {
  proof: SshProof;
  knownHosts: KnownHosts;
}

/** How we prove who we are: a private key in OpenSSH or PEM form, or an agent's keys. */
export type SshProof =
  { kind: 'key'; privateKey: string; passphrase: string } | { kind: 'agent'; socket: string };

/** From the first packet to a ready session; covers a slow host, not a dead one. */
const readyTimeoutMs = 20_000;
/** A silent link is given up after 20 s: four probes, none of them answered. */
const keepaliveIntervalMs = 5_000;
const keepaliveCountMax = 3;

/** How an authenticated client came about: through other hosts, it ends with them. */
export interface Dialled {
  client: Client;
  /** The hosts in between, nearest first. */
  through: readonly Client[];
}

/**
 * Connects to one endpoint, through others where `hops` says so, with pinned host keys all the way.
 * @param host the host's name in the manifest, for errors
 * @throws FailureError `host_unreachable`, `host_key_unpinned`, `host_key_changed`,
 *   `host_login_refused`
 */
export async function dial(
  host: string,
  endpoint: SshEndpoint,
  hops: readonly SshEndpoint[],
  identity: SshIdentity,
  signal: AbortSignal | undefined,
): Promise<Dialled> {
  const through: Client[] = [];
  try {
    for (const hop of hops) {
      const socket = await forwardTo(host, hop, through.at(-1));
      through.push(await connect(host, hop, socket, identity, signal));
    }
    const socket = await forwardTo(host, endpoint, through.at(-1));
    return { client: await connect(host, endpoint, socket, identity, signal), through };
  } catch (error) {
    for (const client of through) client.destroy();
    throw error;
  }
}

async function connect(
  host: string,
  endpoint: SshEndpoint,
  socket: Duplex | undefined,
  identity: SshIdentity,
  signal: AbortSignal | undefined,
): Promise<Client> {
  signal?.throwIfAborted();
  const client = new ssh2.Client();
  let refusal: FailureError | undefined;
  const user = endpoint.user ?? userInfo().username;
  const verifier = (key: Buffer): boolean => {
    refusal = refuseHostKey(host, endpoint, identity.knownHosts, key);
    return refusal === undefined;
  };
  const ready = new Promise<void>((resolve, reject) => {
    // For good: a client may have several errors to tell, and each would end the process if nobody
    // listened. Later ones end the channels, which is where they are told.
    client.once('ready', resolve).on('error', reject);
    client.once('close', () => reject(new Error('the host closed the connection')));
  });
  const abort = (): void => void client.destroy();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    client.connect({
      ...connectConfig(endpoint, identity),
      ...(socket !== undefined && { sock: socket }),
      username: user,
      hostVerifier: verifier,
    });
    // Without it each small packet waits for the acknowledgement of the one before.
    client.setNoDelay(true);
    await ready;
  } catch (error) {
    client.destroy();
    signal?.throwIfAborted();
    throw refusal ?? connectFailure(host, endpoint, user, error);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
  return client;
}

/** A stream to an endpoint through a host that is connected; nothing where there is none. */
function forwardTo(
  host: string,
  endpoint: SshEndpoint,
  via: Client | undefined,
): Promise<Duplex | undefined> {
  if (via === undefined) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    via.forwardOut('127.0.0.1', 0, endpoint.hostname, endpoint.port, (error, channel) => {
      if (error === undefined) resolve(channel);
      else {
        const reason = { kind: 'other', detail: `the jump host says: ${error.message}` } as const;
        reject(unreachable(host, endpoint, reason, error));
      }
    });
  });
}

/** What our client can check, best first. */
const hostKeyTypes: readonly ssh2.ServerHostKeyAlgorithm[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
];

function connectConfig(
  { hostname, port }: SshEndpoint,
  { proof, knownHosts }: SshIdentity,
): ConnectConfig {
  const pinned = pinnedKeyTypes(knownHosts, hostname, port).flatMap(
    // A pinned RSA key is used with SHA-2 signatures (RFC 8332); SHA-1 ones are refused everywhere.
    (type) => (type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [type]),
  );
  // A host that has none of the pinned types is to show what it has.
  const serverHostKey = [...hostKeyTypes].sort(
    (a, b) => Number(pinned.includes(b)) - Number(pinned.includes(a)),
  );
  return {
    host: hostname,
    port,
    ...(proof.kind === 'agent'
      ? // Nothing but the proof we were given: further tries count against the host's limit.
        { agent: proof.socket, authHandler: ['agent'] }
      : {
          privateKey: proof.privateKey,
          ...(proof.passphrase !== '' && { passphrase: proof.passphrase }),
          authHandler: ['publickey'],
        }),
    readyTimeout: readyTimeoutMs,
    keepaliveInterval: keepaliveIntervalMs,
    keepaliveCountMax,
    algorithms: { serverHostKey },
  };
}

/**
 * A proof with its key in a form that our client takes.
 * @throws FailureError `ssh_key_unusable`
 */
export function checkProof(host: string, proof: SshProof): SshProof {
  if (proof.kind === 'agent') return proof;
  const read = readPrivateKey(proof.privateKey, proof.passphrase);
  if (read.kind === 'usable') {
    return { kind: 'key', privateKey: read.pem, passphrase: read.passphrase };
  }
  throw new FailureError({ cause: 'ssh_key_unusable', host, detail: read.detail });
}

function refuseHostKey(
  host: string,
  endpoint: SshEndpoint,
  knownHosts: KnownHosts,
  key: Buffer,
): FailureError | undefined {
  const { hostname, port } = endpoint;
  const verdict = verifyHostKey(knownHosts, hostname, port, key);
  if (verdict.kind === 'pinned') return undefined;
  if (verdict.kind === 'unusable') return verdict.failure;
  const where = { host, address: formatEndpoint(endpoint) };
  const offered = knownHostsLine(hostname, port, key);
  return new FailureError(
    verdict.kind === 'unpinned'
      ? { cause: 'host_key_unpinned', ...where, offered }
      : { cause: 'host_key_changed', ...where, offered, pinned: verdict.pinned },
  );
}

function connectFailure(
  host: string,
  endpoint: SshEndpoint,
  user: string,
  error: unknown,
): FailureError {
  const { level, code, message } = error as Error & { level?: string; code?: string };
  const isTooMuch = /too many authentication failures/i.test(message);
  if (level === 'client-authentication' || isTooMuch) {
    const address = formatEndpoint(endpoint);
    const after = isTooMuch ? 'too many keys' : 'our key';
    const failure = { cause: 'host_login_refused', host, address, user, after } as const;
    return new FailureError(failure, { cause: error });
  }
  return unreachable(host, endpoint, unreachableReason(level, code, message), error);
}

function unreachable(
  host: string,
  endpoint: SshEndpoint,
  reason: UnreachableReason,
  cause: unknown,
): FailureError {
  const address = formatEndpoint(endpoint);
  return new FailureError({ cause: 'host_unreachable', host, address, reason }, { cause });
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
