import { describe, expect, it } from 'vitest';
import { lane } from '../support/samples.ts';
import { runAgent } from '../support/agent.ts';
import { temporaryFolder } from '../support/folder.ts';

const shellLine = (line: string) => ({ kind: 'shell', line }) as const;

describe('a lane’s command', () => {
  it.each([
    { line: 'echo one\nfalse\necho two', code: 1, said: 'one\n' },
    { line: 'false | cat\necho two', code: 1, said: '' },
    { line: 'echo one\nfalse || true\necho two', code: 0, said: 'one\ntwo\n' },
    { shell: 'bash -lc', line: 'echo one\nfalse | cat\necho two', code: 0, said: 'one\ntwo\n' },
    { shell: 'sh -c', line: 'echo "$0"', code: 0, said: 'sh\n' },
    { shell: 'sh', line: 'echo one\nfalse\necho two', code: 1, said: 'one\n' },
    { shell: 'perl -we', line: 'print "$0\\n"', code: 0, said: '-e\n' },
    { shell: 'perl', line: 'print 6 * 7, "\\n"; exit 3', code: 3, said: '42\n' },
    { shell: 'bash -u {0} x', line: 'echo "$1"; echo "$2"', code: 1, said: 'x\n' },
    { workdir: 'sub', line: 'basename "$PWD"', code: 0, said: 'sub\n' },
  ])('$shell $workdir: $line', ({ shell, workdir, line, code, said }) => {
    using folder = temporaryFolder();
    const { result, log } = runAgent(
      folder.path,
      lane({ id: 'l', command: shellLine(line), shell, workdir }),
    );
    expect(result).toMatchObject({ kind: 'exited', exitCode: code });
    const [first = '', ...lines] = log.split('\n').map((it) => `${it}\n`);
    expect(first).toContain('guest booted at');
    expect(lines.join('')).toMatch(said);
    expect(log).toContain(`command exited with ${code} at`);
    expect(log.includes('two')).toBe(said.includes('two'));
  });

  it.each([
    ['printf unended', /^unended\n\[pikaci\] lane l: command exited/m],
    ['echo ended', /^ended\n\[pikaci\] lane l: command exited/m],
  ])('%s: its end stands on a line of its own', (line, expected) => {
    using folder = temporaryFolder();
    expect(runAgent(folder.path, lane({ id: 'l', command: shellLine(line) })).log).toMatch(
      expected,
    );
  });

  it('names what is missing: the folder it starts in, the program it is run by', () => {
    using folder = temporaryFolder();
    const nowhere = runAgent(folder.path, lane({ id: 'l', workdir: 'no/where' }));
    expect(nowhere.result).toMatchObject({ kind: 'exited', exitCode: 1 });
    expect(nowhere.log).toContain('the workspace has no folder no/where to start in (workdir)');
    using other = temporaryFolder();
    const unknown = runAgent(other.path, lane({ id: 'l', shell: 'no-such-shell -c' }));
    expect(unknown.result).toMatchObject({ kind: 'exited', exitCode: 127 });
    expect(unknown.log).toContain('there is no program no-such-shell here to run the command');
  });
});
