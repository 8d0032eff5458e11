import { spawnSync } from 'node:child_process';

/** Installs packages of Debian where that is possible without asking anybody; else it does nothing. */
export function installPackages(...packages: readonly string[]): void {
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: readonly string[]): boolean => {
    const [program = '', ...rest] = [...root, 'apt-get', '-qq', ...args];
    return spawnSync(program, rest, { stdio: 'ignore' }).status === 0;
  };
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  // An index that is old or missing is the usual reason for a first failure.
  if (!apt(...install) && apt('update')) apt(...install);
}

/** Path of a program of this machine; nothing where there is none. */
export function findProgram(name: string): string | undefined {
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
