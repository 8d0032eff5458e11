/**
 * Path patterns: `*` within a segment, `**` across segments (`**` and a slash also match nothing),
 * `?` one character of a segment. Dotfiles match like others, and the whole repository-relative
 * path must match. `!` excludes; of a list's patterns the last one that matches decides.
 */
export interface Glob {
  /** As it is written, `!` included. */
  text: string;
  excludes: boolean;
  form: SegmentedForm | { kind: 'irregular'; regExp: RegExp };
}

/** Matches segment by segment, which is how nearly all patterns are written. */
export interface SegmentedForm {
  kind: 'segmented';
  segments: readonly GlobSegment[];
}

export type GlobSegment =
  | { kind: 'literal'; text: string }
  | { kind: 'wild'; text: string; test: (segment: string) => boolean }
  /** Any number of segments; at the end of a pattern at least one. */
  | { kind: 'deep' };

export function parseGlob(text: string): Glob {
  const excludes = text.startsWith('!');
  const body = excludes ? text.slice(1) : text;
  const parts = body.split('/');
  // `a**b` crosses segments from within one: nothing to walk segment by segment.
  const irregular = parts.some((part) => part.includes('**') && part !== '**');
  return {
    text,
    excludes,
    form: irregular
      ? { kind: 'irregular', regExp: globToRegExp(body) }
      : { kind: 'segmented', segments: parts.map(parseSegment) },
  };
}

function parseSegment(part: string): GlobSegment {
  if (part === '**') return { kind: 'deep' };
  if (/[*?]/.test(part)) return { kind: 'wild', text: part, test: segmentTest(part) };
  return { kind: 'literal', text: part };
}

/** Most wild segments are `*`, `*.ext` or `name*`, which need no regular expression. */
function segmentTest(part: string): (segment: string) => boolean {
  const [, before = '', after = ''] = /^([^*?]*)\*([^*?]*)$/.exec(part) ?? [];
  if (part === `${before}*${after}`) {
    const least = before.length + after.length;
    return (segment) =>
      segment.length >= least && segment.startsWith(before) && segment.endsWith(after);
  }
  const regExp = globToRegExp(part);
  return (segment) => regExp.test(segment);
}

function globToRegExp(glob: string): RegExp {
  let source = '';
  for (let at = 0; at < glob.length;) {
    const [token = ''] = /^(?:\*\*\/|\*\*|\*|\?|[^*?]+)/.exec(glob.slice(at)) ?? [];
    source += tokenSource(token);
    at += token.length;
  }
  return new RegExp(`^${source}$`, 'su');
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
      return token.replace(/[.+^${}()|[\]\\/-]/g, (mark) => (mark === '-' ? mark : `\\${mark}`));
  }
}
