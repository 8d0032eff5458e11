import type { Lane } from '../model/target.ts';

interface CommandWords {
  words: readonly string[];
  /** What has to lie in the script file before; nothing where the words do not name it. */
  script: string;
  scriptFile: string;
  /** Nobody asked for another shell than bash. */
  isUsual: boolean;
}

/** What a shell line stops at, as in workflows: the first command that fails, in a pipe, too. */
const usualShell = ['bash', '--noprofile', '--norc', '-eo', 'pipefail'];

/** How a program that is named alone takes a script, where its name alone would not do. */
const scriptedBy: Readonly<Record<string, readonly string[]>> = {
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '{0}'],
  sh: ['sh', '-e', '{0}'],
  pwsh: ['pwsh', '-command', ". '{0}'"],
};

/**
 * A shell line becomes the last word of its shell: `bash -lc`, `python3 -c`. Where the shell has a
 * `{0}`, as in workflows, that is the path of a file with the line; a program that is named alone
 * (`python3`) is given that file, too.
 * @param scriptBase path of the file, without its ending
 * @param login whether bash is to be a login shell, which has a system's profile say what the PATH is
 */
export function commandWords(
  { command, shell }: Pick<Lane, 'command' | 'shell'>,
  scriptBase: string,
  login: boolean,
): CommandWords {
  const scriptFile = scriptBase + endingFor(shell);
  if (command.kind === 'argv')
    return { words: command.argv, script: '', scriptFile, isUsual: false };
  const { line } = command;
  const own = shellWords(shell);
  const isUsual = own === undefined;
  const words = own ?? [...usualShell, login ? '-lc' : '-c'];
  if (!words.some((word) => word.includes('{0}'))) {
    return { words: [...words, line], script: '', scriptFile, isUsual };
  }
  const filled = words.map((word) => word.replaceAll('{0}', () => scriptFile));
  return { words: filled, script: `${line}\n`, scriptFile, isUsual };
}

function shellWords(shell: string | undefined): readonly string[] | undefined {
  const words = shell?.split(/[ \t]+/).filter(Boolean) ?? [];
  const [program, ...more] = words;
  if (program === undefined) return undefined;
  if (more.length > 0 || program.includes('{0}')) return words;
  return scriptedBy[program] ?? [program, '{0}'];
}

/** PowerShell runs nothing with another ending. */
function endingFor(shell: string | undefined): string {
  return /^(\S*\/)?(pwsh|powershell)\b/.test(shell?.trim() ?? '') ? '.ps1' : '';
}
