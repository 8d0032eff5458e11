import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';

const root = join(import.meta.dirname, '..', '..');

it(
  'installed from its packed tarball, the program starts by its name',
  { timeout: 120_000 },
  () => {
    using folder = temporaryFolder();
    const npm = (...args: string[]): string =>
      execFileSync('npm', [...args, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, npm_config_cache: join(folder.path, 'cache') },
      });
    const packed = npm('pack', '--json', '--pack-destination', folder.path);
    const [{ filename, files }] = JSON.parse(packed) as [
      { filename: string; files: { path: string }[] },
    ];
    // A program, and not its tests.
    expect(files.map(({ path }) => path).filter((path) => /^(?:test|src)\//.test(path))).toEqual(
      [],
    );
    const prefix = join(folder.path, 'prefix');
    npm('install', '--global', '--omit=optional', '--prefix', prefix, join(folder.path, filename));
    const program = join(prefix, 'bin', 'pikaci');
    const run = (...args: string[]): string =>
      execFileSync(program, args, { cwd: folder.path, encoding: 'utf8' });
    expect(run('help')).toContain('pikaci run TARGET|LANE');
    expect(run('schema')).toBe(readFileSync(join(root, 'pikaci.schema.json'), 'utf8'));
    // What is not in the bundle itself is found beside it.
    expect(existsSync(join(prefix, 'lib/node_modules/pikaci-action/dist/index.js'))).toBe(true);
  },
);
