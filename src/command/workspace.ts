import { resolve } from 'node:path';
import type { GivenHosts } from '../manifest/given-hosts.ts';
import { loadManifest, type LoadedManifest } from '../manifest/load.ts';
import type { HostsOrigin } from '../model/failure.ts';
import { workTreePaths } from '../repository/files.ts';
import { openRepository, type Repository } from '../repository/git.ts';
import { defaultStateRoot, type Environment } from './environment.ts';

/** A checkout with its manifest: what every command about targets starts from. */
export interface Workspace {
  repository: Repository;
  manifest: LoadedManifest;
  hosts: GivenHosts | undefined;
  /** Absolute. */
  stateRoot: string;
  environment: Environment;
}

export interface WorkspaceOptions {
  directory: string;
  manifest: string | undefined;
  hosts: GivenHosts | undefined;
  /** Whose word counts for hosts that are reached over SSH. */
  hostsOrigin: HostsOrigin;
  stateRoot: string | undefined;
  environment: Environment;
}

export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { directory, hosts, hostsOrigin, environment } = options;
  const repository = await openRepository(directory);
  const stateRoot = resolve(
    directory,
    options.stateRoot ?? environment.stateRoot ?? defaultStateRoot(repository.root),
  );
  const manifest = await loadManifest({
    repositoryRoot: repository.root,
    path: options.manifest,
    hosts,
    hostsOrigin,
    localWorkDir: environment.localWorkDir,
    workTreePaths: () => workTreePaths(repository),
  });
  return { repository, manifest, hosts, stateRoot, environment };
}
