import { describe, expect, it } from 'vitest';
import type { ChangedPaths } from '../../src/model/changed-paths.ts';
import type { Manifest, Target } from '../../src/model/target.ts';
import { laneWord, scopeOfInputs } from '../../src/model/leg-scope.ts';
import { chooseLanes, chooseTargets } from '../../src/plan/choose-targets.ts';
import { cappedPaths, checkOutput, matrixLegs } from '../../src/plan/matrix.ts';
import { planChange } from '../../src/plan/select.ts';
import { lane, target } from '../support/samples.ts';

const rust = target({
  id: 'rust',
  paths: ['rust/**'],
  lanes: [lane({ id: 'unit' }), lane({ id: 'e2e' })],
});
const docs = target({
  id: 'docs',
  paths: ['docs/**', '!docs/internal/**'],
  lanes: [lane({ id: 'docs' })],
});
const always = target({ id: 'always', lanes: [lane({ id: 'lint' })] });
const nightly = target({
  id: 'deep',
  trigger: 'nightly',
  paths: ['never'],
  lanes: [lane({ id: 'deep' })],
});
const manifest: Manifest = {
  path: 'pikaci.toml',
  sources: ['pikaci.toml', '.github/pikaci.toml'],
  targets: [rust, docs, always, nightly],
};

const changed = (...paths: string[]): ChangedPaths => ({
  kind: 'known',
  base: 'b',
  head: 'h',
  mergeBases: ['b'],
  paths,
  covers: [],
  notes: [],
});
const moved = (...covers: string[]) => ({ ...changed(...covers), covers }) as ChangedPaths;
const selected = (word: string, change: ChangedPaths): string[] => {
  const { mode, targets } = chooseTargets(manifest, [word]);
  return planChange(manifest, targets, mode, change).include.map(({ id }) => id);
};

describe('a change selects', () => {
  it.each<[string, ChangedPaths, string[]]>([
    [
      'the targets whose paths it touches, and those without filters',
      changed('rust/a.rs'),
      ['unit', 'e2e', 'lint'],
    ],
    ['nothing by an excluded path', changed('docs/internal/x.md'), ['lint']],
    ['by any of its paths', changed('README.md', 'docs/a.md'), ['docs', 'lint']],
    [
      'everything when the manifest changed',
      changed('pikaci.toml'),
      ['unit', 'e2e', 'docs', 'lint'],
    ],
    [
      'everything when another manifest would be found first',
      changed('.github/pikaci.toml'),
      ['unit', 'e2e', 'docs', 'lint'],
    ],
    [
      'everything when a link or submodule that leads to the manifest moved',
      moved('.github'),
      ['unit', 'e2e', 'docs', 'lint'],
    ],
    ['what may lie below a submodule that moved', moved('rust/vendor'), ['unit', 'e2e', 'lint']],
    ['nothing more where all below it is excluded', moved('docs/internal/lib'), ['lint']],
    ['everything when it has no paths', changed(), ['unit', 'e2e', 'docs', 'lint']],
    [
      'everything when it is unknown',
      { kind: 'unknown', base: null, head: null, why: 'no base' },
      ['unit', 'e2e', 'docs', 'lint'],
    ],
  ])('%s', (_, change, expected) => {
    expect(selected('branch', change)).toEqual(expected);
  });

  it('every nightly lane, whatever it touches', () => {
    expect(selected('nightly', changed('x'))).toEqual(['deep']);
  });

  it('all there is, when all is asked for', () => {
    expect(selected('all', changed('x'))).toEqual(['unit', 'e2e', 'docs', 'lint', 'deep']);
  });
});

it('says why a lane is skipped, and counts what is selected', () => {
  const plan = planChange(manifest, [rust, docs], 'branch', changed('docs/a.md'));
  expect(plan).toMatchObject({
    schema_version: 1,
    selected_count: 1,
    selected_titles: ['docs'],
    skipped: [
      { id: 'unit', target: 'rust', reason: 'no changed path matches' },
      { id: 'e2e', target: 'rust', reason: 'no changed path matches' },
    ],
    include: [
      {
        id: 'docs',
        target: 'docs',
        lane: 'docs',
        title: 'docs',
        group: 'docs',
        runner: 'host_local',
        runs_on: 'ubuntu-latest',
        timeout_minutes: 35,
        concurrency_group: 'docs',
        mode: 'branch',
      },
    ],
    notes: [],
  });
});

describe('a name stands for', () => {
  it('its target with all lanes', () => {
    expect(chooseLanes(manifest, 'rust', []).lanes.map(({ id }) => id)).toEqual(['unit', 'e2e']);
  });
  it('a single lane, when no target has it', () => {
    const { target: found, lanes } = chooseLanes(manifest, 'e2e', []);
    expect([found.id, lanes.map(({ id }) => id)]).toEqual(['rust', ['e2e']]);
  });
  it('the target, where it is both', () => {
    const both: Target = target({ id: 'unit', lanes: [lane({ id: 'other' })] });
    const { target: found } = chooseLanes({ ...manifest, targets: [rust, both] }, 'unit', []);
    expect(found).toBe(both);
  });
  it('nothing, when it is unknown', () => {
    expect(() => chooseLanes(manifest, 'rusty', [])).toThrow('target_unknown');
    expect(() => chooseLanes(manifest, 'rust', ['units'])).toThrow('lane_unknown');
  });
});

