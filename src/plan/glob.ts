/**
 * Path patterns: `*` within a segment, `**` across segments (`**` and a slash also match nothing), `?` one
 * character of a segment. Dotfiles match like others, and the whole repository-relative path must
 * match. `!` excludes; the last pattern that matches decides.
 */
export interface PatternSet {
  /** The pattern that lets `path` in, or nothing when it stays out. */
  match: (path: string) => string | undefined;
}

export function compilePatterns(patterns: readonly string[]): PatternSet {
  const compiled = patterns.map((pattern) => {
    const excludes = pattern.startsWith('!');
    return { pattern, excludes, regExp: globToRegExp(excludes ? pattern.slice(1) : pattern) };
  });
  // From the last: the first hit is the one that decides.
  compiled.reverse();
  return {
    match: (path) => {
      const hit = compiled.find(({ regExp }) => regExp.test(path));
      return hit === undefined || hit.excludes ? undefined : hit.pattern;
    },
  };
}

export function globToRegExp(glob: string): RegExp {
  let source = '';
  for (let at = 0; at < glob.length;) {
    const [token = ''] = /^(?:\*\*\/|\*\*|\*|\?|[^*?]+)/.exec(glob.slice(at)) ?? [];
    source += tokenSource(token);
    at += token.length;
  }
  return new RegExp(`^${source}$`, 's');
}

function tokenSource(token: string): string {
  switch (token) {
    case '**/':
      return '(?:.*/)?';
    case '**':
      return '.*';
    case '*':
      return '[^/]*';
    case '?':
      return '[^/]';
    default:
      return token.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  }
}
