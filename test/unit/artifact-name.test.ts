import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLegArtifact, legArtifactName, type Leg } from '../../src/github/artifact-name.ts';

const leg = (target: string, lane: string | undefined, attempt = 1): Leg => ({
  target,
  lane,
  attempt,
});

describe('the name of a leg’s artifact', () => {
  it.each([
    [leg('rust', 'unit'), 'pikaci-rust@unit-attempt-1'],
    [leg('rust', 'unit', 12), 'pikaci-rust@unit-attempt-12'],
    [leg('rust', undefined), 'pikaci-rust-attempt-1'],
    [leg('a-b', 'c'), 'pikaci-a-b@c-attempt-1'],
    [leg('a', 'b-c'), 'pikaci-a@b-c-attempt-1'],
    [leg('rust', 'x-attempt-3'), 'pikaci-rust@x-attempt-3-attempt-1'],
    [leg('py_3.12', 'A'), 'pikaci-py_3.12@A-attempt-1'],
    [leg('ci: "all"', 'a/b\\c'), 'pikaci-ci~3a~20~22all~22@a~2fb~5cc-attempt-1'],
    [leg('a@b', '~2f'), 'pikaci-a~40b@~7e2f-attempt-1'],
    [leg('größe', undefined), 'pikaci-gr~c3~b6~c3~9fe-attempt-1'],
  ])('%j', (it, name) => {
    expect(legArtifactName(it)).toBe(name);
    expect(isLegArtifact(name)).toBe(true);
  });

  it.each([
    'pikaci-report-attempt-1.html',
    'pikaci-',
    'pikaci-rust@unit',
    'pikaci-rust@unit-attempt-0',
    'pikaci--attempt-',
    'other-rust@unit-attempt-1',
  ])('is not %s', (name) => {
    expect(isLegArtifact(name)).toBe(false);
  });

  const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
  const anyLeg = fc.record({
    target: id,
    lane: fc.option(id, { nil: undefined }),
    attempt: fc.integer({ min: 1, max: 999 }),
  });

  it('is one that GitHub and file systems take', () => {
    fc.assert(
      fc.property(anyLeg, (it) => {
        expect(legArtifactName(it)).toMatch(/^pikaci-[A-Za-z0-9._~@-]{1,243}$/);
      }),
    );
  });

  it('stands for one leg and one attempt', () => {
    fc.assert(
      fc.property(anyLeg, anyLeg, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(legArtifactName(one) === legArtifactName(other)).toBe(same);
      }),
    );
  });

  it('is kept whole up to 250 characters, and has a digest from there on', () => {
    const long = (length: number) => legArtifactName(leg('t'.repeat(length), undefined));
    expect(long(233)).toHaveLength(250);
    expect(long(233)).not.toContain('~~');
    expect(long(234)).toHaveLength(250);
    expect(long(234)).toMatch(/t~~[0-9a-f]{16}-attempt-1$/);
    expect(long(234)).not.toBe(long(235));
  });
});
