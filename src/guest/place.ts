import { capture, captureAny } from '../host/capture.ts';
import type { Host } from '../host/host.ts';
import type { GuestPlace } from './guest.ts';
import { grantLease, keepLease } from './lease.ts';
import { guestDir, removeGuest } from './remove.ts';

/** Removal has to end, too: after this the lease is left to do it. */
const removalTimeoutMs = 30_000;

/**
 * Claims a place for a guest: a folder that holds nothing but its lease, which so exists before
 * anything that it covers. A guest of the same name whose lease is over is one that a lost runner
 * left behind, and is removed first; a live one is somebody's, and is never replaced.
 * @throws FailureError `host_command_failed`
 */
export async function claimPlace(
  host: Host,
  name: string,
  signal: AbortSignal,
): Promise<GuestPlace> {
  const command = {
    script: claimScript,
    args: [guestDir(host.spec.workDir, name)],
    purpose: `make the folder of ${name}`,
  };
  signal.throwIfAborted();
  // Never cut off half-way: whether the folder exists would then be anyone's guess.
  const first = await captureAny(host, command);
  if (first.exit.kind === 'code' && first.exit.code === expiredExit) await removeGuest(host, name);
  const dir = first.stdout.trim() || (await capture(host, command)).trim();
  const lease = keepLease(host, dir);
  return {
    host,
    name,
    dir,
    [Symbol.asyncDispose]: async () => {
      lease[Symbol.dispose]();
      await removeGuest(host, name, AbortSignal.timeout(removalTimeoutMs));
    },
  };
}

const expiredExit = 17;

const claimScript = String.raw`
set -eu
umask 022
mkdir -p "$(dirname "$1")"
if [ -d "$1" ]; then
  expires=0
  read -r expires <"$1/lease" || :
  left=$((expires - $(date +%s)))
  [ "$left" -gt 0 ] || exit ${expiredExit}
  echo "a guest of this name is alive there; its lease ends in $left s unless it is renewed" >&2
  exit 1
fi
mkdir "$1"
${grantLease}
cd "$1" && pwd -P
`;
