import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quote, quoteAll } from '../../src/model/shell-quote.ts';

it.each([
  ['plain-word_1.2/3', 'plain-word_1.2/3'],
  ['', "''"],
  ['two words', "'two words'"],
  ["it's", String.raw`'it'\''s'`],
  ['$(id) `id` ${x}', "'$(id) `id` ${x}'"],
])('quotes %j as %j', (word, quoted) => {
  expect(quote(word)).toBe(quoted);
});

it('gives sh back exactly the words that went in', () => {
  const word = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${quoteAll(words)}`]);
      const expected = words.map((it) => Buffer.from(it).toString()).join('\0') + '\0';
      expect(printed.toString()).toBe(expected);
    }),
    { numRuns: 50 },
  );
});

it('refuses what no shell word can hold', () => {
  expect(() => quote('a\0b')).toThrow('NUL');
});
