import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { problemsIn } from '../../src/diagnostics/problems/problems-in.ts';
import { WorkspaceFiles } from '../../src/diagnostics/problems/workspace-files.ts';
import { Project } from '../support/project.ts';

const modules = join(import.meta.dirname, '../../node_modules');

/** What a tool that is installed here says in a project, as problems; the recorded ones may be old. */
function problemsOf(project: Project, program: string, ...args: string[]): string[] {
  const { stdout, stderr } = spawnSync(program, args, { cwd: project.root, encoding: 'utf8' });
  const files = project.git('ls-files', '--others', '--cached').split('\n');
  // In a guest the workspace lies elsewhere.
  const lines = `${stdout}\n${stderr}`.replaceAll(project.root, '/workspace/snapshot').split('\n');
  return problemsIn(lines, new WorkspaceFiles(files)).map(
    ({ level, file, line, column, title }) =>
      `${level} ${file}:${line}:${column ?? ''} ${title ?? ''}`,
  );
}

const node = process.execPath;

it('reads what this TypeScript says, plain and for a terminal', () => {
  using project = new Project().file('src/sums.ts', 'export const sum: string = 1;\n');
  const tsc = [join(modules, 'typescript/bin/tsc'), '--noEmit', 'src/sums.ts'];
  const expected = ['error src/sums.ts:1:14 TS2322'];
  expect(problemsOf(project, node, ...tsc, '--pretty', 'false')).toEqual(expected);
  expect(problemsOf(project, node, ...tsc, '--pretty', 'true')).toEqual(expected);
});

it('reads what this ESLint says, with colours and without', () => {
  using project = new Project()
    .file('src/sums.js', 'var sum = missing;\n')
    .file(
      'eslint.config.mjs',
      "export default [{ rules: { 'no-undef': 'error', 'no-var': 'warn' } }];\n",
    );
  const eslint = [join(modules, 'eslint/bin/eslint.js'), 'src'];
  const expected = ['error src/sums.js:1:11 no-undef', 'warning src/sums.js:1:1 no-var'];
  expect(problemsOf(project, node, ...eslint, '--no-color')).toEqual(expected);
  expect(problemsOf(project, node, ...eslint, '--color')).toEqual(expected);
});

it('reads what this Vitest and the tests of this Node say', () => {
  using project = new Project()
    .file(
      'sums.test.mjs',
      "import { expect, it } from 'vitest';\nit('adds', () => expect(2 - 2).toBe(4));\n",
    )
    .file(
      'own/sums.mjs',
      "import assert from 'node:assert';\nimport test from 'node:test';\ntest('adds', () => assert.equal(2 - 2, 4));\n",
    )
    .file('.gitignore', 'node_modules\n');
  symlinkSync(modules, join(project.root, 'node_modules'));
  const vitest = [join(modules, 'vitest/vitest.mjs'), 'run', '--reporter=default'];
  expect(problemsOf(project, node, ...vitest)).toEqual(['error sums.test.mjs:2:32 AssertionError']);
  for (const reporter of ['spec', 'tap']) {
    const own = problemsOf(project, node, '--test', `--test-reporter=${reporter}`, 'own/sums.mjs');
    const title = reporter === 'spec' ? 'AssertionError' : 'adds';
    expect(own).toEqual([`error own/sums.mjs:3:27 ${title}`]);
  }
});

it('reads what the C compiler says', ({ skip }) => {
  if (spawnSync('cc', ['--version']).status !== 0) skip('there is no C compiler');
  using project = new Project().file('src/sum.c', 'int sum(void) { return missing; }\n');
  expect(problemsOf(project, 'cc', '-c', 'src/sum.c', '-o', '/dev/null')).toEqual([
    'error src/sum.c:1:24 ',
  ]);
});
