import { describe, expect, it } from 'vitest';
import { compilePatterns, globToRegExp } from '../../src/plan/glob.ts';

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
  ])('%j on %j: %j', (pattern, path, expected) => {
    expect(globToRegExp(pattern).test(path)).toBe(expected);
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
