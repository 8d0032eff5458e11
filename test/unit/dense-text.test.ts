import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDense, encodeDense } from '../../src/report/html/dense-text.ts';

const text = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(encodeDense(bytes));

/** What an HTML parser makes of the text of an element. */
const parsed = (html: string): string =>
  html.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '\ufffd');

/** Bytes in which the seven bits that cannot stand for themselves come up often. */
const awkward = fc
  .array(fc.constantFrom(0x00, 0x0d, 0x3c, 0x7f, 0x41), { maxLength: 200 })
  .map((groups) => {
    const bits = groups.map((group) => group.toString(2).padStart(7, '0')).join('');
    return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  });
const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), awkward);

describe('bytes as dense text', () => {
  it('come back through an HTML parser as they were', () => {
    fc.assert(
      fc.property(bytes, (original) => {
        expect(decodeDense(parsed(text(original)), original.length)).toEqual(original);
      }),
    );
  });

  it('hold nothing that ends an element or begins a comment', () => {
    fc.assert(fc.property(bytes, (original) => !/[<\r\u0000]/.test(text(original))));
  });

  it('are never larger than 8/7 and two bytes', () => {
    fc.assert(
      fc.property(
        bytes,
        (original) => encodeDense(original).length <= Math.ceil((original.length * 8) / 7) + 1,
      ),
    );
  });

  it.each([
    ['nothing', [], ''],
    ['an ASCII letter and its filling', [0x82], 'A\u0100'],
    [
      'seven bytes in eight characters',
      [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      '\x7f'.repeat(8),
    ],
    ['a NUL with the bits behind it', [0x01, 0x04], '\u0141\u0100'],
  ])('write %s', (_, original, expected) => {
    expect(text(Uint8Array.from(original))).toBe(expected);
  });
});
