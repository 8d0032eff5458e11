import { createHmac, timingSafeEqual } from 'node:crypto';
import { FailureError } from '../model/failure.ts';

/** Host keys that are pinned, as OpenSSH's known_hosts has them; see sshd(8), "SSH_KNOWN_HOSTS". */
export interface KnownHosts {
  readonly entries: readonly KnownHost[];
}

interface KnownHost {
  names: readonly HostPattern[];
  revoked: boolean;
  keyType: string;
  key: Buffer;
}

type HostPattern =
  | { kind: 'glob'; negated: boolean; regExp: RegExp }
  | { kind: 'hashed'; salt: Buffer; hash: Buffer };

/**
 * Reads known_hosts text. Certificate authorities are refused rather than passed over: a team that
 * pins one would otherwise believe its hosts to be pinned.
 * @param source how to name the text in errors
 * @throws FailureError `known_hosts_invalid`
 */
export function parseKnownHosts(source: string, text: string): KnownHosts {
  const entries: KnownHost[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const fail = (problem: string): FailureError =>
      new FailureError({ kind: 'known_hosts_invalid', source, line: index + 1, problem });
    const fields = line.split(/\s+/);
    const marker = line.startsWith('@') ? fields.shift() : undefined;
    if (marker === '@cert-authority') {
      throw fail('@cert-authority is not supported; pin the host’s own key');
    }
    if (marker !== undefined && marker !== '@revoked') throw fail(`unknown marker ${marker}`);
    const [names, keyType, encoded] = fields;
    if (names === undefined || keyType === undefined || encoded === undefined) {
      throw fail('expected `host key-type base64-key`');
    }
    const key = Buffer.from(encoded, 'base64');
    if (keyTypeOf(key) !== keyType) throw fail(`the key is not a valid ${keyType} key`);
    entries.push({
      names: names.split(',').map((name) => hostPattern(name, fail)),
      revoked: marker === '@revoked',
      keyType,
      key,
    });
  }
  return { entries };
}

export type Verdict =
  { kind: 'pinned' } | { kind: 'unpinned' } | { kind: 'changed'; pinned: string };

/** Whether `key` is what is pinned for a host. */
export function verifyHostKey(
  { entries }: KnownHosts,
  hostname: string,
  port: number,
  key: Buffer,
): Verdict {
  const ours = entries.filter(({ names }) => namesMatch(names, hostname, port));
  if (ours.some((entry) => entry.revoked && entry.key.equals(key))) {
    return { kind: 'changed', pinned: 'this very key is revoked' };
  }
  const valid = ours.filter(({ revoked }) => !revoked);
  if (valid.some((entry) => entry.key.equals(key))) return { kind: 'pinned' };
  const [first] = valid;
  if (first === undefined) return { kind: 'unpinned' };
  return { kind: 'changed', pinned: `${first.keyType} ${first.key.toString('base64')}` };
}

/** Types of the keys pinned for a host, so that it is asked for one of those. */
export function pinnedKeyTypes({ entries }: KnownHosts, hostname: string, port: number): string[] {
  const ours = entries.filter(
    ({ names, revoked }) => !revoked && namesMatch(names, hostname, port),
  );
  return [...new Set(ours.map(({ keyType }) => keyType))];
}

/** The line to add to known_hosts for a host that shows `key`. */
export function knownHostsLine(hostname: string, port: number, key: Buffer): string {
  return `${hostToken(hostname, port)} ${keyTypeOf(key) ?? 'unknown'} ${key.toString('base64')}`;
}

/** The key's type stands in front of the key itself, length-framed (RFC 4253, section 6.6). */
function keyTypeOf(key: Buffer): string | undefined {
  if (key.length < 4) return undefined;
  const length = key.readUInt32BE(0);
  return key.length > 4 + length ? key.toString('latin1', 4, 4 + length) : undefined;
}

function hostToken(hostname: string, port: number): string {
  return port === 22 ? hostname : `[${hostname}]:${port}`;
}

function hostPattern(name: string, fail: (problem: string) => FailureError): HostPattern {
  if (name.startsWith('|')) {
    const [, version, salt, hash] = name.split('|');
    if (version !== '1' || salt === undefined || hash === undefined) {
      throw fail(`unknown form of a hashed name: ${name}`);
    }
    return { kind: 'hashed', salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
  }
  const negated = name.startsWith('!');
  const glob = (negated ? name.slice(1) : name).toLowerCase();
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return { kind: 'glob', negated, regExp: new RegExp(`^${source}$`) };
}

function namesMatch(patterns: readonly HostPattern[], hostname: string, port: number): boolean {
  const token = hostToken(hostname.toLowerCase(), port);
  let matched = false;
  for (const pattern of patterns) {
    if (pattern.kind === 'hashed') {
      const hash = createHmac('sha1', pattern.salt).update(token).digest();
      matched ||= hash.length === pattern.hash.length && timingSafeEqual(hash, pattern.hash);
    } else if (pattern.regExp.test(token)) {
      if (pattern.negated) return false;
      matched = true;
    }
  }
  return matched;
}
