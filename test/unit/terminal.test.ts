import xterm from '@xterm/headless';
import { describe, expect, it, vi } from 'vitest';
import type { RunEvent } from '../../src/model/event.ts';
import { cutToWidth, displayWidth } from '../../src/report/display-width.ts';
import { palette } from '../../src/report/status-text.ts';
import { terminalReport, type Terminal } from '../../src/report/terminal.ts';

const at = '2026-03-26T00:01:40Z';
const begun = (id: string): RunEvent => ({
  event: 'job_phase_started',
  job_id: id,
  phase: 'wait_for_completion',
  at,
});
const said = (id: string, text: string): RunEvent => ({
  event: 'job_output',
  job_id: id,
  bytes: Buffer.from(text),
});
const failed = (id: string): RunEvent => ({
  event: 'job_verdict',
  job_id: id,
  at,
  verdict: { kind: 'failed', failure: { cause: 'command_failed', exitCode: 3 } },
});

/** What a terminal of that size shows of it, and what was written. */
async function onScreen(
  columns: number,
  rows: number,
  events: readonly RunEvent[],
  terminal: Partial<Terminal> = {},
): Promise<{ lines: string[]; text: string }> {
  let text = '';
  const { sink, close } = terminalReport({
    write: (more) => (text += more),
    screen: () => ({ columns, rows }),
    colours: 'kept',
    paint: palette(true),
    ...terminal,
  });
  for (const event of events) sink(event);
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  await new Promise<void>((done) => screen.write(text.replaceAll('\n', '\r\n'), done));
  const { active } = screen.buffer;
  const lines = Array.from(
    { length: active.length },
    (_, row) => active.getLine(row)?.translateToString(true) ?? '',
  );
  screen.dispose();
  close();
  return { lines: lines.slice(0, lines.findLastIndex((line) => line !== '') + 1), text };
}

describe('the lanes under way', () => {
  it.each([
    ['of long names', 'l'.repeat(100)],
    ['of wide names', '界'.repeat(60)],
    ['of names with accents', 'e\u0301'.repeat(80)],
  ])('%s take a row each, and are drawn over', async (_, name) => {
    const ids = [`a${name}`, `b${name}`];
    const lines = Array.from({ length: 10 }, (__, n) => said('x', `line ${n}\n`));
    const screen = await onScreen(40, 60, [...ids.map(begun), ...lines]);
    expect(screen.lines.filter((line) => line.startsWith('running'))).toHaveLength(2);
    expect(screen.lines.slice(0, 10)).toEqual(
      Array.from({ length: 10 }, (__, n) => `x │ line ${n}`),
    );
    expect(screen.lines).toHaveLength(12);
  });

  it('are no more than the screen has room for', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `lane-${n}`);
    const lines = Array.from({ length: 20 }, (_, n) => said('x', `line ${n}\n`));
    const screen = await onScreen(40, 10, [...ids.map(begun), ...lines]);
    expect(screen.lines.filter((line) => line.startsWith('x │'))).toEqual(
      Array.from({ length: 20 }, (_, n) => `x │ line ${n}`),
    );
    expect(screen.lines.at(-1)).toMatch(/^and 24 more$|^and 23 more$/);
  });

  it('are counted in rows of the screen as it is when they are drawn over', () => {
    vi.useFakeTimers();
    try {
      let columns = 80;
      let text = '';
      const { sink, close } = terminalReport({
        write: (more) => (text += more),
        screen: () => ({ columns, rows: 50 }),
        colours: 'kept',
        paint: palette(false),
      });
      sink(begun('l'.repeat(100)));
      sink(said('x', 'line\n'));
      columns = 40;
      text = '';
      vi.advanceTimersByTime(1000);
      expect(text.startsWith('\u001b[2A')).toBe(true);
      close();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('what is printed', () => {
  it('moves no cursor and has no colours where a terminal knows neither', async () => {
    const { text } = await onScreen(
      80,
      24,
      [begun('a'), said('a', '\u001b[31mred\u001b[0m\n'), failed('a')],
      { screen: undefined, colours: 'dropped', paint: palette(false) },
    );
    expect(text).toContain('a │ red\n');
    expect(text).not.toContain('\u001b');
  });

  it('tells a failure in red, and never dimly', async () => {
    const { text } = await onScreen(80, 24, [failed('a')]);
    expect(text).toContain('\u001b[31ma · test command exited with 3\u001b[0m\n');
    expect(text).not.toContain('\u001b[2m');
  });

  it('ends the colours of a guest with its line', async () => {
    const { text } = await onScreen(80, 24, [said('a', '\u001b[41mred\nplain\n')]);
    expect(text).toContain('\u001b[41mred\u001b[0m\n');
  });
});

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['界界', 4, '界界'],
  ['界界界', 4, '界…'],
  ['e\u0301e\u0301', 2, 'e\u0301e\u0301'],
  ['😀😀', 3, '😀…'],
  ['abc', 0, ''],
])('%j in %d columns is %j', (text, columns, cut) => {
  expect(cutToWidth(text, columns)).toBe(cut);
  expect(displayWidth(cut)).toBeLessThanOrEqual(columns);
});
