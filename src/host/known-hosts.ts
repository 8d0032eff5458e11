import { createHmac, timingSafeEqual } from 'node:crypto';
import { FailureError } from '../model/failure.ts';

/** Host keys that are pinned, as OpenSSH's known_hosts has them; see sshd(8), "SSH_KNOWN_HOSTS". */
export interface KnownHosts {
  readonly entries: readonly KnownHost[];
}

interface KnownHost {
  names: readonly HostPattern[];
  revoked: boolean;
  pin: Pin;
}

type Pin =
  | { kind: 'key'; type: string; key: Buffer }
  /** A line that pins nothing for us; it is an error only where it is about the host we go to. */
  | { kind: 'unusable'; failure: FailureError };

type HostPattern =
  | { kind: 'glob'; negated: boolean; regExp: RegExp }
  | { kind: 'hashed'; salt: Buffer; hash: Buffer };

/** Types of host keys that our client knows. */
const checkable: readonly string[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'ssh-rsa',
];

/**
 * Reads known_hosts text. A line that cannot be used is told when a host is met that it is about:
 * certificate authorities, too, or a team that pins one would believe its hosts to be pinned.
 * @param source how to name the text in errors
 */
export function parseKnownHosts(source: string, text: string): KnownHosts {
  const entries: KnownHost[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const fields = line.split(/\s+/);
    const marker = line.startsWith('@') ? fields.shift() : undefined;
    const [names = '', ...key] = fields;
    const pin = readPin(marker, key);
    const unusable = (problem: string): Pin => ({
      kind: 'unusable',
      failure: new FailureError({ cause: 'known_hosts_invalid', source, line: index + 1, problem }),
    });
    entries.push({
      names: names.split(',').flatMap((name) => hostPattern(name) ?? []),
      revoked: marker === '@revoked',
      pin: typeof pin === 'string' ? unusable(pin) : pin,
    });
  }
  return { entries };
}

/** @returns what is wrong with it, where it pins nothing */
function readPin(marker: string | undefined, fields: readonly string[]): Pin | string {
  if (marker === '@cert-authority') {
    return '@cert-authority is not supported; pin the host’s own key';
  }
  if (marker !== undefined && marker !== '@revoked') return `unknown marker ${marker}`;
  const [type, encoded] = fields;
  if (type === undefined || encoded === undefined) return 'expected `host key-type base64-key`';
  if (/^\d+$/.test(type)) return 'a key of SSH’s version 1, which no host has any more';
  const key = Buffer.from(encoded, 'base64');
  if (keyTypeOf(key) !== type) return `the key is not a valid ${type} key`;
  // What is revoked is only compared.
  if (marker === undefined && !checkable.includes(type)) {
    return `keys of type ${type} cannot be checked here; pin another of the host’s keys`;
  }
  return { kind: 'key', type, key };
}

export type Verdict =
  | { kind: 'pinned' }
  | { kind: 'unpinned' }
  | { kind: 'changed'; pinned: string }
  | { kind: 'unusable'; failure: FailureError };

/** Whether `key` is what is pinned for a host. */
export function verifyHostKey(
  { entries }: KnownHosts,
  hostname: string,
  port: number,
  key: Buffer,
): Verdict {
  const ours = entries.filter(({ names }) => namesMatch(names, hostname, port));
  const revocations = ours.filter(({ revoked }) => revoked);
  if (revocations.some(({ pin }) => pin.kind === 'key' && pin.key.equals(key))) {
    return { kind: 'changed', pinned: 'this very key is revoked' };
  }
  // Whatever it revokes may be this key.
  const unreadable = revocations.find(({ pin }) => pin.kind === 'unusable');
  const pins = ours.filter(({ revoked }) => !revoked).map(({ pin }) => pin);
  const keys = pins.filter((pin) => pin.kind === 'key');
  const problem = unreadable?.pin ?? (keys.length === 0 ? pins[0] : undefined);
  if (problem?.kind === 'unusable') return problem;
  if (keys.some((pin) => pin.key.equals(key))) return { kind: 'pinned' };
  const [first] = keys;
  if (first === undefined) return { kind: 'unpinned' };
  return { kind: 'changed', pinned: `${first.type} ${first.key.toString('base64')}` };
}

/** Types of the keys pinned for a host, so that it is asked for one of those first. */
export function pinnedKeyTypes({ entries }: KnownHosts, hostname: string, port: number): string[] {
  const ours = entries.filter(
    ({ names, revoked }) => !revoked && namesMatch(names, hostname, port),
  );
  return [...new Set(ours.flatMap(({ pin }) => (pin.kind === 'key' ? [pin.type] : [])))];
}

/** What is pinned for a host, as lines of known_hosts that name it in the clear. */
export function pinnedLines({ entries }: KnownHosts, hostname: string, port: number): string[] {
  const ours = entries.filter(
    ({ names, revoked }) => !revoked && namesMatch(names, hostname, port),
  );
  const lines = ours.flatMap(({ pin }) =>
    pin.kind === 'key' ? [knownHostsLine(hostname, port, pin.key)] : [],
  );
  return [...new Set(lines)];
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

/** Nothing for a form of names that nobody knows: whom it is about cannot be told. */
function hostPattern(name: string): HostPattern | undefined {
  if (name.startsWith('|')) {
    const [, version, salt, hash] = name.split('|');
    if (version !== '1' || salt === undefined || hash === undefined) return undefined;
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
