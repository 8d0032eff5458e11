import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Has git look away from records: from the whole state root, or, where others have files there, from
 * the runs in it.
 */
export function hideFromGit(stateRoot: string): void {
  const names = readdirSync(stateRoot);
  if (names.includes('.gitignore') && names.length === 2) return;
  const ours = names.every((name) => name === 'runs') ? stateRoot : join(stateRoot, 'runs');
  try {
    writeFileSync(join(ours, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
