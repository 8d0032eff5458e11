import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  knownHostsLine,
  parseKnownHosts,
  pinnedKeyTypes,
  verifyHostKey,
  type Verdict,
} from '../../src/host/known-hosts.ts';

/** A key as it goes over the wire: its type and some bytes, each length-framed. */
function key(type: string, body: string): Buffer {
  const frame = (text: string): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    return Buffer.concat([length, Buffer.from(text)]);
  };
  return Buffer.concat([frame(type), frame(body)]);
}

const ed25519 = key('ssh-ed25519', 'the key of the host');
const other = key('ssh-ed25519', 'another key');
const rsa = key('ssh-rsa', 'an RSA key of the host');
const line = (names: string, it: Buffer, type = 'ssh-ed25519'): string =>
  `${names} ${type} ${it.toString('base64')} comment`;

function hashed(name: string): string {
  const salt = Buffer.from('twenty bytes of salt');
  const hash = createHmac('sha1', salt).update(name).digest('base64');
  return `|1|${salt.toString('base64')}|${hash}`;
}

describe('a host key', () => {
  it.each([
    ['by name', line('builder', ed25519), 'builder', 22, 'pinned'],
    ['by name and port', line('[builder]:2222', ed25519), 'builder', 2222, 'pinned'],
    ['not by name for another port', line('builder', ed25519), 'builder', 2222, 'unpinned'],
    ['among several names', line('10.0.0.1,builder', ed25519), 'builder', 22, 'pinned'],
    ['by a hashed name', line(hashed('builder'), ed25519), 'builder', 22, 'pinned'],
    [
      'by a hashed name and port',
      line(hashed('[builder]:2222'), ed25519),
      'builder',
      2222,
      'pinned',
    ],
    ['by a wildcard', line('*.example.org', ed25519), 'a.example.org', 22, 'pinned'],
    [
      'not where a name is excluded',
      line('*.example.org,!a.example.org', ed25519),
      'a.example.org',
      22,
      'unpinned',
    ],
    ['whatever the case', line('Builder', ed25519), 'BUILDER', 22, 'pinned'],
    ['not for another host', line('other', ed25519), 'builder', 22, 'unpinned'],
    ['never when it changed', line('builder', other), 'builder', 22, 'changed'],
    [
      'by one of several keys',
      `${line('builder', other)}\n${line('builder', ed25519)}`,
      'builder',
      22,
      'pinned',
    ],
    [
      'never when it is revoked',
      `${line('builder', ed25519)}\n@revoked ${line('builder', ed25519)}`,
      'builder',
      22,
      'changed',
    ],
    ['not out of comments', `# ${line('builder', ed25519)}\n\n`, 'builder', 22, 'unpinned'],
  ])('is known %s', (_, text, host, port, verdict) => {
    expect(verifyHostKey(parseKnownHosts('file', text), host, port, ed25519).kind).toBe(verdict);
  });

  it('is asked for in the types that are pinned', () => {
    const known = parseKnownHosts('file', `${line('b', ed25519)}\n${line('b', rsa, 'ssh-rsa')}`);
    expect(pinnedKeyTypes(known, 'b', 22)).toEqual(['ssh-ed25519', 'ssh-rsa']);
  });

  it('is shown as the line that would pin it', () => {
    const text = knownHostsLine('builder', 2222, ed25519);
    expect(text).toBe(`[builder]:2222 ssh-ed25519 ${ed25519.toString('base64')}`);
    expect(verifyHostKey(parseKnownHosts('file', text), 'builder', 2222, ed25519).kind).toBe(
      'pinned',
    );
  });
});

describe('a line that pins nothing', () => {
  const bad = [
    ['builder', 'expected `host key-type base64-key`'],
    ['builder ssh-ed25519', 'expected `host key-type base64-key`'],
    ['@cert-authority builder ssh-ed25519 AAAA', '@cert-authority is not supported'],
    ['@else builder ssh-ed25519 AAAA', 'unknown marker @else'],
    ['builder 2048 65537 1234567890', 'version 1'],
    ['builder ssh-ed25519 bm90IGEga2V5', 'not a valid ssh-ed25519 key'],
    [line('builder', rsa), 'not a valid ssh-ed25519 key'],
    [line('builder', key('ssh-new@x', 'k'), 'ssh-new@x'), 'ssh-new@x cannot be checked'],
    [`${hashed('builder')} ssh-ed25519 AAAA`, 'not a valid ssh-ed25519 key'],
  ] as const;
  const verdictOf = (text: string, host = 'builder'): Verdict =>
    verifyHostKey(parseKnownHosts('input', text), host, 22, ed25519);

  it.each(bad)('is told where it is about our host: %s', (text, problem) => {
    const failure = {
      cause: 'known_hosts_invalid',
      source: 'input',
      line: 2,
      problem: expect.stringContaining(problem) as string,
    };
    expect(verdictOf(`# first line\n${text}`)).toMatchObject({
      kind: 'unusable',
      failure: { failure },
    });
  });

  it.each(bad)('spoils no other host, and no good pin: %s', (text) => {
    expect(verdictOf(text, 'other').kind).toBe('unpinned');
    expect(verdictOf(`${text}\n${line('builder', ed25519)}`)).toEqual({ kind: 'pinned' });
    const changed = `${line('builder', other)}\n${text}`;
    expect(verdictOf(changed)).toMatchObject({ kind: 'changed' });
  });

  it('that revokes who knows which key of our host allows none', () => {
    const good = line('builder', ed25519);
    expect(verdictOf(`${good}\n@revoked builder ssh-ed25519 AAAA`).kind).toBe('unusable');
    const unknown = line('builder', key('ssh-new@x', 'k'), 'ssh-new@x');
    expect(verdictOf(`${good}\n@revoked ${unknown}`).kind).toBe('pinned');
    expect(verdictOf(`${good}\n@revoked other ssh-ed25519 AAAA`).kind).toBe('pinned');
  });

  it('of a form of names that nobody knows is nobody’s', () => {
    expect(verdictOf(`|2|x|y ssh-ed25519 ${ed25519.toString('base64')}`).kind).toBe('unpinned');
  });
});
