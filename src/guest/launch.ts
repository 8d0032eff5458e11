import { usualDiskGib } from '../model/target.ts';
import { capture } from '../host/capture.ts';
import type { GuestBackend, GuestSlot } from './guest.ts';
import { refuseMissingPrograms } from './missing-programs.ts';
import { supervisorScript } from './scripts.ts';

/** The lane's workspace: the snapshot itself, which stays read-only, or a copy of its own. */
export interface WorkspaceMount {
  kind: 'shared' | 'copied';
  /** The published snapshot on the host. */
  tree: string;
}

export interface Launch {
  kind: GuestBackend['name'];
  /** The rendered agent, which the guest runs. */
  agent: string;
  workspace: WorkspaceMount;
  /** The program that contains a lane on the host itself, to be tried there. */
  contain?: string;
  /** The most of the host's disk that the guest asks for. */
  diskGib: number | undefined;
  /** Path of the runner package; `host_local` has none. */
  runner?: string;
  /** For the runner's programs. */
  environment?: Readonly<Record<string, string>>;
}

/**
 * Puts into a guest's place what it shares with the guest, and starts the guest's supervisor, apart
 * from this connection.
 * @returns what `contain` said of the host
 */
export async function launchSupervisor(
  { host, dir, name }: GuestSlot,
  { kind, agent, workspace, diskGib, contain = '', runner = '', environment = {} }: Launch,
  signal: AbortSignal,
): Promise<string> {
  signal.throwIfAborted();
  const variables = Object.entries(environment).map(([key, value]) => `${key}=${value}`);
  const command = {
    script: `${refuseMissingPrograms}${launchScript}`,
    args: [
      dir,
      name,
      kind,
      runner,
      supervisorScript(),
      workspace.kind,
      workspace.tree,
      contain,
      String(Math.min(diskGib ?? usualDiskGib, host.spec.maxDiskGib ?? Infinity) * 1024 * 1024),
      ...variables,
    ],
    purpose: `launch the guest ${name}`,
  };
  // Never cut off half-way: a supervisor could come up behind the removal's back.
  return capture(host, command, { stdin: agent });
}

/**
 * The guest's root writes log and verdict to `channel`, and reads `request`; the lane's user is kept
 * out of both. The log gets its second name here, before the guest can touch the first one. Returns once
 * the supervisor has said that it is there, so that following it cannot miss it. Run again after a
 * lost link, it waits for what the first one started.
 */
const launchScript = String.raw`
set -eu
umask 022
dir=$1 name=$2 kind=$3 runner=$4 supervisor=$5 workspace=$6 tree=$7 contain=$8 disk_kib=$9
shift 9
cd "$dir"
# A guest without the channel could never be heard.
[ "$kind" != microvm ] || [ -d "$runner/share/microvm/virtiofs/channel" ] || {
  echo "the runner package $runner serves no share \`channel\`, which verdicts come through;" \
    'bring it up to date: see nix/minimal-guest/README.md' >&2
  exit 1
}
[ "$kind" != host_local ] || command -v bash >/dev/null || {
  echo 'there is no bash on this host, which lanes are run by' >&2
  exit 1
}
furnish() {
  printf %s "$supervisor" >supervisor.sh
  mkdir -m 0700 request channel
  mkdir artifacts cache shares
  cat >request/agent
  echo "$(id -u) $(id -g)" >request/host-user
  : >channel/guest.log
  ln channel/guest.log guest.log
  : >console.log
  : >console.more
  case $workspace in
    shared) ln -s "$tree" shares/workspace ;;
    copied)
      cp -a --reflink=auto "$tree" workspace 2>/dev/null || {
        # Into a part of it, another would go beside it.
        rm -rf workspace && cp -a "$tree" workspace
      }
      chmod -R u+w workspace
      ln -s ../workspace shares/workspace
      ;;
  esac
  for share in request channel artifacts cache; do ln -s "../$share" "shares/$share"; done
  ln -s /nix/store shares/nix-store
  [ -z "$contain" ] || {
    printf %s "$contain" >request/contain
    bash request/contain "$dir" probe >/dev/null
  }
}
if mkdir launched 2>/dev/null; then
  furnish
  # exec in a subshell: a shell that waited here would hold the connection's pipes, and we would
  # wait for the guest's end.
  (
    if command -v setsid >/dev/null 2>&1; then
      exec setsid env "$@" sh "$dir/supervisor.sh" "$dir" "$name" "$kind" "$runner" "$disk_kib"
    fi
    # macOS has no setsid, but it has perl.
    exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV or exit 127' \
      env "$@" sh "$dir/supervisor.sh" "$dir" "$name" "$kind" "$runner" "$disk_kib"
  ) </dev/null >supervisor.log 2>&1 &
fi
tries=0
until [ -s supervisor.pid ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 500 ]; then
    cat supervisor.log >&2
    exit 1
  fi
  sleep 0.02
done
[ -z "$contain" ] || cat channel/contained
`;
