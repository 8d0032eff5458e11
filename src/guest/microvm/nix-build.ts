import { createHash } from 'node:crypto';
import { FailureError, type Failure } from '../../model/failure.ts';
import { capture, lastLines } from '../../host/capture.ts';
import { formatExit, succeeded, type Host } from '../../host/host.ts';

export interface NixBuildOptions {
  /** The `nix` program on the host. */
  nix: string;
  /** As the manifest has it; `.#x` and `./dir#x` are meant in the snapshot. */
  installable: string;
  snapshotHash: string;
  /** Path of the published snapshot's tree, once it is there. */
  snapshotTree: () => Promise<string>;
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
  const { nix, installable, snapshotHash, signal } = options;
  const inSnapshot = relativeInstallable.test(installable);
  const root = rootPath(
    host.spec.workDir,
    inSnapshot ? [snapshotHash, installable] : [installable],
  );
  const built = inSnapshot ? await findBuilt(host, root, signal) : undefined;
  if (built !== undefined) return built;
  const resolved = inSnapshot
    ? resolveInstallable(installable, await options.snapshotTree())
    : installable;
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

async function findBuilt(
  host: Host,
  root: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const script = 'if [ -e "$1" ]; then touch -h "$1" 2>/dev/null; readlink "$1"; fi';
  const command = { script, args: [root], purpose: 'look for what is built' };
  const path = (await capture(host, command, { signal })).trim();
  return isStorePath(path) ? path : undefined;
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

function rootPath(workDir: string, parts: readonly string[]): string {
  const name = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  return `${workDir}/gcroots/${name}`;
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
