import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backends } from '../core/backends.ts';
import { starterManifest } from '../manifest/starter.ts';
import { openRepository } from '../repository/git.ts';
import { parseCommand, usage } from './options.ts';

/** Writes a starter manifest; never over one that is there. */
export async function initCommand(args: readonly string[]): Promise<number> {
  const { values } = parseCommand(args, {});
  const { root } = await openRepository(process.cwd());
  const path = values.manifest ?? 'pikaci.toml';
  const file = join(root, path);
  if (existsSync(file)) throw usage(`${path} is there already`);
  const text = starterManifest(backends, (name) => textOf(join(root, name)));
  await writeFile(file, text, { flag: 'wx' });
  process.stdout.write(
    `wrote ${path}; say there where its host is, then try \`pikaci plan all\`\n`,
  );
  return 0;
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
