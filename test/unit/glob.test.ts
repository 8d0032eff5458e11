import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compileLists, compilePatterns } from '../../src/plan/path-matcher.ts';

describe('a pattern', () => {
  it.each([
    ['Cargo.toml', 'Cargo.toml', true],
    ['Cargo.toml', 'rust/Cargo.toml', false],
    ['rust/**', 'rust/src/lib.rs', true],
    ['rust/**', 'rust', false],
    ['rust/*', 'rust/src/lib.rs', false],
    ['rust/*', 'rust/lib.rs', true],
    ['**/lib.rs', 'lib.rs', true],
    ['**/lib.rs', 'a/b/lib.rs', true],
    ['**/lib.rs', 'a/xlib.rs', false],
    ['a/**/z', 'a/z', true],
    ['a/**/z', 'a/b/c/z', true],
    ['**', '.github/workflows/ci.yml', true],
    ['*', '.env', true],
    ['?.md', 'a.md', true],
    ['?.md', '/.md', false],
    ['a.c', 'abc', false],
    ['(a|b)+', '(a|b)+', true],
    ['*.ts', 'line\nbreak.ts', true],
    ['ä*', 'ähnlich', true],
    ['**/**/a', 'x/y/a', true],
    ['a/**/**', 'a', false],
    ['a/**/**', 'a/b', true],
    ['src/**.rs', 'src/a/b.rs', true],
    ['a**/z', 'ab/c/z', true],
    ['**/', 'a', false],
    ['a//b', 'a/b', false],
    ['[a-z]', 'b', false],
  ])('%j on %j: %j', (pattern, path, expected) => {
    expect(compilePatterns([pattern]).match(path) !== undefined).toBe(expected);
  });
});

describe('a set of patterns', () => {
  it.each([
    [['rust/**', '!rust/docs/**'], 'rust/docs/a.md', undefined],
    [['rust/**', '!rust/docs/**'], 'rust/a.rs', 'rust/**'],
    [['rust/**', '!rust/docs/**', 'rust/docs/api.md'], 'rust/docs/api.md', 'rust/docs/api.md'],
    [['!rust/**'], 'other', undefined],
    [[], 'anything', undefined],
  ])('%j lets %j in by %j: the last match decides', (patterns, path, expected) => {
    expect(compilePatterns(patterns).match(path)).toBe(expected);
  });
});

/**
 * What the pattern language says, character by character and without any cleverness: an oracle
 * that shares nothing with the automaton.
 */
function oracle(pattern: string, path: string): boolean {
  if (pattern === '') return path === '';
  if (pattern.startsWith('**/') && oracle(pattern.slice(3), path)) return true;
  if (pattern.startsWith('**')) {
    // Behind `**` and a slash, what is skipped must end with a slash.
    if (pattern.startsWith('**/')) {
      return path
        .split('')
        .some((it, at) => it === '/' && oracle(pattern.slice(3), path.slice(at + 1)));
    }
    return oracle(pattern.slice(2), path) || (path !== '' && oracle(pattern, path.slice(1)));
  }
  const [first = ''] = pattern;
  if (first === '*') {
    if (oracle(pattern.slice(1), path)) return true;
    return path !== '' && !path.startsWith('/') && oracle(pattern, path.slice(1));
  }
  if (path === '') return false;
  if (first === '?') return !path.startsWith('/') && oracle(pattern.slice(1), path.slice(1));
  return path.startsWith(first) && oracle(pattern.slice(1), path.slice(1));
}

describe('what lies below a folder', () => {
  it.each<[patterns: string[], folder: string, expected: boolean]>([
    [['vendor/lib/**'], 'vendor/lib', true],
    [['vendor/lib/src/a.c'], 'vendor/lib', true],
    [['vendor/*/src/*'], 'vendor/lib', true],
    [['**/*.c'], 'vendor/lib', true],
    [['**'], 'vendor/lib', true],
    [['vendor/**'], 'vendor/lib', true],
    [['ven**c'], 'vendor/lib', true],
    [['vendor/lib'], 'vendor/lib', false],
    [['vendor/*'], 'vendor/lib', false],
    [['vendor/library/**'], 'vendor/lib', false],
    [['src/**'], 'vendor/lib', false],
    [['*.c'], 'vendor/lib', false],
    [['vendor/**', '!vendor/lib/**'], 'vendor/lib', false],
    [['vendor/**', '!vendor/**'], 'vendor/lib', false],
    [['vendor/**', '!**'], 'vendor/lib', false],
    [['vendor/**', '!vendor/lib/docs/**'], 'vendor/lib', true],
    [['vendor/**', '!vendor/lib/*'], 'vendor/lib', true],
    [['vendor/**', '!vendor/lib'], 'vendor/lib', true],
    [['vendor/**', '!vendor/**', 'vendor/lib/src/**'], 'vendor/lib', true],
    [['!vendor/**', 'vendor/**'], 'vendor/lib', true],
    [['!vendor/**'], 'vendor/lib', false],
  ])('%j may match some of it in %s: %s', (patterns, folder, expected) => {
    expect(compileLists([patterns]).matchBelow(folder).length > 0).toBe(expected);
  });
});

it('a list that lets in a path below a folder says so of the folder', () => {
  const word = fc.constantFrom('a', 'b', 'ab');
  const part = fc.constantFrom('a', 'b', 'ab', '*', '?', 'a*', '**', 'a**');
  const pattern = fc
    .tuple(fc.constantFrom('', '!'), fc.array(part, { minLength: 1, maxLength: 3 }))
    .map(([sign, parts]) => sign + parts.join('/'));
  const path = fc.array(word, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), path, (patterns, parts) => {
      fc.pre(compilePatterns(patterns).match(parts.join('/')) !== undefined);
      const below = compileLists([patterns]).matchBelow(parts.slice(0, -1).join('/'));
      expect(below).toHaveLength(1);
    }),
    { numRuns: 2000 },
  );
});

describe('the automaton agrees with the oracle', () => {
  const segment = fc
    .array(fc.constantFrom('a', 'b', '.', 'ab'), { minLength: 1, maxLength: 3 })
    .map((it) => it.join(''));
  const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((it) => it.join('/'));
  const part = fc.oneof(
    { weight: 4, arbitrary: segment },
    { weight: 2, arbitrary: fc.constantFrom('*', '**', '?', 'a*', '*.b', '?b', '*a*') },
    { weight: 1, arbitrary: fc.constantFrom('a**', '**b', 'a**b', '***') },
  );
  const pattern = fc.array(part, { minLength: 1, maxLength: 5 }).map((it) => it.join('/'));

  it('on single patterns', () => {
    fc.assert(
      fc.property(pattern, fc.array(path, { minLength: 1, maxLength: 20 }), (glob, paths) => {
        const compiled = compilePatterns([glob]);
        for (const it of paths)
          expect([it, compiled.match(it) !== undefined]).toEqual([it, oracle(glob, it)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('on lists with exclusions, many at once', () => {
    const entry = fc
      .tuple(fc.boolean(), pattern)
      .map(([excludes, glob]) => (excludes ? `!${glob}` : glob));
    const lists = fc.array(fc.array(entry, { maxLength: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lists, fc.array(path, { minLength: 1, maxLength: 20 }), (patterns, paths) => {
        const matcher = compileLists(patterns);
        for (const it of paths) {
          const expected = patterns.flatMap((list, index) => {
            const last = list.findLast((glob) => oracle(glob.replace(/^!/, ''), it));
            return last === undefined || last.startsWith('!')
              ? []
              : [{ list: index, pattern: last }];
          });
          expect(matcher.match(it)).toEqual(expected);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
