import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../src/diagnostics/problems/finder.ts';
import { problemsIn } from '../../src/diagnostics/problems/problems-in.ts';
import { WorkspaceFiles } from '../../src/diagnostics/problems/workspace-files.ts';
import { hostileLines } from '../support/hostile-corpus.ts';

/** The workspace that the recorded tools ran in, each in a folder of its own. */
const workspace = new WorkspaceFiles([
  'c/fatal.c',
  'c/sum.c',
  'c/sum.h',
  'go/sums/sums.go',
  'go/sums/sums_test.go',
  'js/src/boom.js',
  'js/src/other.js',
  'js/src/sums.js',
  'js/src/sums.ts',
  'js/test/sums.test.js',
  'js/test/sums.test.mjs',
  'py/lint.py',
  'py/sums.py',
  'py/tests/test_broken.py',
  'py/tests/test_sums.py',
  'py/tests_unit.py',
  'rust/src/lib.rs',
]);

/**
 * Recorded output of the tools themselves, byte for byte but for paths of the machine; that of ruff, ty,
 * Go's panics and the runners of several tasks is written as they write it.
 */
describe('problems are read from the output of', () => {
  const folder = join(import.meta.dirname, 'problems');
  const outputs = globSync('*.txt', { cwd: folder }).sort();
  it.each(outputs)('%s', (name) => {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    const found = problemsIn(lines, workspace);
    const expected = join(folder, `${basename(name, '.txt')}.json`);
    const told = `${JSON.stringify(found, undefined, 2)}\n`;
    if (process.env['UPDATE_EXPECTED'] !== undefined) writeFileSync(expected, told);
    expect(told).toBe(readFileSync(expected, 'utf8'));
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('a path in a lane’s output', () => {
  const files = new WorkspaceFiles([
    'src/lib.rs',
    'api/src/main.ts',
    'web/src/main.ts',
    'web/src/only.ts',
    'app/(auth)/page.tsx',
    'with space/a b.c',
  ]);
  it.each<[path: string, file: string | undefined, where: string]>([
    ['src/lib.rs', 'src/lib.rs', 'below the root'],
    ['./src/../src/lib.rs', 'src/lib.rs', 'by a detour'],
    ['/workspace/snapshot/src/lib.rs', 'src/lib.rs', 'in a VM'],
    ['/Volumes/My Shared Files/workspace/src/lib.rs', 'src/lib.rs', 'on macOS'],
    ['/var/tmp/pikaci/guests/pikaci-unit-0a1b/workspace/src/lib.rs', 'src/lib.rs', 'on the host'],
    ['/build/source/src/lib.rs', 'src/lib.rs', 'in a Nix build'],
    ['file:///workspace/snapshot/with%20space/a%20b.c', 'with space/a b.c', 'as a URL'],
    ['only.ts', 'web/src/only.ts', 'in the one folder that has it'],
    ['src/only.ts', 'web/src/only.ts', 'in the one folder that has it'],
    ['app/(auth)/page.tsx', 'app/(auth)/page.tsx', 'with marks in it'],
    ['src/main.ts', undefined, 'in one of several folders'],
    ['nly.ts', undefined, 'that only ends like one'],
    ['/etc/passwd', undefined, 'outside'],
    ['/usr/src/lib.rs', undefined, 'outside, of a like name'],
    ['../src/lib.rs', undefined, 'above'],
    ['/workspace/snapshot/../src/lib.rs', undefined, 'above, by a detour'],
    ['src', undefined, 'of a folder'],
    ['', undefined, 'of nothing'],
    ['file:///workspace/snapshot/%', undefined, 'as a URL that is none'],
  ])('%j is %j: %s', (path, expected) => {
    expect(files.find(path)).toBe(expected);
  });
});

describe('a finder of problems', () => {
  const find = (lines: Iterable<string>): ProblemFinder => {
    const finder = new ProblemFinder();
    for (const line of lines) finder.push(line);
    finder.end();
    return finder;
  };
  const many = (count: number, level: string): string[] =>
    Array.from({ length: count }, (_, n) => `src/lib.rs:${n + 1}:1: ${level}: message ${n}`);

  it('keeps 200 of each level, and counts the others', () => {
    const finder = find([...many(200, 'warning'), ...many(201, 'error')]);
    expect(finder.problems).toHaveLength(400);
    expect(finder.dropped).toEqual({ error: 1, warning: 0 });
    expect(finder.problems[0]).toMatchObject({ level: 'error', line: 1 });
  });

  it('tells each problem once', () => {
    expect(find([...many(3, 'error'), ...many(3, 'error')]).problems).toHaveLength(3);
  });

  it('has what a log breaks off in', () => {
    const panic = ["thread 'it' panicked at src/lib.rs:1:2:", 'the reason'];
    expect(find(panic).problems).toMatchObject([{ title: 'it', message: 'the reason' }]);
  });

  it('makes of each message what can be shown', () => {
    const messages = [
      '\u001b[31mred\u001b[0m\u0007',
      '\u3164\u0301accent',
      '\u200b',
      'x'.repeat(5000),
    ];
    const shown = messages.map(
      (message) => find([`a.c:1:1: error: ${message}`]).problems[0]?.message ?? '',
    );
    expect(shown.map((message) => message.slice(0, 10))).toEqual([
      'red',
      'accent',
      'error',
      'xxxxxxxxxx',
    ]);
    expect(shown[3]?.length).toBe(1000);
  });

  it('makes of no output a place outside of the workspace', () => {
    const line = fc.oneof(
      fc.constantFrom(...hostileLines.map(String)),
      fc.constantFrom(...recordedLines()),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        for (const { file, line: row, column = 1, message } of problemsIn(lines, workspace)) {
          expect(workspace.find(file)).toBe(file);
          expect(Number.isInteger(row) && row >= 1 && column >= 1).toBe(true);
          expect(message).toMatch(/^[^\p{M}\p{C}\p{Z}]/u);
        }
      }),
    );
  });
});

function recordedLines(): string[] {
  const folder = join(import.meta.dirname, 'problems');
  return globSync('*.txt', { cwd: folder }).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split('\n'),
  );
}
