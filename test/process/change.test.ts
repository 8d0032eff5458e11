import { describe, expect, it } from 'vitest';
import type { ChangedPaths } from '../../src/model/changed-paths.ts';
import { changedPaths } from '../../src/repository/change.ts';
import { openRepository } from '../../src/repository/git.ts';
import { Project } from '../support/project.ts';

async function change(
  project: Project,
  base: string | undefined,
  head = 'HEAD',
): Promise<ChangedPaths> {
  return changedPaths(await openRepository(project.root), base, head);
}

describe('the paths of a change', () => {
  it('are those between the merge base and the head', async () => {
    using project = new Project().file('old', '1');
    const base = project.commit();
    project.git('switch', '--quiet', '--create', 'topic');
    project.file('mine', '1').commit();
    project.git('switch', '--quiet', 'main');
    project.file('theirs', '1').commit();
    project.git('switch', '--quiet', 'topic');
    expect(await change(project, 'main')).toMatchObject({ kind: 'known', paths: ['mine'] });
    expect(await change(project, base)).toMatchObject({ kind: 'known', paths: ['mine'] });
  });

  it('have both names of a file that moved', async () => {
    using project = new Project().file('old/a.txt', 'the same content\n'.repeat(20));
    const base = project.commit();
    project.git('mv', 'old', 'new');
    project.commit();
    expect(await change(project, base)).toMatchObject({ paths: ['new/a.txt', 'old/a.txt'] });
  });

  it('have names as they are, whatever is in them', async () => {
    using project = new Project().file('x', '1');
    const base = project.commit();
    const names = [' leading', 'line\nbreak', 'tab\there', 'äöü', '"quoted"'];
    for (const name of names) project.file(name, '1');
    project.commit();
    const found = await change(project, base);
    expect(found.kind === 'known' && [...found.paths].sort()).toEqual(names.sort());
  });

  it('have deleted files and new modes', async () => {
    using project = new Project().file('gone', '1').file('mode', '1');
    const base = project.commit();
    project.remove('gone').file('mode', '1', 0o755).commit();
    expect(await change(project, base)).toMatchObject({ paths: ['gone', 'mode'] });
  });
});

describe('a change is unknown', () => {
  it.each([
    ['without a base', undefined, 'HEAD', 'no base to compare with is known'],
    [
      'when its base is not here',
      '1234567890123456789012345678901234567890',
      'HEAD',
      'is neither in this checkout nor to be had from origin',
    ],
    ['when its head is not here', 'HEAD', 'nowhere', 'head nowhere is neither in this checkout'],
    [
      'for a base that looks like a flag',
      '--help',
      'HEAD',
      'base --help is neither in this checkout',
    ],
  ])('%s', async (_, base, head, why) => {
    using project = new Project().file('x', '1');
    project.commit();
    const found = await change(project, base, head);
    expect(found).toMatchObject({ kind: 'unknown', why: expect.stringContaining(why) as string });
  });

  it('between histories that share nothing', async () => {
    using project = new Project().file('x', '1');
    project.commit();
    project.git('switch', '--quiet', '--orphan', 'island');
    project.file('y', '1').commit();
    expect(await change(project, 'main')).toMatchObject({ kind: 'unknown' });
  });
});
