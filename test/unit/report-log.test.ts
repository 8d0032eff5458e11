import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, paint, readable } from '../../src/page/log/colour.ts';
import { showLine, wholeLine } from '../../src/page/log/line.ts';
import { indexLog, lineBytes, type LogText } from '../../src/page/log/log-text.ts';
import { markMatches } from '../../src/page/log/matches.ts';
import { RowHeights } from '../../src/page/log/row-heights.ts';
import { plainLog, queryPattern, searchLog } from '../../src/page/log/search.ts';
import { plain, type Colour, type Style } from '../../src/page/log/sgr.ts';

function run<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

function logOf(text: string | Uint8Array): LogText {
  return run(indexLog(typeof text === 'string' ? Buffer.from(text) : text));
}

function shown(text: string | Uint8Array): string[] {
  const log = logOf(text);
  return Array.from({ length: log.lines }, (_, line) =>
    showLine(log, line)
      .pieces.map((piece) => piece.text)
      .join(''),
  );
}

describe('the lines of a log', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\n\nb\r\n', ['a', '', 'b']],
    ['10%\r50%\r100%\n', ['100%']],
    ['10%\r100%\r\u001b[K\n', ['100%']],
    ['10%\r\r\n', ['10%']],
    ['\u001b]0;open\nnext', ['', 'next']],
    ['a\u001b[2Jb\u0007', ['ab']],
  ])('of %j are %j', (text, lines) => {
    expect(shown(text)).toEqual(lines);
  });

  it('show bytes that are no UTF-8 as U+FFFD', () => {
    expect(shown(Uint8Array.of(0x61, 0xff, 0x62, 0x0a, 0xe2, 0x82))).toEqual([
      'a\ufffdb',
      '\ufffd',
    ]);
  });

  it('are where they are in any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const log = logOf(bytes);
        const lines = Buffer.from(bytes).toString('latin1').split('\n');
        if (lines.at(-1) === '') lines.pop();
        expect(
          Array.from({ length: log.lines }, (_, line) =>
            Buffer.from(lineBytes(log, line)).toString('latin1'),
          ),
        ).toEqual(lines.map((line) => line.replace(/\r+$/, '')));
      }),
    );
  });

  it('that are long are cut, and whole on demand', () => {
    const log = logOf(`${'x'.repeat(10_000_000)}\nb`);
    const { pieces, cut, bytes } = showLine(log, 0);
    expect([pieces[0]?.text.length, cut, bytes]).toEqual([2000, true, 10_000_000]);
    expect(wholeLine(log, 0).length).toBe(10_000_000);
    expect(showLine(log, 1).cut).toBe(false);
  });

  it('are not cut through a character', () => {
    expect(shown(`${'x'.repeat(1999)}😀${'x'.repeat(99)}`)).toEqual(['x'.repeat(1999)]);
    expect(shown(`\u001b[m${'\u0000'.repeat(16_380)}😀`)).toEqual(['']);
  });

  it('keep count of what they wrote over, and show it on demand', () => {
    const log = logOf('one\rtwo\r\u001b[32mthree\u001b[m\n');
    expect(showLine(log, 0).rewrites).toBe(2);
    expect(wholeLine(log, 0)).toBe('one\ntwo\nthree');
  });
});

