/**
 * An expression of find(1), over `./path` in the locale C, for a list of path patterns. It takes
 * every file that the patterns take, and hardly any other: find's `*` also matches a slash.
 */
export function findExpression(patterns: readonly string[]): string[] {
  // Of a list's patterns the last one that matches decides.
  return patterns.reduce<string[]>((earlier, pattern) => {
    const excludes = pattern.startsWith('!');
    const { test, isExact } = testFor(excludes ? pattern.slice(1) : pattern);
    if (!excludes) return ['(', ...test, '-o', ...earlier, ')'];
    return isExact ? ['(', '!', ...test, ...earlier, ')'] : earlier;
  }, nothing);
}

/** All that is asked about are plain files. */
const nothing = ['!', '-type', 'f'];

/** Each `**` doubles the tests. */
const mostDeep = 4;

interface Test {
  test: readonly string[];
  /** Takes what the pattern takes, and nothing else. */
  isExact: boolean;
}

function testFor(pattern: string): Test {
  const segments = pattern.split('/');
  const deep = segments.filter((segment) => segment === '**').length;
  if (deep > mostDeep) return { test: ['-path', './*'], isExact: false };
  const others = segments.filter((segment) => segment !== '**');
  const isExact = others.every((segment) => !segment.includes('?') && !segment.includes('**'));
  if (deep > 0 || others.some((segment) => segment.includes('**'))) {
    const paths = withoutDeep(segments).map((path) => ['-path', `./${path.map(glob).join('/')}`]);
    const test = ['(', ...paths.flatMap((path, at) => (at === 0 ? path : ['-o', ...path])), ')'];
    return { test, isExact: isExact && others.every((segment) => !segment.includes('*')) };
  }
  // As many slashes as the pattern has, so each `*` stays within its segment.
  const deeper = `./${'*/'.repeat(segments.length)}*`;
  const path = `./${segments.map(glob).join('/')}`;
  return { test: ['(', '-path', path, '!', '-path', deeper, ')'], isExact };
}

/** `**` with a slash behind it stands for folders, or for none; at the end for anything. */
function withoutDeep(segments: readonly string[]): string[][] {
  return segments.reduce<string[][]>(
    (paths, segment, at) =>
      segment === '**' && at < segments.length - 1
        ? paths.flatMap((path) => [path, [...path, '*']])
        : paths.map((path) => [...path, segment]),
    [[]],
  );
}

/** A character may be several of find's. */
function glob(segment: string): string {
  return segment.replace(/[[\]\\]/g, String.raw`\$&`).replace(/[*?]+/g, '*');
}
