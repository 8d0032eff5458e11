import { describe, expect, it } from 'vitest';
import type { SourceProblem } from '../../src/model/source-problem.ts';
import { chooseAnnotations, type LaneProblems } from '../../src/report/annotations.ts';

function problems(count: number, some: Partial<SourceProblem> = {}): SourceProblem[] {
  return Array.from({ length: count }, (_, n) => ({
    level: 'error',
    file: 'src/lib.rs',
    line: n + 1,
    message: `problem ${n + 1}`,
    ...some,
  }));
}

function lane(some: Partial<LaneProblems> = {}): LaneProblems {
  return { lane: 'unit', failure: 'it failed', problems: [], dropped: 0, ...some };
}

const chosen = (lanes: readonly LaneProblems[], changed: readonly string[] = []): string[] => {
  const { annotations, more } = chooseAnnotations(lanes, changed);
  const texts = annotations.map(({ level, message, place }) =>
    place === undefined ? `${level} ${message}` : `${level} ${place.file}:${place.line} ${message}`,
  );
  return [...texts, `${more} more`];
};

describe('annotations', () => {
  it('say why a lane failed, then what it reports, with its place', () => {
    const problem = { ...problems(1)[0], column: 5, title: 'E0308' } as SourceProblem;
    expect(chooseAnnotations([lane({ problems: [problem] })], [])).toEqual({
      annotations: [
        { level: 'error', message: 'unit: it failed', place: undefined },
        {
          level: 'error',
          message: 'problem 1',
          place: { file: 'src/lib.rs', line: 1, column: 5, title: 'E0308' },
        },
      ],
      more: 0,
    });
  });

  it('are ten of each level, and the others are counted', () => {
    const warnings = (count: number): SourceProblem[] =>
      problems(count, { level: 'warning', file: 'src/main.rs' });
    const countOf = (
      lanes: readonly LaneProblems[],
    ): [errors: number, warnings: number, more: number] => {
      const { annotations, more } = chooseAnnotations(lanes, []);
      const errors = annotations.filter(({ level }) => level === 'error').length;
      return [errors, annotations.length - errors, more];
    };
    // The lane's own takes one place.
    expect(countOf([lane({ problems: [...problems(9), ...warnings(10)] })])).toEqual([10, 10, 0]);
    expect(countOf([lane({ problems: [...problems(10), ...warnings(10)] })])).toEqual([10, 10, 1]);
    expect(countOf([lane({ problems: [...problems(10), ...warnings(11)] })])).toEqual([10, 10, 2]);
    expect(countOf([lane({ failure: undefined, problems: warnings(11), dropped: 5 })])).toEqual([
      0, 10, 6,
    ]);
    const lanes = Array.from({ length: 11 }, (_, n) => lane({ lane: `lane-${n}` }));
    expect(countOf(lanes.slice(1))).toEqual([10, 0, 0]);
    expect(countOf(lanes)).toEqual([10, 0, 1]);
  });

  it('begin with what the change touches, and else keep the order of the output', () => {
    const found = [
      ...problems(1, { file: 'a.c' }),
      ...problems(1, { file: 'b.c' }),
      ...problems(1, { file: 'c.c' }),
    ];
    expect(chosen([lane({ failure: undefined, problems: found })], ['b.c'])).toEqual([
      'error b.c:1 problem 1',
      'error a.c:1 problem 1',
      'error c.c:1 problem 1',
      '0 more',
    ]);
  });

  it('give each lane its turn, and say once what several report', () => {
    const of = (name: string): SourceProblem[] => problems(20, { file: name });
    const texts = chosen([
      lane({ lane: 'a', problems: [...problems(1), ...of('a.c')] }),
      lane({ lane: 'b', problems: [...problems(1), ...of('b.c')] }),
    ]);
    expect(texts.slice(0, 6)).toEqual([
      'error a: it failed',
      'error b: it failed',
      'error src/lib.rs:1 problem 1',
      'error a.c:1 problem 1',
      'error b.c:1 problem 1',
      'error a.c:2 problem 2',
    ]);
    expect(texts.at(-1)).toBe('33 more');
  });

  it('are none where nothing is wrong', () => {
    expect(chosen([lane({ failure: undefined })])).toEqual(['0 more']);
  });
});
