import { createHash } from 'node:crypto';
import { FailureError, type Failure } from '../../model/failure.ts';
import { lastLines } from '../../host/capture.ts';
import { formatExit, succeeded, type Host } from '../../host/host.ts';

export interface NixBuildOptions {
  /** The `nix` program on the host. */
  nix: string;
  /** As the manifest has it. */
  installable: string;
  /** The published snapshot that relative installables are meant in. */
  snapshotTree: string;
  signal: AbortSignal;
}

/**
 * Builds an installable on a host, or finds it built, and keeps it by a GC root.
 * @param failure what a failed build means to the caller
 * @returns its store path
 */
export async function nixBuild(
  host: Host,
  { nix, installable, snapshotTree, signal }: NixBuildOptions,
  failure: (detail: string) => Failure,
): Promise<string> {
  const resolved = resolveInstallable(installable, snapshotTree);
  const root = `${host.spec.workDir}/gcroots/${rootName(resolved)}`;
  const { exit, stdout, stderr } = await host.call(
    { script: buildScript, args: [nix, resolved, root], purpose: `build ${installable}` },
    { signal },
  );
  if (!succeeded(exit)) {
    const log = lastLines(stderr, 20);
    throw new FailureError(failure(log === '' ? formatExit(exit) : log));
  }
  const path = storePathOf(stdout);
  if (path === undefined) throw new FailureError(failure(`nix answered: ${stdout.slice(0, 200)}`));
  return path;
}

/**
 * The installable as the host's Nix understands it: `.#x` and `./dir#x` are meant in the
 * workspace, which is a plain folder there, wherever the host's own folders lie.
 */
export function resolveInstallable(installable: string, snapshotTree: string): string {
  const [, folder, attribute] = /^\.(\/[^#]*)?#(.*)$/.exec(installable) ?? [];
  if (attribute === undefined) return installable;
  const dir = (folder ?? '').replace(/^\/+|\/+$/g, '');
  const query = dir === '' ? '' : `?dir=${dir.split('/').map(encodeURIComponent).join('/')}`;
  return `path:${snapshotTree}${query}#${attribute}`;
}

function rootName(installable: string): string {
  return createHash('sha256').update(installable).digest('hex').slice(0, 32);
}

/** `nix build --json` prints one entry per derivation with its outputs by name. */
function storePathOf(json: string): string | undefined {
  try {
    const [built] = JSON.parse(json) as { outputs?: Record<string, string> }[];
    const path = built?.outputs?.['out'] ?? Object.values(built?.outputs ?? {})[0];
    return path?.startsWith('/nix/store/') === true ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A workspace is immutable here, so no lock file is written into it. The out-link is the GC root;
 * a build that the collector took away is made again.
 */
const buildScript = String.raw`
set -eu
command -v "$1" >/dev/null 2>&1 || { echo "there is no program $1 on this host; is Nix installed?" >&2; exit 127; }
mkdir -p "$(dirname "$3")"
exec "$1" --extra-experimental-features 'nix-command flakes' build --json --no-write-lock-file --print-build-logs --out-link "$3" "$2" </dev/null
`;
