import { workTreeFiles } from '../../src/repository/files.ts';
import { openRepository } from '../../src/repository/git.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { takeSnapshot } from '../../src/snapshot/take.ts';

/** Takes a snapshot of a repository as a run does, from the first look at it on. */
export async function snapshotOf(
  { root }: { root: string },
  isExcluded: (path: string) => boolean = () => false,
): Promise<Snapshot> {
  const repository = await openRepository(root);
  const files = await workTreeFiles(repository);
  const source = { root, format: repository.objectFormat, files };
  return takeSnapshot(source, isExcluded, new AbortController().signal);
}
