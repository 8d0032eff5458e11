import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { kitFiles, kitRecipe, makeKitScript } from '../../src/backends/image/kit.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';

/** Of the embedded host; see vm-host. */
const cache =
  process.env['PIKACI_VM_HOST_CACHE'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'pikaci-embedded-host');

/**
 * Lays a guest kit of what the sources say onto a host, as a lane's first run there would have made it.
 * It is made once for all tests, by the product's own program, since it costs a download.
 */
export async function layKit(host: EmbeddedHost): Promise<void> {
  const { work_dir: workDir } = host.instance;
  const recipe = kitRecipe();
  const kept = join(cache, 'kits', recipe);
  const kits = `${workDir}/kits`;
  if (!existsSync(kept)) {
    const made = await host.run({
      command: [
        'sh',
        '-c',
        makeKitScript(),
        'sh',
        workDir,
        recipe,
        ...Object.entries(kitFiles()).flat(),
      ],
      timeout: 300,
    });
    if (made.status !== 0) throw new Error(`no kit: ${made.stderr}`);
    mkdirSync(join(cache, 'kits'), { recursive: true });
    const copy = `${kept}.${process.pid}`;
    execFileSync('cp', ['-a', '--sparse=always', host.path(`${kits}/${recipe}`), copy]);
    try {
      renameSync(copy, kept);
    } catch {
      // Another test was faster.
      rmSync(copy, { recursive: true, force: true });
    }
    removeOldKits();
    return;
  }
  layKeptKit(host, workDir);
}

/** Of what the sources said before; other checkouts may be at work. */
function removeOldKits(): void {
  const kits = globSync(join(cache, 'kits', '*'))
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { path } of kits.slice(4)) rmSync(path, { recursive: true, force: true });
}

/** The kit that is kept for all tests, below a work folder on a host. */
export function layKeptKit(host: EmbeddedHost, workDir: string): void {
  const kept = join(cache, 'kits', kitRecipe());
  const kits = `${workDir}/kits`;
  const script = 'umask 077 && mkdir -p "$1/kits" && : >"$1/.pikaci-work-folder"';
  host.shell(
    'setpriv',
    '--reuid=ci',
    '--regid=ci',
    '--init-groups',
    'sh',
    '-c',
    script,
    'sh',
    workDir,
  );
  execFileSync('cp', ['-a', '--sparse=always', kept, host.path(kits)]);
}
