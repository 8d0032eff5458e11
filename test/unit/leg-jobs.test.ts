import { describe, expect, it } from 'vitest';
import type { PlannedLeg } from '../../src/model/report-plan.ts';
import { matchJobs } from '../../src/outcome/leg-jobs.ts';

// GitHub tells a lane's job by nothing but its name.

const long = 'x'.repeat(120);

function planned(title: string, group: string): PlannedLeg {
  return { id: title, target: group, scope: { kind: 'lane', lane: title }, title, group };
}

/** What each title is taken for: a job's name, or why it is none. */
function matched(
  titles: readonly string[],
  jobNames: readonly string[],
  ownName: string | undefined = 'pikaci',
): string[] {
  const include = titles.map((title) => planned(title, title));
  const jobs = jobNames.map((name, index) => ({ name, url: `${index}`, conclusion: 'success' }));
  const found = matchJobs({ include, grouping: 'lane' }, jobs, ownName);
  return include.map((leg) => {
    const match = found.get(leg) ?? { kind: 'none' };
    return match.kind === 'found' ? match.job.name : match.kind;
  });
}

describe('a lane’s job', () => {
  it.each<[string, string[], string[], string | undefined, string[]]>([
    ['has its title for a name', ['unit'], ['web / unit', 'unit'], 'pikaci', ['unit']],
    ['is not one that ends alike', ['unit'], ['web / unit'], 'pikaci', ['none']],
    ['is not one that its title begins with', ['lint / unit'], ['lint'], 'pikaci', ['none']],
    ['is not one in other letters', ['unit'], ['Unit'], 'pikaci', ['none']],
    [
      'stands behind the caller of the report',
      ['web / unit', 'unit'],
      ['ci / web / unit', 'web / unit', 'ci / unit', 'unit'],
      'ci / pikaci',
      ['ci / web / unit', 'ci / unit'],
    ],
    [
      'stands behind all of its callers',
      ['unit'],
      ['b / unit', 'a / unit'],
      'a / b / pikaci',
      ['none'],
    ],
    ['is known behind two callers', ['unit'], ['a / b / unit'], 'a / b / pikaci', ['a / b / unit']],
    ['has no caller where the report is not found', ['unit'], ['ci / unit'], undefined, ['none']],
    ['may be one of two', ['unit'], ['unit', 'unit'], 'pikaci', ['ambiguous']],
    [
      'has a name that GitHub cut',
      [long],
      [`${'x'.repeat(97)}...`],
      'pikaci',
      [`${'x'.repeat(97)}...`],
    ],
    [
      'has a name that GitHub cut behind its caller',
      [long],
      [`ci / ${'x'.repeat(92)}...`],
      'ci / pikaci',
      [`ci / ${'x'.repeat(92)}...`],
    ],
    [
      'shares what is left of its name with another lane',
      [`${long} / a`, `${long} / b`],
      [`${'x'.repeat(97)}...`],
      'pikaci',
      ['ambiguous', 'ambiguous'],
    ],
    [
      'has its whole name beside one that is cut',
      [long],
      [`${'x'.repeat(97)}...`, long],
      'pikaci',
      [long],
    ],
  ])('%s', (_, titles, jobs, ownName, expected) => {
    expect(matched(titles, jobs, ownName)).toEqual(expected);
  });

  it('is its target’s where that has one for all, whatever stands in the titles', () => {
    const include = [
      planned('check / rust / unit', 'check / rust'),
      planned('check / web / unit', 'check / web'),
    ];
    const names = ['check', 'check / web', 'check / rust'];
    const jobs = names.map((name) => ({ name, url: name, conclusion: 'success' }));
    const found = matchJobs({ include, grouping: 'target' }, jobs);
    expect(include.map((leg) => found.get(leg))).toEqual([
      { kind: 'found', job: jobs[2] },
      { kind: 'found', job: jobs[1] },
    ]);
  });
});
