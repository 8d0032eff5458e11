import type { ChangedPaths } from '../model/changed-paths.ts';
import { FailureError } from '../model/failure.ts';
import type { Target } from '../model/target.ts';
import { defaultManifestPaths, readManifest } from '../manifest/read.ts';
import { inBoth, manifestChanges } from '../plan/manifest-changes.ts';
import { changedSource } from '../plan/select.ts';
import { fileAt } from '../repository/file-at.ts';
import { backends } from './backends.ts';
import type { Checkout } from './checkout.ts';

/**
 * What a change does to the manifest that decides on it: whoever writes the one writes the other,
 * and a lane that is no longer there fails nowhere.
 */
export async function warnOfManifest(
  workspace: Checkout,
  change: ChangedPaths,
): Promise<readonly string[]> {
  if (change.kind === 'unknown') return [];
  const { manifest } = workspace;
  if (changedSource(manifest, change) === undefined) return [];
  const [start] = change.mergeBases;
  const before = start === undefined ? 'none' : await targetsAt(workspace, start);
  if (before === 'none') return [];
  if (before === 'invalid') {
    return [
      `${manifest.path} itself changed, and it is not valid at the base: what the change takes away from it cannot be told`,
    ];
  }
  // What the base itself has taken away since is not this change's doing.
  const tip = await targetsAt(workspace, change.base);
  const kept = typeof tip === 'string' ? before : inBoth(before, tip);
  return manifestChanges(kept, manifest.targets).map(
    (words) => `${manifest.path} itself changed: it ${words}`,
  );
}

async function targetsAt(
  { repository, manifest, hosts, environment }: Checkout,
  commit: string,
): Promise<readonly Target[] | 'none' | 'invalid'> {
  const isDefault = defaultManifestPaths.some((path) => path === manifest.path);
  try {
    const { targets } = await readManifest({
      read: (path) => fileAt(repository, commit, path),
      nameOf: (path) => path,
      candidates: isDefault ? defaultManifestPaths : [manifest.path],
      hosts,
      hostsOrigin: 'terminal',
      backends,
      localWorkDir: environment.localWorkDir,
      patterns: 'unchecked',
      workTreePaths: () => Promise.resolve([]),
    });
    return targets;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return error.failure.cause === 'manifest_missing' ? 'none' : 'invalid';
  }
}
