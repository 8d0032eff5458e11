import { expect, it } from 'vitest';
import { describeFailure } from '../../src/model/describe-failure.ts';
import { missingProgram } from '../../src/run/missing-program.ts';

it.each([
  ['bash: line 1: npm: command not found', 'npm'],
  ['/tmp/build.sh: line 12: cargo: command not found', 'cargo'],
  ['sh: 1: npm: not found', 'npm'],
  ['sh: npm: not found', 'npm'],
  ['/bin/sh: 1: exec: node: not found', 'node'],
  ['zsh:1: command not found: npm', 'npm'],
  ['fish: Unknown command: npm', 'npm'],
  ['env: ‘npm’: No such file or directory', 'npm'],
  ["/usr/bin/env: 'python3': No such file or directory", 'python3'],
  ['timeout: failed to run command ‘npm’: No such file or directory', 'npm'],
  ['npm: everything is found', undefined],
  ['error: file not found', undefined],
  ['a b: not found', undefined],
  ['', undefined],
])('%j misses %j', (line, program) => {
  expect(missingProgram(['before', line, '[pikaci] lane a: command exited with 127', ''])).toBe(
    program,
  );
});

it('is told instead of where to look', () => {
  const { headline } = describeFailure({ cause: 'command_failed', exitCode: 127, missing: 'npm' });
  expect(headline).toBe('the guest has no `npm` (test command exited with 127)');
});
