import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureReaper, reaperRecipe } from '../../src/core/reaper.ts';
import { localHost } from '../../src/host/local.ts';
import { shellProgram, workFolderFunctions } from '../../src/host/shell-functions.ts';
import { temporaryFolder } from '../support/folder.ts';
import { markWorkFolder } from '../support/supervised.ts';
import { local } from '../support/samples.ts';

const { signal: never } = new AbortController();
afterEach(() => vi.unstubAllEnvs());

/** Puts programs before this machine's, whose own managers must not hear of the test. */
function pathWith(folder: string, programs: Readonly<Record<string, string>>): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
}

describe('a run that comes to a host', () => {
  it.each([
    ['of a newer version', `by a run ${reaperRecipe + 1} 0123456789abcdef`, 'stays'],
    ['of an older version', `by a run ${reaperRecipe - 1} 0123456789abcdef`, 'is replaced'],
    ['of a version that wrote no number', 'by a run 9123456789abcdef', 'is replaced'],
    ['of a person’s', 'by hand', 'stays'],
  ])('finds a reaper %s, which said `%s`, and it %s', async (_, decision, expected) => {
    using folder = temporaryFolder();
    const workDir = join(folder.path, 'work');
    const script = join(workDir, 'reaper', 'reap.sh');
    mkdirSync(join(workDir, 'reaper'), { recursive: true });
    markWorkFolder(workDir);
    writeFileSync(script, 'of another version');
    writeFileSync(join(workDir, 'reaper', 'decision'), `${decision}\n`);
    vi.stubEnv('PATH', pathWith(folder.path, { systemctl: 'exit 1', launchctl: 'exit 1' }));
    vi.stubEnv('HOME', folder.path);
    const host = localHost({ ...local, workDir });
    const installed = await ensureReaper(host, never);
    expect(installed === undefined ? 'stays' : 'is replaced').toBe(expected);
    expect(readFileSync(script, 'utf8') === 'of another version').toBe(expected === 'stays');
    expect(await ensureReaper(host, never)).toBeUndefined();
  });
});

const unshare = [
  ['--mount', '--propagation', 'private'],
  ['--user', '--map-root-user', '--mount', '--propagation', 'private'],
].find((flags) => spawnSync('unshare', [...flags, 'true']).status === 0);
const lingering = '/var/lib/systemd';

const program = (name: string): string =>
  shellProgram(new URL(`../../src/core/${name}.sh`, import.meta.url), workFolderFunctions());

/** Logind notes who lingers in files; no test has a logind of its own. */
const loginctl = `file=${lingering}/linger/$(id -un)
case $1 in enable-linger) : >"$file" ;; disable-linger) rm "$file" ;; *) exit 1 ;; esac`;

describe.skipIf(unshare === undefined || !existsSync(lingering))('lingering', () => {
  /** What says whether the user lingers goes for `look`; the others are for a work folder. */
  function told(before: string, steps: readonly string[], login = loginctl): string[] {
    using folder = temporaryFolder();
    const script = `set -e
mount -t tmpfs tmpfs ${lingering} && mkdir ${lingering}/linger
${before}
install() (sh -c "$INSTALL" sh "$HOME/$1" "pikaci-reap-$1" s t p 'by hand' </dev/null >/dev/null)
uninstall() (sh -c "$UNINSTALL" sh "$HOME/$1" "pikaci-reap-$1" unwanted 2>/dev/null || echo failed)
look() { if [ -e "${lingering}/linger/$(id -un)" ]; then echo lingers; else echo ends; fi; }
${steps.join('\n')}
find "$HOME/.config" -type f -name '*pikaci*'`;
    const { stdout, stderr, status } = spawnSync(
      'unshare',
      [...(unshare ?? []), 'sh', '-c', script],
      {
        encoding: 'utf8',
        env: {
          HOME: folder.path,
          PATH: pathWith(folder.path, { systemctl: ':', loginctl: login }),
          INSTALL: program('install-reaper'),
          UNINSTALL: program('uninstall-reaper'),
        },
      },
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    return stdout.trim().split('\n');
  }

  it('that we switched on ends with the reaper, also one that was installed twice', () => {
    const steps = ['install a', 'look', 'install a', 'uninstall a', 'look', 'uninstall a'];
    expect(told('', steps)).toEqual(['lingers', 'ends']);
  });

  it('that the user had stays', () => {
    expect(told('loginctl enable-linger', ['install a', 'uninstall a', 'look'])).toEqual([
      'lingers',
    ]);
  });

  it('ends with the last work folder’s reaper, whichever switched it on', () => {
    const steps = ['install a', 'install b', 'uninstall a', 'look', 'uninstall b', 'look'];
    expect(told('', steps)).toEqual(['lingers', 'ends']);
  });

  it('that could not be switched on is not switched off', () => {
    const steps = ['install a', 'uninstall a', 'look'];
    expect(told('', steps, 'exit 1')).toEqual(['ends']);
  });

  it('that cannot be switched off is told, and is tried again', () => {
    const refusing = `[ "$1" != disable-linger ] || [ -e "$HOME/may" ] || exit 1\n${loginctl}`;
    const steps = ['install a', 'uninstall a', 'look', ': >"$HOME/may"', 'uninstall a', 'look'];
    expect(told('', steps, refusing)).toEqual(['failed', 'lingers', 'ends']);
  });
});
