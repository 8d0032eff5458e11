import { readFileSync } from 'node:fs';
import { capture } from '../host/capture.ts';
import type { GuestPlace } from './guest.ts';

/** The lane's workspace: the snapshot itself, which stays read-only, or a copy of its own. */
export interface Workspace {
  kind: 'shared' | 'copied';
  /** The published snapshot on the host. */
  tree: string;
}

export interface Furnishing {
  /** The rendered agent, which the guest runs. */
  agent: string;
  workspace: Workspace;
}

/** Puts into a guest's place what it shares with the guest, and the supervisor. */
export async function furnishPlace(
  { host, dir }: GuestPlace,
  { agent, workspace }: Furnishing,
  signal: AbortSignal,
): Promise<void> {
  const supervisor = readFileSync(new URL('./supervisor.sh', import.meta.url), 'utf8');
  await capture(
    host,
    {
      script: furnishScript,
      args: [dir, supervisor, workspace.kind, workspace.tree],
      purpose: 'prepare the guest’s folder',
    },
    { signal, stdin: agent },
  );
}

/**
 * The guest log gets its second name here, before the guest can touch the first one. Only the
 * lane's own user may enter: the workspace may be private.
 */
const furnishScript = String.raw`
set -eu
umask 022
cd "$1"
printf %s "$2" >supervisor.sh
mkdir request artifacts cache shares
cat >request/agent
echo "$(id -u) $(id -g)" >request/host-user
: >artifacts/guest.log
ln artifacts/guest.log guest.log
: >console.log
case $3 in
  shared) ln -s "$4" shares/workspace ;;
  copied)
    cp -a --reflink=auto "$4" workspace 2>/dev/null || cp -a "$4" workspace
    chmod -R u+w workspace
    ln -s ../workspace shares/workspace
    ;;
esac
for share in request artifacts cache; do ln -s "../$share" "shares/$share"; done
ln -s /nix/store shares/nix-store
`;
