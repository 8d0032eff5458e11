import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutMarkdown, cutText, sizeIn, type Limit } from '../../src/github/cut.ts';

const characters = (most: number): Limit => ({ kind: 'characters', most });
const bytes = (most: number): Limit => ({ kind: 'bytes', most });
const limit = fc.record({
  kind: fc.constantFrom('characters', 'bytes'),
  most: fc.integer({ min: 3, max: 600 }),
});
const text = fc.string({ unit: 'grapheme', maxLength: 800 });
const note = '_cut_';

describe('text within a limit', () => {
  it.each([
    ['what fits stays', 'abcde', characters(5), 'abcde'],
    ['what does not ends in an ellipsis', 'abcdef', characters(5), 'abcd…'],
    ['bytes are counted as UTF-8', 'äöü', bytes(6), 'äöü'],
    ['and no character is cut in two', 'äöüß', bytes(6), 'ä…'],
    ['nor is one of two UTF-16 units', 'ab🦊cd', characters(4), 'ab…'],
    ['nor one of four bytes', 'ab🦊cd', bytes(7), 'ab…'],
    ['no space stands before the ellipsis', 'ab   cdef', characters(5), 'ab…'],
  ])('%s', (_, given, within, expected) => {
    expect(cutText(given, within)).toBe(expected);
  });

  it('always fits, is well-formed, and is the text itself where that fits', () => {
    fc.assert(
      fc.property(text, limit, (given, within) => {
        const cut = cutText(given, within);
        expect(sizeIn(within, cut)).toBeLessThanOrEqual(within.most);
        expect(cut.isWellFormed()).toBe(true);
        expect(cut).not.toContain('\ufffd');
        if (sizeIn(within, given) <= within.most) expect(cut).toBe(given);
      }),
    );
  });
});

describe('markdown within a limit', () => {
  it('stays as it is where it fits', () => {
    expect(cutMarkdown('# All\n', characters(6), note)).toBe('# All\n');
  });

  it('is cut between lines, and says so', () => {
    const lines = Array.from({ length: 100 }, (_, n) => `- line ${n}`).join('\n');
    const cut = cutMarkdown(lines, characters(400), note);
    expect(cut).toMatch(/^- line 0\n(- line \d+\n)+\n_cut_\n$/);
    expect(cut.length).toBeLessThanOrEqual(400);
  });

  it('is cut within a line where there is only one', () => {
    expect(cutMarkdown('x'.repeat(1000), characters(400), note)).toMatch(/^x+\n\n_cut_\n$/);
  });

  it('closes the code block in which it was cut', () => {
    const cut = cutMarkdown(`~~~~text\n${'~~~\nline\n'.repeat(100)}`, characters(400), note);
    expect(cut).toMatch(/\n~~~~\n\n_cut_\n$/);
  });

  it('closes no code block that was closed', () => {
    const cut = cutMarkdown(`\`\`\`\na\n\`\`\`\n${'line\n'.repeat(100)}`, characters(400), note);
    expect(cut).toMatch(/line\n\n_cut_\n$/);
  });

  it('closes the HTML in which it was cut, and not what stood in a code block', () => {
    const log = '&lt;pre&gt; line\n'.repeat(100);
    const open = `<details open><summary>unit</summary><pre>\n${log}</pre></details>\n`;
    const cut = cutMarkdown(`\`\`\`\n<table>\n\`\`\`\n${open}`, characters(800), note);
    expect(cut).toMatch(/line\n<\/pre>\n<\/details>\n\n_cut_\n$/);
    expect(cut).not.toContain('</table>');
  });

  it('always fits', () => {
    const markdown = fc
      .array(
        fc.oneof(
          text,
          fc.constantFrom('```', '~~~', '<details>', '<pre>', '</pre>', '</details>', ''),
        ),
        { maxLength: 60 },
      )
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(markdown, limit, (given, within) => {
        const cut = cutMarkdown(given, within, note);
        expect(sizeIn(within, cut)).toBeLessThanOrEqual(within.most);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});
