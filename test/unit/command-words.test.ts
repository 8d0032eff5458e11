import { describe, expect, it } from 'vitest';
import { commandWords } from '../../src/guest/command-words.ts';

const line = 'echo one\nfalse | cat';
const command = { kind: 'shell', line } as const;

describe('a shell line', () => {
  it.each<[shell: string | undefined, words: string[]]>([
    [undefined, ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-lc', line]],
    ['', ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-lc', line]],
    ['bash -lc', ['bash', '-lc', line]],
    [' sh  -c ', ['sh', '-c', line]],
    ['python3 -c', ['python3', '-c', line]],
  ])('under `%s` is its last word', (shell, words) => {
    expect(commandWords({ command, shell }, '/s', true)).toMatchObject({ words, script: '' });
  });

  it.each<[shell: string, words: string[]]>([
    ['python3', ['python3', '/s']],
    ['/usr/bin/perl', ['/usr/bin/perl', '/s']],
    ['bash', ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '/s']],
    ['sh', ['sh', '-e', '/s']],
    ['bash -e {0}', ['bash', '-e', '/s']],
    ['perl -w {0} more', ['perl', '-w', '/s', 'more']],
    ['pwsh', ['pwsh', '-command', ". '/s.ps1'"]],
    ['pwsh -File {0}', ['pwsh', '-File', '/s.ps1']],
  ])('under `%s` is a file', (shell, words) => {
    expect(commandWords({ command, shell }, '/s', true)).toMatchObject({
      words,
      script: `${line}\n`,
    });
  });

  it('of an argv is none, whatever the shell', () => {
    const argv = { kind: 'argv', argv: ['echo', '{0}'] } as const;
    expect(commandWords({ command: argv, shell: 'sh -c' }, '/s', true)).toMatchObject({
      words: ['echo', '{0}'],
      script: '',
    });
  });

  it('may lie at a path that is no pattern', () => {
    expect(commandWords({ command, shell: 'python3' }, '/a $& b', true).words).toEqual([
      'python3',
      '/a $& b',
    ]);
  });
});
