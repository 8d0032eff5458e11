import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSegment } from '../../src/model/id-segment.ts';

describe('an id as a segment of a path', () => {
  it.each([
    ['unit', 'unit'],
    ['py_3.12-x', 'py_3.12-x'],
    ['lint/rust', 'lint~2frust'],
    ['../../x', '~2e.~2f..~2fx'],
    ['..', '~2e.'],
    ['.', '~2e'],
    ['a b~', 'a~20b~7e'],
    ['é', '~c3~a9'],
  ])('%j is %j', (id, segment) => {
    expect(idSegment(id)).toBe(segment);
  });

  it('is one that file systems take, and stands for one id', () => {
    const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(id, id, (one, other) => {
        expect(idSegment(one)).toMatch(/^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,119}$/);
        expect(idSegment(one) === idSegment(other)).toBe(one === other);
      }),
    );
  });
});