/** What a real terminal shows of a log: its characters with their looks. */
async function onTerminal(text: string): Promise<{ text: string; style: Style }[]> {
  const terminal = new xterm.Terminal({ cols: 200, rows: 50, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(text.replaceAll('\n', '\r\n'), resolve));
  const cells: { text: string; style: Style }[] = [];
  for (let row = 0; row < 50; row += 1) {
    const line = terminal.buffer.active.getLine(row);
    for (let column = 0; column < 200; column += 1) {
      const cell = line?.getCell(column);
      if (cell === undefined || cell.getChars().trim() === '') continue;
      const colour = (isRgb: boolean, isPalette: boolean, value: number): Colour | null =>
        isRgb
          ? { kind: 'rgb', rgb: [(value >> 16) & 255, (value >> 8) & 255, value & 255] }
          : isPalette
            ? { kind: 'palette', index: value }
            : null;
      cells.push({
        text: cell.getChars(),
        style: {
          fg: colour(cell.isFgRGB(), cell.isFgPalette(), cell.getFgColor()),
          bg: colour(cell.isBgRGB(), cell.isBgPalette(), cell.getBgColor()),
          bold: cell.isBold() !== 0,
          dim: cell.isDim() !== 0,
          italic: cell.isItalic() !== 0,
          underline: cell.isUnderline() !== 0,
          strikethrough: cell.isStrikethrough() !== 0,
          reverse: cell.isInverse() !== 0,
        },
      });
    }
  }
  terminal.dispose();
  return cells;
}

function inReport(text: string): { text: string; style: Style }[] {
  const log = logOf(text);
  return Array.from({ length: log.lines }, (_, line) => showLine(log, line).pieces)
    .flat()
    .flatMap((piece) => Array.from(piece.text, (character) => ({ ...piece, text: character })))
    .filter((cell) => cell.text.trim() !== '');
}

describe('colours', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const code = fc.oneof(
    fc.constantFrom(0, 1, 2, 3, 4, 7, 9, 21, 22, 23, 24, 27, 29, 39, 49).map(String),
    fc.integer({ min: 30, max: 37 }).map(String),
    fc.integer({ min: 40, max: 47 }).map(String),
    fc.integer({ min: 90, max: 97 }).map(String),
    fc.integer({ min: 100, max: 107 }).map(String),
    fc.tuple(fc.constantFrom(38, 48), byte).map(([kind, index]) => `${kind};5;${index}`),
    fc
      .tuple(fc.constantFrom(38, 48), byte, byte, byte)
      .map(([kind, ...rgb]) => `${kind};2;${rgb.join(';')}`),
  );
  const sequence = fc.array(code, { maxLength: 3 }).map((codes) => `\u001b[${codes.join(';')}m`);
  const log = fc
    .array(fc.oneof(sequence, fc.constantFrom('a', 'bc', ' ', '\n', '\u001b[K')), { maxLength: 30 })
    .map((parts) => parts.join(''));

  it('are those of a terminal, over the ends of lines, too', async () => {
    await fc.assert(
      fc.asyncProperty(log, async (text) => {
        expect(inReport(text)).toEqual(await onTerminal(text));
      }),
      { numRuns: 300 },
    );
  });

  it('are readable on whatever they stand on', () => {
    const rgb = fc.tuple(byte, byte, byte);
    fc.assert(
      fc.property(rgb, rgb, (text, background) => {
        expect(contrast(readable(text, background), background)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('follow the theme, and change places when reversed', () => {
    expect(paint(plain)).toEqual({ color: '', background: '' });
    const red: Colour = { kind: 'palette', index: 1 };
    const { color } = paint({ ...plain, fg: red });
    expect(color).toMatch(/^light-dark\(rgb\(190 30 38\), rgb\(255 123 114\)\)$/);
    expect(paint({ ...plain, fg: red, reverse: true }).background).toBe(color);
  });
});

describe('a search', () => {
  const find = (text: string, query: string, matchCase = false): readonly number[] =>
    run(searchLog(logOf(text), queryPattern({ text: query, matchCase })));

  it.each([
    ['one\ntwo\nthree two\n', 'two', [1, 2]],
    ['Error\nerror\n', 'ERROR', [0, 1]],
    ['a.b\naxb\n', 'a.b', [0]],
    ['\u001b[31mre\u001b[0md\n', 'red', [0]],
    ['red', '31', []],
    ['10%\r20%\n', '10', [0]],
    ['\u001b]0;open\nred\n', 'red', [1]],
    ['twice twice\n', 'twice', [0]],
    ['no end', 'end', [0]],
    ['ΣΑΣ\n', 'σας', [0]],
  ])('in %j for %j finds lines %j', (text, query, lines) => {
    expect(find(text, query)).toEqual(lines);
  });

  it('can tell large from small letters', () => {
    expect(find('Error\nerror\n', 'Error', true)).toEqual([0]);
  });

  it('finds what reading line by line finds, in logs of many passages', () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, n) => `line ${n} ${n % 977 === 0 ? 'needle' : 'hay hay hay'}`,
    );
    const expected = lines.flatMap((line, n) => (line.includes('needle') ? [n] : []));
    expect(find(lines.join('\n'), 'needle')).toEqual(expected);
    expect(plainLog(logOf(lines.join('\n')))).toBe(lines.join('\n'));
  });

  it('marks matches over changes of colour', () => {
    const [line] = [showLine(logOf('a \u001b[31mre\u001b[0md b red'), 0)];
    const marked = markMatches(line.pieces, queryPattern({ text: 'red', matchCase: false }));
    expect(marked.map(({ text, match }) => (match ? `[${text}]` : text))).toEqual([
      'a ',
      '[re]',
      '[d]',
      ' b ',
      '[red]',
    ]);
  });
});

describe('row heights', () => {
  it('are found and corrected as in a plain list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 50 })), { maxLength: 20 }),
        (guesses, corrections) => {
          const heights = new RowHeights(guesses.length, (line) => guesses[line] ?? 1);
          const list = [...guesses];
          for (const [at, rows] of corrections) {
            heights.set(at % list.length, rows);
            list[at % list.length] = rows;
          }
          const owners = list.flatMap((rows, line) => Array.from({ length: rows }, () => line));
          expect(heights.total).toBe(owners.length);
          expect(owners.map((_, row) => heights.lineAt(row))).toEqual(owners);
          expect(list.map((_, line) => heights.before(line))).toEqual(
            list.map((_, line) => owners.indexOf(line)),
          );
          expect(heights.lineAt(owners.length + 10)).toBe(list.length - 1);
        },
      ),
    );
  });
});
