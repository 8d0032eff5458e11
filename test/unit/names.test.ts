import { describe, expect, it } from 'vitest';
import { guestName } from '../../src/guest/guest-name.ts';
import { resolveInstallable } from '../../src/staged/nix-build.ts';
import { nearest } from '../../src/model/nearest.ts';
import { isRunId, newRunId } from '../../src/store/run-id.ts';
import { parseAddress } from '../../src/model/address.ts';
import { readEnvironment } from '../../src/core/environment.ts';

describe('a guest’s name', () => {
  const identity = { repository: 'o/r', run: '1', attempt: 1, target: 't', lane: 'Unit Tests!' };
  it('is the same for the same lane, run and attempt', () => {
    expect(guestName(identity)).toBe(guestName({ ...identity }));
    expect(guestName(identity)).toMatch(/^pikaci-unit-tests-[0-9a-f]{16}$/);
  });
  it.each(['repository', 'run', 'target', 'lane'])('differs with the %s', (key) => {
    expect(guestName({ ...identity, [key]: 'x' })).not.toBe(guestName(identity));
  });
  it('fits every backend', () => {
    expect(guestName({ ...identity, lane: `--${'ü/'.repeat(80)}` })).toMatch(/^[a-z0-9-]{1,63}$/);
    expect(guestName({ ...identity, lane: 'x'.repeat(100) })).toMatch(/^[a-z0-9-]{1,63}$/);
  });
});

it.each([
  ['.#ci.x86_64-linux.deps', 'path:/tree#ci.x86_64-linux.deps'],
  ['./nix#deps', 'path:/tree?dir=nix#deps'],
  ['./a b/c#deps', 'path:/tree?dir=a%20b/c#deps'],
  ['path:/opt/guest#runner', 'path:/opt/guest#runner'],
  ['github:o/r#x', 'github:o/r#x'],
])('the installable %s means %s', (installable, resolved) => {
  expect(resolveInstallable(installable, '/tree')).toBe(resolved);
});

it.each([
  ['host_locl', ['host_local', 'tart_local'], 'host_local'],
  ['x', ['host_local'], undefined],
  ['builder', [], undefined],
])('nearest to %s of %j is %s', (name, known, expected) => {
  expect(nearest(name, known)).toBe(expected);
});

it('a run id sorts by time and never climbs out of its folder', () => {
  const id = newRunId(new Date('2026-03-26T00:01:40.123Z'));
  expect(id).toMatch(/^20260326T000140Z-[0-9a-f]{8}$/);
  expect(isRunId(id)).toBe(true);
  expect(isRunId('../20260326T000140Z-00000000')).toBe(false);
});

it.each([
  ['local', { kind: 'local' }],
  [
    'ssh://ci@builder:2222',
    { kind: 'ssh', endpoints: [{ user: 'ci', hostname: 'builder', port: 2222 }] },
  ],
  [
    'ssh://builder',
    { kind: 'ssh', endpoints: [{ user: undefined, hostname: 'builder', port: 22 }] },
  ],
  [
    'ssh://[::1]:2222',
    { kind: 'ssh', endpoints: [{ user: undefined, hostname: '::1', port: 2222 }] },
  ],
  ['ssh://user:password@builder', undefined],
  ['ssh://builder/path', undefined],
  ['builder', undefined],
  ['http://builder', undefined],
])('the address %s', (text, address) => {
  expect(parseAddress(text)).toEqual(address);
});

describe('the environment', () => {
  it('has defaults', () => {
    expect(readEnvironment({ HOME: '/h', XDG_CACHE_HOME: '/c' })).toEqual({
      stateRoot: undefined,
      backend: undefined,
      maxConcurrentExecutes: 2,
      preparedOutputConsumer: undefined,
      localWorkDir: '/c/pikaci',
    });
  });
  it.each([
    { PIKACI_REMOTE_LINUX_VM_BACKEND: 'qemu' },
    { PIKACI_REMOTE_LINUX_VM_INCUS_LANES: 'a,b' },
    { PIKACI_MAX_CONCURRENT_EXECUTES: '0' },
  ])('refuses %j', (variables) => {
    expect(() => readEnvironment(variables)).toThrow('usage');
  });
});
