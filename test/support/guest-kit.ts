import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
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
    return;
  }
  const script = 'umask 077 && mkdir -p "$1/kits" && : >"$1/.pikaci-work-folder"';
  await host.run({ command: ['sh', '-c', script, 'sh', workDir] });
  execFileSync('cp', ['-a', '--sparse=always', kept, host.path(kits)]);
}
