import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../src/model/failure.ts';
import {
  knownHostsLine,
  parseKnownHosts,
  pinnedKeyTypes,
  verifyHostKey,
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

describe('text that is no known_hosts', () => {
  it.each([
    ['@cert-authority *.example.org ssh-ed25519 AAAA', '@cert-authority is not supported'],
    ['@else builder ssh-ed25519 AAAA', 'unknown marker @else'],
    ['builder', 'expected `host key-type base64-key`'],
    ['builder ssh-ed25519 bm90IGEga2V5', 'not a valid ssh-ed25519 key'],
    [line('builder', rsa), 'not a valid ssh-ed25519 key'],
    [`|2|x|y ssh-ed25519 ${ed25519.toString('base64')}`, 'unknown form of a hashed name'],
  ])('%j: %s', (text, problem) => {
    const thrown = (): unknown => {
      try {
        return parseKnownHosts('input', `# first line\n${text}`);
      } catch (error) {
        return (error as FailureError).failure;
      }
    };
    expect(thrown()).toMatchObject({
      kind: 'known_hosts_invalid',
      source: 'input',
      line: 2,
      problem: expect.stringContaining(problem) as string,
    });
  });
});
