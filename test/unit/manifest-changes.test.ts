import { describe, expect, it } from 'vitest';
import { inBoth, manifestChanges } from '../../src/plan/manifest-changes.ts';
import { patternWarnings } from '../../src/plan/pattern-warnings.ts';
import type { Target } from '../../src/model/target.ts';
import { lane, target } from '../support/samples.ts';

const a = lane({ id: 'a' });
const b = lane({ id: 'b' });
const t = target({ id: 't', paths: ['src/**'], lanes: [a, b] });
const u = target({ id: 'u', lanes: [a] });
const before = [t, u];

describe('what a manifest takes away', () => {
  it.each([
    [before, []],
    [[t, u, target({ id: 'new', lanes: [a] })], []],
    [[t], ['takes away target `u` with lane `a`']],
    [[], ['takes away target `t` with lanes `a` and `b`', 'takes away target `u` with lane `a`']],
    [[{ ...t, lanes: [a] }, u], ['takes lane `b` away from `t`']],
    [[{ ...t, trigger: 'manual' }, u], ['makes `t` a manual target, and no branch one']],
    [[{ ...t, paths: ['never'] }, u], ['changes the paths that select `t`']],
    [
      [{ ...t, lanes: [a, { ...b, command: { kind: 'shell', line: ':' } }] }, u],
      ['changes lane `t/b`'],
    ],
  ])('%#', (now, changes) => {
    expect(manifestChanges(before, now as Target[])).toEqual(changes);
  });

  it('is not what another commit lacks as well', () => {
    expect(manifestChanges(inBoth(before, [{ ...t, lanes: [a] }]), [])).toEqual([
      'takes away target `t` with lane `a`',
    ]);
  });
});

describe('a pattern that matches nothing is told,', () => {
  const of = (...paths: string[]) =>
    patternWarnings(
      [target({ id: 't', paths, lanes: [a] })],
      ['src/a.rs', 'vendor/lib', 'lib', 'docs/caf\u0065\u0301.md'],
      ['vendor/lib'],
    );
  it.each([
    [['src/**', '!src/a.rs', 'vendor/lib/**', '**'], []],
    [['lib/**'], ['targets.t.paths: `lib/**` matches no file']],
    [['srcc/**'], ['targets.t.paths: `srcc/**` matches no file']],
    [['!docs/b.md'], ['targets.t.paths: `!docs/b.md` matches no file']],
  ])('and %j is', (patterns, told) => {
    expect(of(...patterns)).toEqual(told);
  });

  it('with what to do where only the form of its letters differs', () => {
    expect(of('docs/caf\u00e9.md')[0]).toMatch(/matches no file: .* NFC, not NFD\); copy the name/);
  });
});
