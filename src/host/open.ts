import type { HostSpec } from '../model/target.ts';
import { FailureError } from '../model/failure.ts';
import type { Host } from './host.ts';
import type { KnownHosts } from './known-hosts.ts';
import { localHost } from './local.ts';

/** What it takes to open hosts; keys are read only when a host needs one. */
export interface Credentials {
  /** @throws FailureError where there is no key to be had */
  privateKey: (host: HostSpec) => Promise<string>;
  knownHosts: () => Promise<KnownHosts>;
}

/** Opens a host by its address. ssh2 is loaded only when it is needed: it costs 33 ms. */
export async function openHost(
  spec: HostSpec,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<Host> {
  const { address } = spec;
  if (address.kind === 'local') return localHost(spec);
  const privateKey = await credentials.privateKey(spec);
  if (privateKey.trim() === '') {
    throw new FailureError({
      kind: 'ssh_key_unusable',
      host: spec.name,
      detail: 'no key is given',
    });
  }
  const { connectSsh } = await import('./ssh/connect.ts');
  const knownHosts = await credentials.knownHosts();
  return connectSsh(spec, address, { privateKey, knownHosts }, signal);
}
