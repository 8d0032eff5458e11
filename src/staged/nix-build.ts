import { createHash } from 'node:crypto';
import { FailureError, type Failure } from '../model/failure.ts';
import { capture, lastLines } from '../host/capture.ts';
import { formatExit, succeeded, type Host } from '../host/host.ts';
import { shellProgram, workFolderFunctions } from '../host/shell-functions.ts';

export interface NixBuildOptions {
  /** The `nix` program on the host. */
  nix: string;
  /** As the manifest has it; `.#x` and `./dir#x` are meant in the snapshot. */
  installable: string;
  snapshotHash: () => Promise<string>;
  /** Path of the published snapshot's tree, once it is there. */
  snapshotTree: () => Promise<string>;
  /** Whether strangers may have written what is built: then Nix has to keep it from the host. */
  sandbox: 'required' | 'as_it_is';
  signal: AbortSignal;
}

/**
 * Builds an installable on a host, or finds it built, and keeps it by a GC root. What comes out of a
 * snapshot is the same each time, so a root that is there answers without asking Nix, and without
 * waiting for the snapshot.
 * @param failure what a failed build means to the caller
 * @returns its store path
 */
export async function nixBuild(
  host: Host,
  options: NixBuildOptions,
  failure: (detail: string) => Failure,
): Promise<string> {
  const { nix, installable, snapshotHash, sandbox, signal } = options;
  const inSnapshot = isInWorkspace(installable);
  const root = rootName(inSnapshot ? [await snapshotHash(), installable] : [installable]);
  const built = inSnapshot ? await findBuilt(host, root, signal) : undefined;
  if (built !== undefined) return built;
  const resolved = inSnapshot
    ? resolveInstallable(installable, await options.snapshotTree())
    : installable;
  const { exit, stdout, stderr } = await host.call(
    {
      script: shellProgram(new URL('./nix-build.sh', import.meta.url), workFolderFunctions()),
      args: [nix, resolved, host.spec.workDir, root, sandbox],
      purpose: `build ${installable}`,
    },
    { signal },
  );
  const [, unsandboxed] = /^pikaci: sandbox = (.*)$/m.exec(stdout) ?? [];
  if (!succeeded(exit) && unsandboxed !== undefined) {
    const { name } = host.spec;
    throw new FailureError({
      cause: 'nix_unsandboxed',
      host: name,
      installable,
      sandbox: unsandboxed,
    });
  }
  if (!succeeded(exit)) {
    const log = lastLines(stderr, 20);
    throw new FailureError(failure(log === '' ? formatExit(exit) : log));
  }
  const path = storePathOf(stdout);
  if (path === undefined) throw new FailureError(failure(`nix answered: ${stdout.slice(0, 200)}`));
  return path;
}

async function findBuilt(
  host: Host,
  root: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const command = {
    script: shellProgram(new URL('./find-built.sh', import.meta.url), workFolderFunctions()),
    args: [host.spec.workDir, root],
    purpose: 'look for what is built',
  };
  const path = (await capture(host, command, { signal })).trim();
  return isStorePath(path) ? path : undefined;
}

/** Whether an installable is meant in the workspace. */
export function isInWorkspace(installable: string): boolean {
  return relativeInstallable.test(installable);
}

/** `.#x` and `./dir#x`. */
const relativeInstallable = /^\.(\/[^#]*)?#(.*)$/;

/**
 * The installable as the host's Nix understands it: `.#x` and `./dir#x` are meant in the
 * workspace, which is a plain folder there, wherever the host's own folders lie.
 */
export function resolveInstallable(installable: string, snapshotTree: string): string {
  const [, folder, attribute] = relativeInstallable.exec(installable) ?? [];
  if (attribute === undefined) return installable;
  const dir = (folder ?? '').replace(/^\/+|\/+$/g, '');
  const query = dir === '' ? '' : `?dir=${dir.split('/').map(encodeURIComponent).join('/')}`;
  return `path:${snapshotTree}${query}#${attribute}`;
}

/** Of a GC root in the work folder. */
function rootName(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function isStorePath(path: string | undefined): path is string {
  return path?.startsWith('/nix/store/') === true;
}

/** `nix build --json` prints one entry per derivation with its outputs by name. */
function storePathOf(json: string): string | undefined {
  try {
    const [built] = JSON.parse(json) as { outputs?: Record<string, string> }[];
    const path = built?.outputs?.['out'] ?? Object.values(built?.outputs ?? {})[0];
    return isStorePath(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
