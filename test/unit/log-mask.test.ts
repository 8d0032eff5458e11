import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Guest } from '../../src/guest/guest.ts';
import { LogMask } from '../../src/guest/log-mask.ts';
import { maskedGuest } from '../../src/guest/masked-guest.ts';
import { secretForms } from '../../src/guest/secret-forms.ts';

function maskInChunks(words: readonly Uint8Array[], chunks: readonly Uint8Array[]): string {
  const mask = new LogMask(words);
  const shown = chunks.map((chunk) => mask.push(Buffer.from(chunk)));
  return Buffer.concat([...shown, mask.end()]).toString('latin1');
}

/** The same, over the whole text and without any wit. */
function maskWhole(words: readonly Uint8Array[], text: Buffer): string {
  /** By byte: what covers it begins here (1), or goes on from the byte before (2). */
  const covered = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      covered[at] ||= 1;
      covered.fill(2, at + 1, at + word.length);
    }
  }
  const shown = ['', '***', ''];
  return [...covered]
    .map((how, at) => (how === 0 ? text.toString('latin1', at, at + 1) : shown[how]))
    .join('');
}

const cuts = (text: Buffer, lengths: readonly number[]): Buffer[] => {
  const chunks: Buffer[] = [];
  let at = 0;
  for (const length of lengths) {
    chunks.push(text.subarray(at, at + length));
    at += length;
  }
  return [...chunks, text.subarray(at)];
};

describe('a mask over a log', () => {
  const letters = fc.constantFrom(97, 98, 10, 255);
  const word = fc
    .uint8Array({ minLength: 1, maxLength: 6 })
    .map((it) => it.map((n) => 97 + (n % 2)));

  it('hides every byte that any word covers, and no other, however the log is cut', () => {
    const text = fc.array(letters, { maxLength: 60 }).map((all) => Buffer.from(all));
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        text,
        fc.array(fc.nat({ max: 5 })),
        (words, log, lengths) => {
          expect(maskInChunks(words, cuts(log, lengths))).toBe(maskWhole(words, log));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    [['abcd', 'cdef'], 'xabcdefx', 'x***x'],
    [['abcd'], 'abcdabcd', '******'],
    [['aaaa'], 'a'.repeat(1000), '***'],
    [['ab', 'abcd'], 'abc abcd', '***c ***'],
    [['\r\n12'], 'a\r\n123', 'a***3'],
  ])('of %j: %j', (words, text, shown) => {
    const bytes = words.map((it) => Buffer.from(it));
    expect(maskInChunks(bytes, [Buffer.from(text)])).toBe(shown);
    const bytewise = Array.from(Buffer.from(text), (byte) => Uint8Array.of(byte));
    expect(maskInChunks(bytes, bytewise)).toBe(shown);
  });

  it('holds nothing back but what may be the beginning of a word', () => {
    const mask = new LogMask([Buffer.from('secret')]);
    expect(mask.push(Buffer.from('password: s')).toString()).toBe('password: ');
    expect(mask.push(Buffer.from('e')).toString()).toBe('');
    expect(mask.push(Buffer.from('e\n')).toString()).toBe('see\n');
    expect(mask.push(Buffer.from('sec')).toString()).toBe('');
    expect(mask.end().toString()).toBe('sec');
  });
});

describe('a secret', () => {
  const hidden = (value: string, text: string): string =>
    maskInChunks(secretForms(value), [Buffer.from(text)]);

  it('is found in Base64 wherever it begins there', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 10, maxLength: 40, unit: 'grapheme-ascii' }),
        fc.string({ maxLength: 5 }),
        fc.string({ maxLength: 5 }),
        fc.constantFrom('base64' as const, 'base64url' as const),
        (value, before, after, encoding) => {
          const text = Buffer.from(before + value + after).toString(encoding);
          const shown = hidden(value, text);
          expect(shown).toContain('***');
          // Of its first and last two bytes characters of Base64 may stay, which others share.
          const around = Math.ceil(before.length / 3) + Math.ceil((after.length + 2) / 3);
          expect(shown.replace('***', '').length).toBeLessThanOrEqual(around * 4);
        },
      ),
    );
  });

  it.each([
    ['tok/en+1 2', 'https://u:tok%2Fen%2B1%202@h/', 'https://u:***@h/'],
    ['say "hush"', '{"a":"say \\"hush\\""}', '{"a":"***"}'],
    ['hush-hush\n', 'x hush-hush y', 'x *** y'],
    ['line one\nline two\r\n}', 'line two, }', '***, }'],
    ['hush-hush', Buffer.from('hush-hush').toString('base64'), '***'],
  ])('%j is hidden in %j', (value, text, shown) => {
    expect(hidden(value, text)).toBe(shown);
  });
});

describe('a guest with secrets', () => {
  const said = (chunks: readonly string[], fails?: Error): Guest => ({
    run: async ({ onOutput }) => {
      for (const chunk of chunks) await onOutput(Buffer.from(chunk));
      if (fails) throw fails;
    },
    collect: () =>
      Promise.resolve({
        result: { kind: 'absent' },
        resultText: '{"message":"hush-hush"}',
        endedBy: 'guest_exited',
        commandStarted: true,
        accelerator: undefined,
        console: 'panic: hush-hush',
      }),
    artifacts: () => {
      throw new Error('nobody asks');
    },
  });
  const signal = new AbortController().signal;
  const heardFrom = async (guest: Guest): Promise<{ heard: string; error?: unknown }> => {
    let heard = '';
    const onOutput = (bytes: Buffer): void => void (heard += bytes.toString());
    try {
      await maskedGuest(guest, { T: 'hush-hush' }).run({ onOutput, logBytes: 1e6, signal });
      return { heard };
    } catch (error) {
      return { heard, error };
    }
  };

  it('tells none of them, and all else', async () => {
    expect(await heardFrom(said(['a hush', '-hush b', ' hush']))).toEqual({
      heard: 'a *** b hush',
    });
    const broken = new Error('lost');
    expect(await heardFrom(said(['a', ' hush-'], broken))).toEqual({
      heard: 'a hush-',
      error: broken,
    });
    expect(await maskedGuest(said([]), { T: 'hush-hush' }).collect(signal)).toMatchObject({
      resultText: '{"message":"***"}',
      console: 'panic: ***',
    });
  });

  it('that has none is left as it is', () => {
    const guest = said([]);
    expect(maskedGuest(guest, {})).toBe(guest);
  });
});
