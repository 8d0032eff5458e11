import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBytes } from '../../src/model/byte-order.ts';

it('orders texts as their UTF-8 bytes are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'ä', '\ue000', '\uffff', '😀') });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
      expect(Math.sign(compareBytes(a, b))).toBe(bytes);
    }),
  );
});
