import { readFileSync } from 'node:fs';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import type { OpenOptions, Host } from '../../src/host/host.ts';
import { parseKnownHosts } from '../../src/host/known-hosts.ts';
import { openHost, type Credentials } from '../../src/host/open.ts';
import type { HostSpec } from '../../src/model/target.ts';
import { builder } from './samples.ts';

/** What says how to reach an embedded host. */
export type Reachable = Pick<EmbeddedHost, 'instance'>;

/** The port that an embedded host's sshd listens on. */
export function sshPort({ instance }: Reachable): number {
  return Number(new URL(instance.address).port);
}

/** The line that pins an embedded host's key for another port, such as a link's. */
export function knownHostsAt({ instance }: Reachable, port: number): string {
  const [, ...key] = instance.known_hosts.split(' ');
  return `[127.0.0.1]:${port} ${key.join(' ')}`;
}

export function credentialsFor(embedded: Reachable, ...ports: number[]): Credentials {
  const privateKey = readFileSync(embedded.instance.ssh_key_file, 'utf8');
  const text = ports.map((port) => knownHostsAt(embedded, port)).join('\n');
  return {
    proof: () => Promise.resolve({ kind: 'key', privateKey, passphrase: '' }),
    knownHosts: () => Promise.resolve(parseKnownHosts('test', text)),
    proxyJump: [],
  };
}

/** An embedded host as a manifest would name it, reached through some port. */
export function specAt({ instance }: Reachable, port: number): HostSpec {
  const endpoint = { user: 'ci', hostname: '127.0.0.1', port };
  const address = { kind: 'ssh', endpoints: [endpoint] } as const;
  return { ...builder, workDir: instance.work_dir, address };
}

/** Connects to an embedded host through a port, with our own client. */
export function openAt(
  embedded: Reachable,
  port: number,
  options: Partial<OpenOptions> = {},
  workDir = embedded.instance.work_dir,
): Promise<Host> {
  const signal = options.signal ?? new AbortController().signal;
  const credentials = credentialsFor(embedded, port);
  return openHost({ ...specAt(embedded, port), workDir }, credentials, { ...options, signal });
}
