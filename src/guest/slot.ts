import { randomBytes } from 'node:crypto';
import { capture, stdoutOf } from '../host/capture.ts';
import { diskLeftShell } from '../host/disk-left.ts';
import { exitedWith, type Host } from '../host/host.ts';
import { workFolderFunctions } from '../host/shell-functions.ts';
import type { GuestSlot } from './guest.ts';
import { keepGuest } from './keep.ts';
import { grantLease, keepLease } from './lease.ts';
import { removeGuest } from './remove.ts';

/** Removal has to end, too: after this the lease is left to do it. */
const removalTimeoutMs = 30_000;

/**
 * Claims a place for a guest: a folder with a lease, which so exists before anything that it
 * covers, and a place in the host's queue. A guest of the same name whose lease is over is one that
 * a lost runner left behind, and is removed first; a live one is somebody's, and is never replaced.
 * @param snapshot hash of the snapshot that the guest will use, which is kept for as long
 * @throws FailureError `host_command_failed`, `work_folder_refused`
 */
export async function claimSlot(
  host: Host,
  name: string,
  snapshot: string,
  signal: AbortSignal,
): Promise<GuestSlot> {
  // A claim whose answer was lost with the link is known again by its owner.
  const owner = randomBytes(8).toString('hex');
  const command = {
    script: `${workFolderFunctions()}\n${claimScript}`,
    args: [host.spec.workDir, name, owner, snapshot],
    purpose: `make the folder of ${name}`,
  };
  signal.throwIfAborted();
  // Never cut off half-way: whether the folder exists would then be anyone's guess.
  const first = await host.call(command);
  const expired = exitedWith(first.exit, expiredExit);
  if (expired) await removeGuest(host, name);
  const dir = (expired ? await capture(host, command) : stdoutOf(host, command, first)).trim();
  const lease = keepLease(host, dir);
  let kept = false;
  return {
    host,
    name,
    dir,
    keep: async (minutes, keepSignal) => {
      // A renewal that is under way would cut the last lease short.
      await lease.end();
      await keepGuest(host, { name, dir }, minutes, keepSignal);
      keepSignal.throwIfAborted();
      kept = true;
    },
    [Symbol.asyncDispose]: async () => {
      if (kept) return;
      void lease.end();
      await removeGuest(host, name, AbortSignal.timeout(removalTimeoutMs));
    },
  };
}

const expiredExit = 17;

/**
 * The queue holds a link to each guest, named by a number that grows: making a link is atomic, so
 * of two who come at once each gets a number of their own.
 */
const claimScript = String.raw`
set -eu
enter_work_folder "$1"
name=$2 owner=$3 snapshot=$4
guests=$work/guests queue=$work/queue
dir=$guests/$name
mkdir -p "$guests" "$queue"
if [ -d "$dir" ]; then
  if [ "$(cat "$dir/owner" 2>/dev/null || :)" = "$owner" ]; then
    cd "$dir" && pwd -P
    exit
  fi
  expires=0
  read -r expires <"$dir/lease" || :
  left=$((expires - $(date +%s)))
  [ "$left" -gt 0 ] || exit ${expiredExit}
  echo "a guest of this name is alive there; its lease ends in $left s unless it is renewed" >&2
  exit 1
fi
mkdir "$dir"
number=
${diskLeftShell}
# Half a claim is none. Most often the disk is full.
give_up() {
  disk_left "$guests" >&2
  rm -rf "$dir"
  [ -z "$number" ] || rm -f "$queue/$number"
}
trap give_up EXIT
set -- "$dir"
{ ${grantLease}; } || exit 1
echo "$snapshot" >"$dir/snapshot"
next=$(ls "$queue" | sort -n | tail -n 1)
next=$((0 + next + 1))
until ln -s "../guests/$name" "$queue/$next" 2>/dev/null; do
  next=$((next + 1))
  [ "$next" -lt 1000000000 ] || exit 1
done
number=$next
echo "$number" >"$dir/number"
echo "$owner" >"$dir/owner"
trap - EXIT
cd "$dir" && pwd -P
`;
