import { FailureError, type HostsUntold } from './failure.ts';

/** A host may have several endpoints: ways to the same machine, tried in order. */
export type HostAddress =
  { kind: 'local' } | { kind: 'ssh'; endpoints: readonly [SshEndpoint, ...SshEndpoint[]] };

/** Where nobody who may has said it: no trouble until a lane is to reach that host. */
export interface UnknownAddress {
  kind: 'unknown';
  why: HostsUntold;
}

export interface SshEndpoint {
  user: string | undefined;
  hostname: string;
  port: number;
}

/** `local`, or one or several of `ssh://[user@]name[:port]` with nothing after it. */
export function parseAddress(text: string | readonly string[]): HostAddress | undefined {
  if (text === 'local') return { kind: 'local' };
  const [first, ...more] = [text].flat().map(parseEndpoint);
  if (first === undefined) return undefined;
  const others = more.filter((endpoint) => endpoint !== undefined);
  if (others.length < more.length) return undefined;
  return { kind: 'ssh', endpoints: [first, ...others] };
}

function parseEndpoint(text: string): SshEndpoint | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = url.pathname === '' && url.search === '' && url.hash === '' && url.password === '';
  if (url.protocol !== 'ssh:' || url.hostname === '' || !plain) return undefined;
  return {
    user: url.username === '' ? undefined : decodeURIComponent(url.username),
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 22 : Number(url.port),
  };
}

/**
 * Hosts to go through, as ssh's -J takes them: `[user@]name[:port]`, separated by commas, `ssh://`
 * in front of each at will.
 * @throws FailureError `usage`
 */
export function parseProxyJump(text: string): SshEndpoint[] {
  const hops = text.split(',').map((hop) => hop.trim());
  return hops
    .filter((hop) => hop !== '')
    .map((hop) => {
      const endpoint = parseEndpoint(hop.startsWith('ssh://') ? hop : `ssh://${hop}`);
      if (endpoint !== undefined) return endpoint;
      throw new FailureError({
        cause: 'usage',
        problem: `\`${hop}\` is no host to jump through`,
        hint: 'Write user@name:port, several separated by commas.',
      });
    });
}

/** `ssh://user@host:port`, as people write it. */
export function formatEndpoint({ user, hostname, port }: SshEndpoint): string {
  const name = hostname.includes(':') ? `[${hostname}]` : hostname;
  return `ssh://${user === undefined ? '' : `${user}@`}${name}:${port}`;
}
