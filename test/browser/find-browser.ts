import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The program of a Chromium; empty where none can be had. */
    browser: string;
  }
}

/** Debian's, and what the workflow runners of GitHub have. */
const names = ['chromium', 'google-chrome', 'chromium-browser'];

export default function setup(project: TestProject): void {
  const browser = findBrowser();
  if (browser === undefined) {
    console.warn(`tests in a browser are skipped: no ${names.join(', ')}, and none to install`);
  }
  project.provide('browser', browser ?? '');
}

/** @returns the program of one that is there, or can be installed */
export function findBrowser(): string | undefined {
  return find() ?? install();
}

function find(): string | undefined {
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', 'command -v "$0"', name], {
      encoding: 'utf8',
    });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

/** From Debian, where that is possible. */
function install(): string | undefined {
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: string[]): boolean => {
    const [program = '', ...rest] = [...root, 'apt-get', '-qq', ...args];
    return spawnSync(program, rest, { stdio: 'ignore' }).status === 0;
  };
  const wanted = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];
  const packages = ['install', '-y', '--no-install-recommends', ...wanted];
  if (!apt(...packages) && apt('update')) apt(...packages);
  return find();
}
