import type { SshEndpoint } from '../model/address.ts';
import { FailureError } from '../model/failure.ts';
import type { Machine } from '../model/target.ts';
import type { Host, OpenOptions } from './host.ts';
import type { KnownHosts } from './known-hosts.ts';
import { localHost } from './local.ts';
import type { SshProof } from './ssh/dial.ts';

/** What it takes to open hosts; keys are read only when a host needs one. */
export interface Credentials {
  /** @throws FailureError where there is no key to be had */
  proof: (host: Machine) => Promise<SshProof>;
  knownHosts: () => Promise<KnownHosts>;
  /** Hosts on the way to every host, in order. */
  proxyJump: readonly SshEndpoint[];
}

/** Opens a host by its address. ssh2 is loaded only when it is needed: it costs 33 ms. */
export async function openHost(
  spec: Machine,
  credentials: Credentials,
  options: OpenOptions,
): Promise<Host> {
  const { address } = spec;
  if (address.kind === 'local') return localHost(spec);
  if (address.kind === 'unknown') throw new FailureError(address.why);
  const proof = await credentials.proof(spec);
  const { connectSsh } = await import('./ssh/connect.ts');
  const identity = { proof, knownHosts: await credentials.knownHosts() };
  return connectSsh(spec, { address, hops: credentials.proxyJump }, identity, options);
}
