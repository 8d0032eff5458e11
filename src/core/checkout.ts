import { basename, resolve } from 'node:path';
import type { GivenHosts } from '../manifest/given-hosts.ts';
import { loadManifest, type LoadedManifest } from '../manifest/load.ts';
import { FailureError, type HostsOrigin } from '../model/failure.ts';
import { workTreePaths } from '../repository/files.ts';
import { git, openRepository, splitNul, type Repository } from '../repository/git.ts';
import { fetchQuietly, type RunFetch } from '../repository/history.ts';
import { backends } from './backends.ts';
import { defaultStateRoot, type Environment } from './environment.ts';

/** A checkout with its manifest: what every command about targets starts from. */
export interface Checkout {
  repository: Repository;
  manifest: LoadedManifest;
  hosts: GivenHosts | undefined;
  /** Absolute. */
  stateRoot: string;
  environment: Environment;
  /** How what the checkout's history lacks is fetched. */
  runFetch: RunFetch;
}

export interface CheckoutOptions {
  directory: string;
  manifest: string | undefined;
  hosts: GivenHosts | undefined;
  /** Whose word counts for hosts that are reached over SSH. */
  hostsOrigin: HostsOrigin;
  stateRoot: string | undefined;
  environment: Environment;
  runFetch?: RunFetch;
}

export async function openCheckout(options: CheckoutOptions): Promise<Checkout> {
  const { directory, hosts, hostsOrigin, environment, runFetch = fetchQuietly } = options;
  const repository = await openRepository(directory);
  const stateRoot = resolve(
    directory,
    options.stateRoot ?? environment.stateRoot ?? defaultStateRoot(repository.root),
  );
  if (stateRoot === defaultStateRoot(repository.root)) await refuseLink(repository, stateRoot);
  const manifest = await loadManifest({
    repositoryRoot: repository.root,
    path: options.manifest,
    hosts,
    hostsOrigin,
    backends,
    localWorkDir: environment.localWorkDir,
    workTreePaths: () => workTreePaths(repository),
  });
  return { repository, manifest, hosts, stateRoot, environment, runFetch };
}

/** Nobody named the state root, so whoever wrote the workspace must not say where it leads. */
async function refuseLink(repository: Repository, stateRoot: string): Promise<void> {
  const folder = basename(stateRoot);
  const args = ['ls-files', '-z', '--stage', '--', folder, `${folder}/runs`];
  const entries = splitNul(await git(repository, args));
  if (!entries.some((entry) => entry.startsWith('120000 '))) return;
  const detail =
    'the repository tracks a symbolic link there; remove it, or name another state root';
  throw new FailureError({ cause: 'state_root_unusable', path: stateRoot, detail });
}
