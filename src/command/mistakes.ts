import { patternWarnings } from '../plan/pattern-warnings.ts';
import { workTreePaths } from '../repository/files.ts';
import type { Workspace } from './workspace.ts';

/** What a valid manifest says and probably does not mean. */
export async function probableMistakes({ manifest, repository }: Workspace): Promise<string[]> {
  const paths = await workTreePaths(repository);
  return [...manifest.warnings, ...patternWarnings(manifest.targets, paths)];
}
