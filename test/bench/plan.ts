// `npm run bench:plan`: matching many paths against many patterns, beside what one would use else.
// Prints ratios; absolute times are this machine's.
import picomatch from 'picomatch';
import { compileLists } from '../../src/plan/path-matcher.ts';

interface Workload {
  name: string;
  lists: readonly (readonly string[])[];
}

const areas = ['rust', 'ios', 'android', 'web', 'server', 'docs', 'tools', 'nix', 'crates', 'apps'];
const extensions = ['rs', 'ts', 'swift', 'kt', 'md', 'toml', 'json', 'nix'];

/** Paths as a large repository has them, a dozen files a folder; the same in every run. */
function makePaths(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const folder = Math.floor(n / 12);
    const area = areas[folder % areas.length] ?? '';
    const extension = extensions[(n * 7) % extensions.length] ?? '';
    return `${area}/part-${folder % 97}/src/module-${folder % 1009}/file-${n}.${extension}`;
  });
}

/** As manifests mostly have them: folders, and single files at the root. */
function makeUsualLists(lists: number, patterns: number): string[][] {
  return Array.from({ length: lists }, (_, list) =>
    Array.from({ length: patterns }, (_pattern, n) =>
      n % 5 === 0
        ? `config-${list}-${n}.toml`
        : `${areas[(list + n) % areas.length] ?? ''}/part-${(list * 31 + n) % 97}/**`,
    ),
  );
}

/** The worst of them: wild segments at every depth, exclusions, names of single files. */
function makeLists(lists: number, patterns: number): string[][] {
  return Array.from({ length: lists }, (_, list) =>
    Array.from({ length: patterns }, (_pattern, n) => {
      const area = areas[(list + n) % areas.length] ?? '';
      const extension = extensions[n % extensions.length] ?? '';
      switch (n % 5) {
        case 0:
          return `${area}/part-${(list * 31 + n) % 97}/**`;
        case 1:
          return `${area}/**/module-${(list + n * 13) % 1009}/*.${extension}`;
        case 2:
          return `${area}/part-${n % 97}/src/module-${(n * 17) % 1009}/file-${n}.${extension}`;
        case 3:
          return `!${area}/part-${(n * 3) % 97}/**/*.md`;
        default:
          return `**/file-${list * 1000 + n}.${extension}`;
      }
    }),
  );
}

/** Pattern by pattern, a compiled matcher each, the last match decides. */
function withPicomatch(lists: Workload['lists']): (path: string) => number {
  const compiled = lists.map((patterns) =>
    patterns.map((text) => ({
      excludes: text.startsWith('!'),
      matches: picomatch(text.replace(/^!/, ''), { dot: true }),
    })),
  );
  return (path) => {
    let count = 0;
    for (const patterns of compiled) {
      const last = patterns.findLast(({ matches }) => matches(path));
      if (last !== undefined && !last.excludes) count += 1;
    }
    return count;
  };
}

function regExpSource(pattern: string): string {
  return pattern
    .replace(/^!/, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (it) =>
      it === '**/' ? '(?:.*/)?' : it === '**' ? '.*' : it === '*' ? '[^/]*' : '[^/]',
    );
}

/** The naive translation: one regular expression a pattern. */
function withRegExps(lists: Workload['lists']): (path: string) => number {
  const compiled = lists.map((patterns) =>
    patterns.map((text) => ({
      excludes: text.startsWith('!'),
      regExp: new RegExp(`^${regExpSource(text)}$`, 's'),
    })),
  );
  return (path) => {
    let count = 0;
    for (const patterns of compiled) {
      const last = patterns.findLast(({ regExp }) => regExp.test(path));
      if (last !== undefined && !last.excludes) count += 1;
    }
    return count;
  };
}

/** The least that an engine of regular expressions can do; knows neither exclusions nor reasons. */
function withJoinedRegExps(lists: Workload['lists']): (path: string) => number {
  const compiled = lists.map(
    (patterns) => new RegExp(`^(?:${patterns.map(regExpSource).join('|')})$`, 's'),
  );
  return (path) => compiled.filter((regExp) => regExp.test(path)).length;
}

function time(
  prepare: () => (path: string) => number,
  paths: readonly string[],
): { ms: number; hits: number } {
  const start = performance.now();
  const count = prepare();
  let hits = 0;
  for (const path of paths) hits += count(path);
  return { ms: performance.now() - start, hits };
}

// As they come from git: slices of one text, not built up piece by piece.
const paths = makePaths(100_000).join('\0').split('\0');
const workloads: Workload[] = [
  { name: '10 lanes of 275 patterns in all × 100,000 paths', lists: makeUsualLists(10, 27.5) },
  { name: '10 lanes × 275 usual patterns × 100,000 paths', lists: makeUsualLists(10, 275) },
  { name: '10 lanes × 275 wild patterns × 100,000 paths', lists: makeLists(10, 275) },
  { name: '100 targets × 30 wild patterns × 100,000 paths', lists: makeLists(100, 30) },
];

for (const { name, lists } of workloads) {
  const ours = (): ((path: string) => number) => {
    const matcher = compileLists(lists);
    return (path) => matcher.match(path).length;
  };
  console.log(`${name}, compiling included`);
  const cold = time(ours, paths);
  const warm = Array.from({ length: 5 }, () => time(ours, paths).ms).sort((a, b) => a - b)[2] ?? 0;
  console.log(
    `  ours, cold                 ${cold.ms.toFixed(1)} ms; median of five more ${warm.toFixed(1)} ms`,
  );
  const peers: [string, (lists: Workload['lists']) => (path: string) => number][] = [
    ['one regular expression a pattern', withRegExps],
    ['picomatch, a matcher a pattern', withPicomatch],
  ];
  if (!lists.flat().some((pattern) => pattern.startsWith('!')))
    peers.unshift(['one regular expression a lane', withJoinedRegExps]);
  for (const [peer, prepare] of peers) {
    const sample = prepare === withJoinedRegExps ? 1 : 100;
    const some = paths.filter((_, n) => n % sample === 0);
    const theirs = time(() => prepare(lists), some);
    const mine = time(ours, some);
    if (theirs.hits !== mine.hits)
      throw new Error(`${peer} finds ${theirs.hits}, ours ${mine.hits}`);
    const all = theirs.ms * sample;
    const from = sample === 1 ? '' : ` (from every ${sample}th path)`;
    console.log(
      `  ${peer.padEnd(34)} ${all.toFixed(0)} ms${from}: ${(all / cold.ms).toFixed(1)} times ours`,
    );
  }
}
