import { describe, expect, it } from 'vitest';
import { harmless } from '../../src/diagnostics/harmless.ts';
import { guardLine } from '../../src/report/guard.ts';
import { LineSplitter } from '../../src/diagnostics/lines.ts';
import { statusMarkdown } from '../../src/report/status-markdown.ts';
import { compactStatus } from '../../src/report/compact-status.ts';
import { palette, statusText } from '../../src/report/status-text.ts';
import { formatBytes, formatDuration } from '../../src/report/duration.ts';
import { hostileLines, hostileOutput } from '../support/hostile-corpus.ts';
import { commandsIn, comparisons } from '../support/runner-commands.ts';
import { record } from '../support/sample-record.ts';

describe('guest output in a step log', () => {
  it.each([
    ['::error::forged', 'at the start'],
    ['   \t::set-env name=A::b', 'behind white space'],
    ['\u3000::error::x', 'behind white space of other scripts'],
    ['text ##[error]forged', 'in the old form, anywhere'],
    ['##[group]##[endgroup]', 'in the old form, twice'],
  ])('%j cannot be a command %s', (line) => {
    const guarded = guardLine(line);
    expect(guarded.trimStart().startsWith('::')).toBe(false);
    expect(guarded).not.toContain('##[');
    expect(guarded.replaceAll('\u200b', '')).toBe(line);
  });

  it.each(comparisons)('is no command of any kind, to a runner that compares %s', (comparison) => {
    for (const line of [...hostileLines.map(String), hostileOutput().toString()]) {
      expect(commandsIn(guardLine(line), comparison)).toEqual([]);
    }
  });

  it('is left alone where it is harmless', () => {
    expect(guardLine('std::vector<int> a::b')).toBe('std::vector<int> a::b');
  });
});

describe('guest output on a terminal', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '\u001b[31mred\u001b[0m', 'keeps its colours'],
    ['a\u001b[2Jb', 'ab', 'cannot clear the screen'],
    ['a\u001b]0;title\u0007b', 'ab', 'cannot set the title'],
    ['a\u001b[38:2::1:2:3mb', 'a\u001b[38:2::1:2:3mb', 'keeps colours of any form'],
    ['a\u001b[>4;2mb', 'ab', 'cannot use forms that leave a rest behind'],
    ['a\u001b[6nb', 'ab', 'cannot make the terminal answer'],
    ['a\u0007\bb', 'ab', 'cannot ring or go back'],
  ])('%j becomes %j: it %s', (line, expected) => {
    expect(harmless(line)).toBe(expected);
  });
});

describe('lines', () => {
  const split = (...chunks: string[]): string[] => {
    const splitter = new LineSplitter();
    const lines = chunks.flatMap((chunk) => splitter.push(Buffer.from(chunk, 'latin1')));
    return [...lines, ...splitter.end()];
  };
  it.each([
    [['a\nb\n'], ['a', 'b']],
    [['a\r\nb\rc'], ['a', 'c']],
    [['10%\r50%\r100%\n'], ['100%']],
    [['10%\r', '50%', '\r100%\r\r\n'], ['100%']],
    [['10%\r100%\r\x1b[K\n'], ['100%']],
    [['10%\r100%\r    \r'], ['100%']],
    [['\r\r', '\r'], []],
    [
      ['a\r', '\nb'],
      ['a', 'b'],
    ],
    [['a\r', 'b'], ['b']],
    [['par', 'ted ', 'line\n'], ['parted line']],
    [['\xc3', '\xa4\n'], ['ä']],
    [['\xff\n'], ['\ufffd']],
    [[], []],
  ])('%j are %j', (chunks, lines) => {
    expect(split(...chunks)).toEqual(lines);
  });

  it('without an end are cut before they fill the memory, however they come', () => {
    for (const chunk of [1000, 100_000, 1_000_000]) {
      const lines = split(...Array.from({ length: 1_000_000 / chunk }, () => 'x'.repeat(chunk)));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(132_000);
      expect(lines.join('').length).toBe(1_000_000);
    }
  });
});

it.each([
  [7, '0.0s'],
  [7_000, '7.0s'],
  [42_400, '42s'],
  [140_000, '2m 20s'],
  [3_840_000, '1h 04m'],
])('%d ms is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [19_000_000, '19.0 MB'],
  [698_000_000, '698 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

describe('the compact status', () => {
  it('reads as people know it', () => {
    expect(
      statusText(compactStatus(record, { number: '97', url: 'run-97' }), palette(false)),
    ).toEqual([
      'CI: failed',
      'run #97 · check-agent-contracts',
      '1 passed, 1 failed',
      'head 188f4f1961e4a36a0c0e157fa369277a369767cb · queued 2026-03-26 00:01:40 UTC · 2 lane(s)',
      'queued 7.0s · ran 2m 20s',
      '  unit · success · 2m 20s',
      '  e2e  · failed · 2m 13s · test command exited with 3',
    ]);
  });

  it('shows the end of a failed log without letting it mark anything up', () => {
    const hostile = '</pre></details>\n\n# forged\n\n```\n\u001b[31m<img src=x onerror=alert(1)>';
    const text = statusMarkdown(
      {
        status: compactStatus(record),
        excerpts: [{ lane: 'e2e', title: 'end of the log', log: hostile }],
        timeline: '',
        skipped: [],
        notes: [],
        links: [],
      },
      1_000_000,
    );
    expect(text).toContain('&lt;/pre&gt;&lt;/details&gt;');
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toContain('\u001b');
    const block = text.slice(text.indexOf('<pre>'), text.lastIndexOf('</pre>'));
    expect(block.slice('<pre>\n'.length).trimEnd()).not.toMatch(/^\s*$/m);
  });
});
