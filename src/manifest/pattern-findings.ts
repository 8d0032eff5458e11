import type { Finding, Path } from './finding.ts';
import type { ManifestText } from './manifest-schema.ts';

export interface PatternFinding extends Finding {
  /** What is meant by the letter after all where some path holds it. */
  unless?: string;
}

/** What is wrong with lists of path patterns: what no path can match. */
export function patternFindings({ targets, defaults }: ManifestText): PatternFinding[] {
  return [
    ...eachFinding(['defaults', 'artifacts'], defaults?.artifacts ?? [], 'artifacts'),
    ...Object.entries(targets).flatMap(([id, { paths = [], snapshot, artifacts = [], lanes }]) => {
      const path = ['targets', id];
      return [
        ...listFindings([...path, 'paths'], paths),
        ...eachFinding([...path, 'snapshot', 'exclude'], snapshot?.exclude ?? [], 'workspace'),
        ...eachFinding([...path, 'artifacts'], artifacts, 'artifacts'),
        ...lanes.flatMap((lane, index) =>
          eachFinding([...path, 'lanes', index, 'artifacts'], lane.artifacts ?? [], 'artifacts'),
        ),
      ];
    }),
  ];
}

/** Of a list that selects. */
export function listFindings(path: Path, patterns: readonly string[]): PatternFinding[] {
  const findings = eachFinding(path, patterns, 'workspace');
  if (patterns.length === 0 || !patterns.every((it) => it.startsWith('!'))) return findings;
  const problem =
    'only excludes, and so matches nothing; put what it is to match in front, as `**`';
  return [...findings, { path, at: 'value', problem }];
}

/** Whose files patterns are about; of those that a lane makes nobody knows what they will be called. */
type Subject = 'workspace' | 'artifacts';

function eachFinding(path: Path, patterns: readonly string[], subject: Subject): PatternFinding[] {
  return patterns.flatMap((pattern, index): PatternFinding[] => {
    const wrong =
      badForm(pattern, subject) ?? (subject === 'workspace' ? foreignMark(pattern) : undefined);
    return wrong === undefined ? [] : [{ path: [...path, index], at: 'value', ...wrong }];
  });
}

interface Wrong {
  problem: string;
  unless?: string;
}

/** Why a pattern can match no path, and what to write. */
function badForm(pattern: string, subject: Subject): Wrong | undefined {
  const { mark, body } = split(pattern);
  const wrong = (problem: string, other = ''): Wrong => ({
    problem: other === '' ? problem : `${problem}; write \`${mark}${other}\``,
  });
  const segments = body.split('/');
  if (body === '') return wrong('is an empty pattern');
  if (body.trim() !== body) return wrong('begins or ends with a blank', body.trim());
  if (/\p{Cc}/u.test(body)) return wrong('holds a control character');
  if (body.startsWith('!') && !body.startsWith('!(')) {
    return wrong('begins with `!` twice', body.replace(/^!+/, ''));
  }
  if (body.includes('\\')) {
    return wrong('has a backslash, and paths have `/`', body.replaceAll('\\', '/'));
  }
  if (body.startsWith('/')) {
    return wrong(
      'begins with `/`, and no path does',
      body.replace(subject === 'artifacts' ? /^\/+(?:artifacts\/+)?/ : /^\/+/, ''),
    );
  }
  if (segments.includes('..')) return wrong('has `..` in it, and no path does');
  if (segments.includes('.')) {
    const without = segments.filter((it) => it !== '.').join('/');
    return wrong('has `.` for a folder, and no path does', without === '' ? '**' : without);
  }
  if (body.endsWith('/')) {
    return wrong('ends with `/`, and only files have paths', `${body.replace(/\/+$/, '')}/**`);
  }
  if (segments.includes(''))
    return wrong('has `//`, and no path does', body.replace(/\/{2,}/g, '/'));
  return undefined;
}

/** What other languages of patterns have and this one takes by the letter. */
function foreignMark(pattern: string): Wrong | undefined {
  const { mark, body } = split(pattern);
  const [group] = /^\([^()]*\)|[@+?*!]\([^()]*\)/.exec(mark + body) ?? [];
  if (group !== undefined && (mark === '' || !group.startsWith('('))) {
    const problem = `\`${group}\` is taken by the letter; write each name out, and exclude by a pattern of its own with \`!\` in front`;
    return { problem, unless: group };
  }
  const [braces] = /\{[^{}]*(?:,|\.\.)[^{}]*\}/.exec(body) ?? [];
  if (braces !== undefined) {
    const each = expanded(body).map((it) => `\`${mark}${it}\``);
    const problem = `\`${braces}\` is taken by the letter; write a pattern for each, as ${each.join(', ')}`;
    return { problem, unless: braces };
  }
  const [brackets] = /\[[^\]/]+\]/.exec(body) ?? [];
  if (brackets !== undefined) {
    const problem = `\`${brackets}\` is taken by the letter; write a pattern for each, or \`?\` for any one character`;
    return { problem, unless: brackets };
  }
  return undefined;
}

function split(pattern: string): { mark: '!' | ''; body: string } {
  return pattern.startsWith('!')
    ? { mark: '!', body: pattern.slice(1) }
    : { mark: '', body: pattern };
}

const mostExpanded = 8;

/** `{a,b}` as patterns of their own, as far as that is short enough to be read. */
function expanded(pattern: string): string[] {
  const [whole, before = '', inner = '', after = ''] =
    /^([^{]*)\{([^{}]*)\}(.*)$/.exec(pattern) ?? [];
  if (whole === undefined || !inner.includes(',')) return [pattern];
  const all = inner.split(',').flatMap((word) => expanded(`${before}${word}${after}`));
  return all.slice(0, mostExpanded);
}
