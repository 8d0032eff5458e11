import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, type Section } from '../../src/report/fit.ts';

const note = '\n_Shortened to fit; the full report has it all._\n';
const sections: readonly Section[] = [
  { importance: 9, forms: ['head\n'] },
  { importance: 2, forms: ['many words\n', 'few\n'] },
  { importance: 1, forms: ['aside '.repeat(20)] },
];

describe('a text that must fit', () => {
  it.each([
    [1000, `head\nmany words\n${'aside '.repeat(20)}`],
    [120, `head\nmany words\n${note}`],
    [60, `head\nfew\n${note}`],
    [55, `head\n${note}`],
  ])('takes, for %d bytes, what matters most', (limit, text) => {
    expect(fit(sections, limit)).toBe(text);
  });

  it('never has more bytes than it may, whatever it is made of', () => {
    const section = fc.record({
      importance: fc.nat(5),
      forms: fc
        .array(fc.string({ unit: 'binary', maxLength: 200 }), { minLength: 1, maxLength: 3 })
        .map((forms) => forms as [string, ...string[]]),
    });
    fc.assert(
      fc.property(
        fc.array(section, { maxLength: 6 }),
        fc.integer({ min: 100, max: 600 }),
        (them, limit) => {
          const text = fit(them, limit);
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
          // Whole where that is possible.
          const whole = them.map(({ forms }) => forms[0]).join('');
          if (Buffer.byteLength(whole) <= limit) expect(text).toBe(whole);
        },
      ),
    );
  });
});
