import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changedPaths, differences, isDirty } from '../../src/repository/change.ts';
import { openRepository } from '../../src/repository/git.ts';
import { unlikeHead } from '../../src/repository/unlike-head.ts';
import { commonHistory } from '../../src/repository/history.ts';
import { Project } from '../support/project.ts';

/** Everything at once that could make git tell less, or something else. */
const hostileConfig = (folder: string): readonly (readonly [string, string])[] => [
  ['diff.ignoreSubmodules', 'all'],
  ['submodule.vendor/lib.ignore', 'all'],
  ['diff.renames', 'copies'],
  ['diff.relative', 'true'],
  ['diff.noprefix', 'true'],
  ['diff.orderFile', join(folder, 'no-such-order')],
  ['diff.external', join(folder, 'program')],
  ['diff.wordRegex', '.'],
  ['diff.submodule', 'log'],
  ['diff.nothing.textconv', join(folder, 'program')],
  ['diff.nothing.command', join(folder, 'program')],
  ['core.quotePath', 'true'],
  ['core.fsmonitor', join(folder, 'program')],
  ['core.hooksPath', folder],
  ['core.trustctime', 'false'],
  ['core.checkStat', 'minimal'],
  ['core.untrackedCache', 'true'],
  ['core.pager', join(folder, 'program')],
  ['color.ui', 'always'],
  ['color.diff', 'always'],
  ['color.status', 'always'],
  ['column.ui', 'always'],
  ['status.branch', 'true'],
  ['status.showStash', 'true'],
  ['status.relativePaths', 'true'],
  ['status.renames', 'copies'],
  ['status.showUntrackedFiles', 'no'],
  ['status.submoduleSummary', 'true'],
  ['log.showSignature', 'true'],
];

