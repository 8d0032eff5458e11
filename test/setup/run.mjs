// Installs what a command of this repository needs, then runs it under Node 24. Plain JavaScript
// without packages, because it comes before them, and for Node 20 on, because that may be all
// there is.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [command, ...args] = process.argv.slice(2);
const modules = join(root, 'node_modules');

installPackages();
const node = node24();
const path = [join(modules, '.bin'), process.env.PATH].join(delimiter);
// That a file is a module is for Node to find out, and no news.
const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';
const { status, signal } = spawnSync(node, [quiet, join(root, command), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
});
process.exit(signal === null ? (status ?? 1) : 130);

/** Again only when the lock file is another one than at the last time. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const marker = join(modules, '.installed-lock');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  process.stderr.write('installing npm packages (about 300 MB)\n');
  // Install scripts would add native add-ons, and with them another bundle.
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(marker, lock);
}

/** This Node where it is new enough, else the one that comes as an npm package. */
function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const packaged = join(modules, '.bin', 'node');
  if (existsSync(packaged)) return packaged;
  process.stderr.write(
    `needs Node 24; this is ${process.version}, and no package of it fits here\n`,
  );
  process.exit(1);
}
