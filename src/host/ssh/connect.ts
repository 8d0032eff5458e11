import { setTimeout as sleep } from 'node:timers/promises';
import { formatEndpoint, type HostAddress, type SshEndpoint } from '../../model/address.ts';
import { FailureError } from '../../model/failure.ts';
import type { Machine } from '../../model/target.ts';
import type { Host, OpenOptions } from '../host.ts';
import { Connection } from './connection.ts';
import { checkProof, dial, type SshIdentity } from './dial.ts';
import { SshHost } from './ssh-host.ts';

/** Unless somebody has more patience: a restart of sshd, not a host that is down. */
const defaultPatienceMs = 4_000;
/** A broken link is made again within this, which is shorter than a guest's lease. */
const againWindowMs = 90_000;
const longestPauseMs = 5_000;

export interface SshRoute {
  address: Extract<HostAddress, { kind: 'ssh' }>;
  /** Hosts to go through, in order. */
  hops: readonly SshEndpoint[];
}

/**
 * Connects to a machine over SSH.
 * @throws FailureError `ssh_key_unusable`, `host_unreachable`, `host_key_unpinned`,
 *   `host_key_changed`, `host_login_refused`
 */
export async function connectSsh(
  spec: Machine,
  { address, hops }: SshRoute,
  identity: SshIdentity,
  { signal, patienceMs = defaultPatienceMs, onConnected }: OpenOptions,
): Promise<Host> {
  const checked = { ...identity, proof: checkProof(spec.name, identity.proof) };
  const connect = async (windowMs: number, within?: AbortSignal): Promise<Connection> => {
    const start = performance.now();
    const attempt = async (endpoint: SshEndpoint) => ({
      endpoint,
      ...(await dial(spec.name, endpoint, hops, checked, within)),
    });
    const dialled = await persist(address.endpoints, attempt, windowMs, within);
    dialled.client.once('close', () => {
      for (const hop of dialled.through) hop.end();
    });
    onConnected?.(formatEndpoint(dialled.endpoint), performance.now() - start);
    return new Connection(dialled.client);
  };
  const first = await connect(patienceMs, signal);
  return new SshHost(spec, first, (again) => connect(againWindowMs, again));
}

/**
 * Tries endpoints in turn, over and over within a window, for as long as it is only the way there
 * that fails: a host that answers with another key, or refuses ours, is never asked twice.
 */
async function persist<T>(
  endpoints: readonly SshEndpoint[],
  attempt: (endpoint: SshEndpoint) => Promise<T>,
  windowMs: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  const end = performance.now() + windowMs;
  for (let round = 0; ; round += 1) {
    let failure: unknown;
    for (const endpoint of endpoints) {
      try {
        return await attempt(endpoint);
      } catch (error) {
        if (!isTransport(error)) throw error;
        failure ??= error;
      }
    }
    const pause = jittered(Math.min(longestPauseMs, 200 * 2 ** round));
    if (performance.now() + pause > end) throw failure;
    await sleep(pause, undefined, { signal });
  }
}

/** Runners that lost the same host must not all come back at the same moment. */
function jittered(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random());
}

function isTransport(error: unknown): boolean {
  if (!(error instanceof FailureError) || error.failure.cause !== 'host_unreachable') return false;
  return error.failure.reason.kind !== 'unresolved';
}
