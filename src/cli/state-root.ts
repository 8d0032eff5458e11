import { resolve } from 'node:path';
import { defaultStateRoot, readEnvironment } from '../core/environment.ts';

/** Where records lie; looks for a checkout only when nobody names a folder. */
export async function findStateRoot(flag: string | undefined): Promise<string> {
  const named = flag ?? readEnvironment(process.env).stateRoot;
  if (named !== undefined) return resolve(named);
  // Loaded only here: starting takes longer than most of what these commands do.
  const { openRepository } = await import('../repository/git.ts');
  return defaultStateRoot((await openRepository(process.cwd())).root);
}
