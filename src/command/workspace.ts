import { resolve } from 'node:path';
import { loadManifest, parseHostOverrides } from '../manifest/load.ts';
import type { Manifest } from '../model/target.ts';
import { openRepository, type Repository } from '../repository/git.ts';
import { defaultStateRoot, type Environment } from './environment.ts';

/** A checkout with its manifest: what every command about targets starts from. */
export interface Workspace {
  repository: Repository;
  manifest: Manifest;
  /** Absolute. */
  stateRoot: string;
  environment: Environment;
}

export interface WorkspaceOptions {
  directory: string;
  manifest: string | undefined;
  /** Host settings from outside, and how to name where they came from. */
  hosts: { origin: string; text: string } | undefined;
  stateRoot: string | undefined;
  environment: Environment;
}

export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { directory, hosts, environment } = options;
  const repository = await openRepository(directory);
  const stateRoot = resolve(
    directory,
    options.stateRoot ?? environment.stateRoot ?? defaultStateRoot(repository.root),
  );
  const manifest = await loadManifest({
    repositoryRoot: repository.root,
    path: options.manifest,
    hostOverrides: hosts === undefined ? {} : parseHostOverrides(hosts.origin, hosts.text),
    localWorkDir: environment.localWorkDir,
  });
  return { repository, manifest, stateRoot, environment };
}
