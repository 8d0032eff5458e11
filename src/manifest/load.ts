import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { BackendSettings } from '../model/backend.ts';
import { FailureError, type HostsOrigin } from '../model/failure.ts';
import type { HostSpec, Manifest } from '../model/target.ts';
import type { GivenHosts } from './given-hosts.ts';
import { defaultManifestPaths, ownPaths, readManifest } from './read.ts';
import { nameInRepository, sourcePaths } from './sources.ts';

export interface ManifestSource {
  repositoryRoot: string;
  /** A path given by the user, relative to the repository root or absolute. */
  path: string | undefined;
  hosts: GivenHosts | undefined;
  /** Whose word counts for hosts that are reached over SSH. */
  hostsOrigin: HostsOrigin;
  /** Whose settings hosts may have. */
  backends: readonly BackendSettings[];
  /** Folder for work on the local host where nobody names one. */
  localWorkDir: string;
  /** What a pattern may be about: names of files in the work tree. */
  workTreePaths: () => Promise<readonly string[]>;
}

export interface LoadedManifest extends Manifest {
  /** That it declares, or that are given beside it; lanes may have `local` beside these. */
  hosts: readonly HostSpec[];
  /** What is no error, and probably not meant. */
  warnings: readonly string[];
}

/**
 * Reads and resolves the manifest of a checkout.
 * @throws FailureError `manifest_missing` or `manifest_invalid`, the latter with all problems
 */
export async function loadManifest(source: ManifestSource): Promise<LoadedManifest> {
  const { repositoryRoot: root } = source;
  const candidates = source.path === undefined ? defaultManifestPaths : [source.path];
  const { path, targets, hosts, isForge, warnings } = await readManifest({
    ...source,
    candidates,
    patterns: 'checked',
    read: (path) => readIfThere(isAbsolute(path) ? path : join(root, path)),
    nameOf: (path) => nameInRepository(root, path),
  });
  const found = [...candidates, ...(isForge ? ownPaths : [])];
  const sources = await Promise.all(found.map((it) => sourcePaths(root, it)));
  return { path, sources: [...new Set(sources.flat())], targets, hosts, warnings };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const hint = 'Name a file that can be read: --manifest, or input `manifest`.';
    const problem = `the manifest ${file} cannot be read: ${message}`;
    throw new FailureError({ cause: 'usage', problem, hint }, { cause: error });
  }
}
