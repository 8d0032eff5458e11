import { describe, expect, it } from 'vitest';
import { errorLines, readsLikeError } from '../../src/diagnostics/error-lines.ts';
import { errorAttributes, readErrors } from '../../src/report/html/error-attributes.ts';

describe('lines that read like an error', () => {
  it.each([
    ['error[E0308]: mismatched types', 'cause'],
    ['src/a.c:3:1: error: expected ‘;’', 'cause'],
    ['src/a.ts(3,1): error TS2322: Type', 'cause'],
    ['src/a.ts:3:1 - error TS2322: Type', 'cause'],
    ["thread 'x' panicked at src/lib.rs:5:9:", 'cause'],
    ['E       assert 1 == 2', 'cause'],
    ['AssertionError: expected 1 to be 2', 'cause'],
    ['java.lang.IllegalStateException: no', 'cause'],
    ['npm error code ELIFECYCLE', 'cause'],
    ['fatal: not a git repository', 'cause'],
    ['[ERROR] Failed to execute goal', 'cause'],
    ['bash: line 1: foo: command not found', 'cause'],
    ['test a::b ... FAILED', 'symptom'],
    ['--- FAIL: TestX (0.00s)', 'symptom'],
    ['not ok 3 - works', 'symptom'],
    [' ✗ works', 'symptom'],
    ['make: *** [all] Error 2', 'symptom'],
    ['   Compiling thiserror v1.0.0', undefined],
    ['test rejects_errors ... ok', undefined],
    ['12 passed, 0 failed', undefined],
    ['0 FAILED', undefined],
    ['no errors', undefined],
  ])('%j: %s', (line, kind) => {
    expect(readsLikeError(line)).toBe(kind);
  });

  it('are found; the first cause leads, else the first symptom, else the end', () => {
    const errors = (text: string): unknown => errorLines(Buffer.from(text));
    expect(errors('a\ntest x ... FAILED\nb\n\u001b[31merror\u001b[0m: y\nerror: z\n')).toEqual({
      lines: [1, 3, 4],
      first: 3,
    });
    expect(errors('a\nnot ok 1\nb\n')).toEqual({ lines: [1], first: 1 });
    expect(errors('a\nb\n')).toEqual({ lines: [], first: 1 });
    expect(errors('')).toEqual({ lines: [], first: 0 });
  });

  it('are found where reading line by line finds them, in logs of many passages', () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, n) =>
        `line ${n}: ${n % 977 === 0 ? 'FAILED' : '\u001b[32mhay\u001b[0m hay'}${n % 53 === 0 ? '\r' : ''}`,
    );
    const expected = lines.flatMap((line, n) => (line.includes('FAILED') ? [n] : []));
    expect(errorLines(Buffer.from(lines.join('\n'))).lines).toEqual(expected);
  });

  it('are looked for at the end of a huge log, and count from its start', () => {
    const hay = 'error: too early\n'.repeat(600_000);
    const { lines, first } = errorLines(Buffer.from(`${hay}needle\nnot ok 1\n`));
    expect(lines[0]).toBeGreaterThan(600_000 - (8 * 1024 * 1024) / 'error: too early\n'.length - 1);
    expect(first).toBe(lines[0]);
    const quiet = Buffer.from(`${'hay hay hay hay\n'.repeat(600_000)}not ok 1\n`);
    expect(errorLines(quiet)).toEqual({ lines: [600_000], first: 600_000 });
  });

  it('are kept as far as anybody reads them, and with them the one that leads', () => {
    const { lines, first } = errorLines(Buffer.from(`${'not ok 1\n'.repeat(50_000)}error: why\n`));
    expect([lines.length, lines.at(-1), first]).toEqual([10_001, 50_000, 50_000]);
  });

  it('are in the page what they are in the log', () => {
    const found = errorLines(Buffer.from('a\nnot ok 1\nb\nerror: why\n'));
    const [, errors = '', first = ''] =
      /^ data-errors="([^"]*)" data-first="([^"]*)"$/.exec(errorAttributes(found)) ?? [];
    expect(readErrors({ errors, first })).toEqual(found);
    expect(errorAttributes(errorLines(Buffer.from('a\nb\n')))).toBe(
      ' data-errors="" data-first="1"',
    );
    expect(readErrors({ errors: '', first: '1' })).toEqual({ lines: [], first: 1 });
  });
});
