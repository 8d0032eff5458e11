import { posix } from 'node:path';

/**
 * Where lanes find the workspace: in a VM at a fixed place, on macOS in the shared folder, on the host
 * itself in the guest's folder there; in a Nix build below its own.
 */
const roots = [
  /^\/workspace\/snapshot\//,
  /^\/Volumes\/My Shared Files\/workspace\//,
  /^\/(?:.*\/)?guests\/pikaci-[a-z0-9-]+\/workspace\//,
  /^\/(?:private\/)?(?:nix\/var\/nix\/builds\/[^/]+|build|tmp\/nix-build-[^/]+)\/source\//,
];

/** The files of a workspace, to tell which of them a path in a lane's output means. */
export class WorkspaceFiles {
  readonly #paths: ReadonlySet<string>;
  /** By the last part of the path. */
  readonly #byName: ReadonlyMap<string, readonly string[]>;

  /** @param paths relative to the repository's root, with `/` */
  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
    this.#byName = Map.groupBy(this.#paths, (path) => posix.basename(path));
  }

  /**
   * The file that a tool in a guest calls `path`: by its place below the workspace, or, where the
   * tool ran in a folder below it, as the only file whose path ends so. Nothing where that is no
   * file of the workspace, or could be several.
   */
  find(path: string): string | undefined {
    const below = belowRoot(path);
    if (below === undefined) return undefined;
    const relative = posix.normalize(below);
    if (relative.startsWith('..')) return undefined;
    if (this.#paths.has(relative)) return relative;
    const alike = this.#byName.get(posix.basename(relative)) ?? [];
    const [only, ...others] = alike.filter((known) => known.endsWith(`/${relative}`));
    return others.length === 0 ? only : undefined;
  }
}

/** Without the folder that the lane found the workspace in; nothing for paths outside of it. */
function belowRoot(path: string): string | undefined {
  const plain = path.startsWith('file://') ? fromUrl(path) : path;
  const root = roots.find((candidate) => candidate.test(plain));
  if (root !== undefined) return plain.replace(root, '');
  return plain.startsWith('/') ? undefined : plain;
}

function fromUrl(url: string): string {
  const path = url.slice('file://'.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
