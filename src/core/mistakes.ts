import { patternWarnings } from '../plan/pattern-warnings.ts';
import { submodulePaths, workTreePaths } from '../repository/files.ts';
import type { Checkout } from './checkout.ts';

/** What a valid manifest says and probably does not mean. */
export async function probableMistakes({ manifest, repository }: Checkout): Promise<string[]> {
  const [paths, submodules] = await Promise.all([
    workTreePaths(repository),
    submodulePaths(repository),
  ]);
  return [...manifest.warnings, ...patternWarnings(manifest.targets, paths, submodules)];
}