describe('what a leg is told to run', () => {
  it.each<[string, string | undefined, readonly string[], string]>([
    ['all lanes, where it is told none', undefined, ['unit', 'e2e'], ''],
    ['the lane that it is told', 'unit', ['unit', 'e2e'], 'unit'],
    ['a lane that its target lacks', 'units', ['unit', 'e2e'], 'units'],
    ['all lanes, where it is told the target once more', 'rust', ['unit', 'e2e'], ''],
    ['all lanes, where the one that there is has that name', 'rust', ['rust'], ''],
    ['the lane of that name, where there are others', 'rust', ['rust', 'lint'], 'rust'],
    ['all lanes, where it is told the target and nobody knows its lanes', 'rust', [], ''],
  ])('is %s', (_, told, lanes, expected) => {
    expect(laneWord(scopeOfInputs('rust', told, lanes))).toBe(expected);
  });
});

describe('the matrix', () => {
  const plan = planChange(manifest, [rust, docs], 'branch', changed('rust/a', 'docs/a'));

  it('has a leg a lane', () => {
    expect(matrixLegs(plan, 'lane').map(({ id, target: of }) => [id, of])).toEqual([
      ['unit', 'rust'],
      ['e2e', 'rust'],
      ['docs', 'docs'],
    ]);
  });

  it('has a leg a target, which `run` takes for all of its lanes', () => {
    const legs = matrixLegs(plan, 'target');
    expect(legs).toMatchObject([
      { id: 'rust', target: 'rust', title: 'rust', timeout_minutes: 70 },
      { id: 'docs', target: 'docs', title: 'docs', timeout_minutes: 35 },
    ]);
    for (const { id, target: of, lane: word } of legs) {
      expect(word).toBe('');
      for (const words of [[], [id]]) {
        const { lanes } = chooseLanes(manifest, of, words);
        expect(lanes).toEqual(manifest.targets.find((it) => it.id === of)?.lanes);
      }
    }
  });

  it('calls a leg of all lanes what its target is called, to the letter', () => {
    const slashed = target({ ...rust, title: 'check / rust' });
    const titled = planChange({ ...manifest, targets: [slashed] }, [slashed], 'all', changed('x'));
    expect(matrixLegs(titled, 'lane').map(({ title, group }) => [title, group])).toEqual([
      ['check / rust / unit', 'check / rust'],
      ['check / rust / e2e', 'check / rust'],
    ]);
    expect(matrixLegs(titled, 'target')).toMatchObject([
      { title: 'check / rust', group: 'check / rust' },
    ]);
  });

  it('has a leg for a lane of its target’s name, which is run alone', () => {
    const check = target({ id: 'check', lanes: [lane({ id: 'check' }), lane({ id: 'lint' })] });
    const own = { ...manifest, targets: [check] };
    const made = planChange(own, [check], 'all', changed('x'));
    const run = (word: string): string[] =>
      chooseLanes(own, 'check', word === '' ? [] : [word]).lanes.map(({ id }) => id);
    expect(matrixLegs(made, 'lane').map((leg) => [leg.id, run(leg.lane)])).toEqual([
      ['check', ['check']],
      ['lint', ['lint']],
    ]);
    expect(matrixLegs(made, 'target').map((leg) => [leg.id, run(leg.lane)])).toEqual([
      ['check', ['check', 'lint']],
    ]);
  });

  it('has no more than GitHub takes', () => {
    const many = (count: number): Target =>
      target({ id: 't', lanes: Array.from({ length: count }, (_, n) => lane({ id: `l${n}` })) });
    const of = (count: number) => planChange(manifest, [many(count)], 'all', changed('x'));
    expect(matrixLegs(of(256), 'lane')).toHaveLength(256);
    expect(() => matrixLegs(of(257), 'lane')).toThrow('matrix_too_large');
    expect(matrixLegs(of(257), 'target')).toHaveLength(1);
  });

  it('never has an output over a megabyte of UTF-16', () => {
    expect(checkOutput('matrix', 'x'.repeat(512 * 1024))).toHaveLength(512 * 1024);
    expect(() => checkOutput('matrix', 'x'.repeat(512 * 1024 + 1))).toThrow('output_too_large');
    const paths = Array.from({ length: 100_000 }, (_, n) => `some/long/path/to/file-${n}`);
    const capped = cappedPaths(paths);
    expect(capped.length * 2).toBeLessThan(1024 * 1024);
    expect(paths.slice(0, 1000)).toEqual((JSON.parse(capped) as string[]).slice(0, 1000));
  });
});

it('a plan is the same to the byte whenever it is made', () => {
  const make = (): string =>
    JSON.stringify(planChange(manifest, manifest.targets, 'branch', changed('docs/a', 'rust/b')));
  expect(make()).toBe(make());
  expect(JSON.parse(make())).toMatchObject({
    selected: [
      { id: 'unit', reason: '`rust/**` matches rust/b' },
      { id: 'e2e', reason: '`rust/**` matches rust/b' },
      { id: 'docs', reason: '`docs/**` matches docs/a' },
      { id: 'lint', reason: 'the target has no path filter' },
    ],
    skipped: [{ id: 'deep', reason: 'no changed path matches' }],
  });
});
