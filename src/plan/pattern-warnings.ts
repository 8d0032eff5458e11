import type { Target } from '../model/target.ts';
import { compileLists } from './path-matcher.ts';

/**
 * Patterns that match nothing there is: probably misspelt, and no error, as what they are for may be
 * gone or yet to come.
 * @param paths of the work tree
 * @param submodules those of the paths that stand for all below them
 */
export function patternWarnings(
  targets: readonly Target[],
  paths: readonly string[],
  submodules: readonly string[],
): string[] {
  const patterns = targets.flatMap(({ id, paths: listed }) =>
    listed.map((pattern) => ({ target: id, pattern, body: pattern.replace(/^!/, '') })),
  );
  const opaque = new Set(submodules);
  const hit = matched(
    patterns.map(({ body }) => body),
    paths,
  );
  const missed = patterns.filter(
    ({ body }, index) => !hit.has(index) && !parents(body).some((parent) => opaque.has(parent)),
  );
  return missed.map(({ target, pattern, body }) => {
    const other = ['NFC', 'NFD'].map((form) => body.normalize(form)).find((it) => it !== body);
    const isOther = other !== undefined && matched([other], paths).size > 0;
    const why = isOther
      ? `: its letters are composed otherwise than in the files' names (Unicode ${body === body.normalize('NFC') ? 'NFC, not NFD' : 'NFD, not NFC'}); copy the name from \`git ls-files -z\``
      : '';
    return `targets.${target}.paths: \`${pattern}\` matches no file${why}`;
  });
}

/** Indexes of the patterns that match some path. */
function matched(patterns: readonly string[], paths: readonly string[]): Set<number> {
  const matcher = compileLists(patterns.map((pattern) => [pattern]));
  const hit = new Set<number>();
  for (const path of paths) {
    if (hit.size === patterns.length) break;
    for (const { list } of matcher.match(path)) hit.add(list);
  }
  return hit;
}

/** `a` and `a/b` of `a/b/**`. */
function parents(pattern: string): string[] {
  const segments = pattern.split('/');
  const plain = segments.findIndex((segment) => /[*?]/.test(segment));
  const most = Math.min(plain === -1 ? Infinity : plain, segments.length - 1);
  return segments.slice(0, most).map((_, index) => segments.slice(0, index + 1).join('/'));
}