let folder: string;
let ran: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pikaci-hostile-git-'));
  ran = join(folder, 'ran');
  mkdirSync(join(folder, 'attributes'));
  writeFileSync(join(folder, 'attributes', 'all'), '* diff=nothing -diff\n');
  for (const name of ['program', 'post-index-change', 'reference-transaction', 'fsmonitor']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "$0" >>"${ran}"\n`);
    chmodSync(join(folder, name), 0o755);
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A change that renames a file, moves a submodule and edits `.gitmodules`. */
function changeOf(project: Project): string {
  project.file('old/a.txt', 'the same content\n'.repeat(20));
  project.file('sub/b.txt', '1').file('ä.txt', '1');
  const ids = ['1', '2'].map((digit) => digit.repeat(40));
  const gitlink = (id = ''): string =>
    project.git('update-index', '--add', '--cacheinfo', `160000,${id},vendor/lib`);
  const modules = '[submodule "vendor/lib"]\n\tpath = vendor/lib\n\turl = ./lib\n';
  project.file('.gitmodules', modules).git('add', '--all');
  gitlink(ids[0]);
  project.git('commit', '--quiet', '--message', 'base');
  const base = project.git('rev-parse', 'HEAD').trim();
  project.file('.gitmodules', `${modules}\tignore = all\n`).file('.gitattributes', '* -diff\n');
  project.file('ä.txt', '2').git('mv', 'old', 'new');
  project.git('add', '--all');
  gitlink(ids[1]);
  project.git('commit', '--quiet', '--message', 'head');
  return base;
}

const changed = ['.gitattributes', '.gitmodules', 'new/a.txt', 'old/a.txt', 'vendor/lib', 'ä.txt'];

const throughEnvironment = (pairs: readonly (readonly [string, string])[]): void => {
  vi.stubEnv('GIT_CONFIG_COUNT', String(pairs.length));
  for (const [index, [key, value]] of pairs.entries()) {
    vi.stubEnv(`GIT_CONFIG_KEY_${index}`, key);
    vi.stubEnv(`GIT_CONFIG_VALUE_${index}`, value);
  }
};
const throughFile = (file: string, pairs: readonly (readonly [string, string])[]): void => {
  const lines = pairs.map(([key, value]) => {
    const [, section = '', , middle, name = ''] = /^([^.]+)(\.(.+))?\.([^.]+)$/.exec(key) ?? [];
    const heading = middle === undefined ? `[${section}]` : `[${section} "${middle}"]`;
    return `${heading}\n\t${name} = ${JSON.stringify(value)}\n`;
  });
  writeFileSync(file, lines.join(''));
};

describe('which paths changed', () => {
  it.each<[string, (project: Project) => void]>([
    [
      'the repository’s configuration',
      (project) => {
        for (const [key, value] of hostileConfig(folder)) project.git('config', key, value);
      },
    ],
    [
      'the user’s configuration',
      () => {
        throughFile(join(folder, 'user'), hostileConfig(folder));
        vi.stubEnv('GIT_CONFIG_GLOBAL', join(folder, 'user'));
      },
    ],
    [
      'the system’s configuration',
      () => {
        throughFile(join(folder, 'system'), hostileConfig(folder));
        vi.stubEnv('GIT_CONFIG_SYSTEM', join(folder, 'system'));
      },
    ],
    ['configuration in the environment', () => throughEnvironment(hostileConfig(folder))],
    [
      'parameters of a git around us',
      () => {
        const pairs = hostileConfig(folder).map(([key, value]) => `'${key}'='${value}'`);
        vi.stubEnv('GIT_CONFIG_PARAMETERS', pairs.join(' '));
      },
    ],
    [
      'attributes of the repository',
      (project) =>
        writeFileSync(join(project.root, '.git', 'info', 'attributes'), '* -diff diff=nothing\n'),
    ],
    [
      'the environment',
      () => {
        const variables = {
          GIT_EXTERNAL_DIFF: join(folder, 'program'),
          GIT_DIFF_OPTS: '-u0',
          GIT_PAGER: join(folder, 'program'),
          GIT_DIR: folder,
          GIT_WORK_TREE: folder,
          GIT_INDEX_FILE: join(folder, 'index'),
          GIT_OBJECT_DIRECTORY: folder,
          GIT_COMMON_DIR: folder,
          GIT_NAMESPACE: 'elsewhere',
          GIT_LITERAL_PATHSPECS: '1',
          GIT_ICASE_PATHSPECS: '1',
          GIT_PREFIX: 'sub/',
          GIT_SHALLOW_FILE: join(folder, 'program'),
          GIT_TRACE: '1',
          GIT_CEILING_DIRECTORIES: '/',
        };
        for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
      },
    ],
  ])('is told alike whatever %s says', async (_, sabotage) => {
    using project = new Project();
    const base = changeOf(project);
    sabotage(project);
    const repository = await openRepository(join(project.root, 'sub'));
    const found = await changedPaths(repository, base, 'HEAD');
    expect(found).toMatchObject({ kind: 'known', paths: changed, covers: ['vendor/lib'] });
    project.file('untracked/new.txt', '1').file('sub/b.txt', '2');
    expect(await isDirty(repository)).toBe(true);
    const { paths } = await differences(repository);
    expect(paths).toEqual(expect.arrayContaining(['sub/b.txt', 'untracked/new.txt']));
    expect(() => rmSync(ran)).toThrow('ENOENT');
  });

  it('is not changed by replaced commits', async () => {
    using project = new Project();
    const base = changeOf(project);
    project.git('replace', project.git('rev-parse', 'HEAD').trim(), base);
    const found = await changedPaths(await openRepository(project.root), base, 'HEAD');
    expect(found).toMatchObject({ kind: 'known', paths: changed });
  });

  it('is not changed by grafts', async () => {
    using project = new Project().file('a', '1');
    const base = project.commit();
    const middle = project.file('b', '1').commit();
    const head = project.file('c', '1').commit();
    project.file('.git/info/grafts', `${middle}\n${base} ${head}\n`);
    const history = await commonHistory(await openRepository(project.root), base, head);
    expect(history).toMatchObject({ kind: 'found', mergeBases: [base] });
  });
});

describe('what a work tree holds otherwise than its head', () => {
  it('has files that git was told to take for unchanged', async () => {
    using project = new Project().file('a', '1').file('b', '1');
    project.commit();
    project.git('update-index', '--assume-unchanged', 'a');
    project.file('a', '2');
    const { paths } = await differences(await openRepository(project.root));
    expect(paths).toEqual(['a']);
  });

  it('tells submodules and repositories within as what stands for more', async () => {
    using project = new Project().file('a', '1').link('to', 'a');
    const moved = nested(project, 'lib');
    project.commit();
    moved();
    project.remove('to').link('to', 'b');
    nested(project, 'inner');
    const { paths, covers } = await differences(await openRepository(project.root));
    expect([...paths].sort()).toEqual(['inner', 'lib', 'to']);
    expect([...covers].sort()).toEqual(['inner', 'lib']);
  });
});

describe('whether a work tree is its head, byte by byte', () => {
  it.each<[string, string[], (project: Project) => void]>([
    ['is as it was committed', [], () => undefined],
    ['has a file more', ['b'], (project) => project.file('b', '1')],
    ['has a file less', ['a'], (project) => project.remove('a')],
    ['has another mode', ['a'], (project) => project.file('a', '1', 0o755)],
    [
      'has a file of the same size with the time of the old one',
      ['a'],
      (project) => project.file('a', '2').touch('a', long),
    ],
    [
      'has a file that git was told to take for unchanged',
      ['a'],
      (project) => {
        project.git('update-index', '--assume-unchanged', 'a');
        project.file('a', '2');
      },
    ],
    [
      'has staged what is not committed',
      ['a'],
      (project) => project.file('a', '2').git('add', 'a'),
    ],
    ['has a file more in a submodule', ['lib', 'lib/b'], (project) => project.file('lib/b', '1')],
    [
      'has another file in a submodule, of the same size and time',
      ['lib/x'],
      (project) => project.file('lib/x', '2').touch('lib/x', long),
    ],
    ['ignores what its head ignores', [], (project) => project.file('build/out', '1')],
    [
      'ignores no more than its head does',
      ['.gitignore', 'b'],
      (project) => project.file('.gitignore', 'build\n*.evil\n').file('b', '1'),
    ],
    [
      'leaves out what a sparse checkout does',
      [],
      (project) => project.git('sparse-checkout', 'set', '--no-cone', '/a', '/lib', '/.gitignore'),
    ],
  ])('it %s', async (_, expected, change) => {
    using project = new Project().file('a', '1').file('wide/c', '1').file('.gitignore', 'build\n');
    nested(project, 'lib');
    project.touch('a', long).touch('lib/x', long).commit();
    project.git('-C', 'lib', 'update-index', '--refresh');
    change(project);
    expect([...(await unlikeHead(await openRepository(project.root)))].sort()).toEqual(expected);
  });
});

const long = new Date('2020-01-01T00:00:00Z');

/** A repository of its own below `path`; returns what commits something else there. */
function nested(project: Project, path: string): () => void {
  project.git('init', '--quiet', path);
  const commit = (content: string): void => {
    project.file(`${path}/x`, content).git('-C', path, 'add', '--all');
    const who = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.invalid'];
    project.git('-C', path, ...who, 'commit', '--quiet', '--message', content);
  };
  commit('1');
  return () => commit('2');
}
