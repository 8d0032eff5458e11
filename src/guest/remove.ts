import { capture } from '../host/capture.ts';
import type { Host } from '../host/host.ts';

/**
 * Removes a guest and all it made on its host: asks its supervisor to end it, ends what is left by
 * the guest's name, and removes its folder. A guest that is not there is removed already.
 */
export async function removeGuest(host: Host, name: string, signal?: AbortSignal): Promise<void> {
  await capture(
    host,
    {
      script: removeScript,
      args: [guestDir(host.spec.workDir, name), name],
      purpose: `remove the guest ${name}`,
    },
    signal ? { signal } : {},
  );
}

export function guestDir(workDir: string, name: string): string {
  return `${workDir}/guests/${name}`;
}

const removeScript = String.raw`
dir=$1 name=$2
[ -d "$dir" ] || exit 0
: >"$dir/stop"
number=$(cat "$dir/number" 2>/dev/null || :)
supervisor=$(cat "$dir/supervisor.pid" 2>/dev/null || :)
supervised() {
  [ -n "$supervisor" ] && ps -p "$supervisor" -o args= 2>/dev/null | grep -qF "$dir"
}
tries=0
while supervised && [ "$tries" -lt 100 ]; do
  sleep 0.05
  tries=$((tries + 1))
done
if supervised; then kill -KILL "$supervisor"; fi
left=$(grep -lzx "PIKACI_GUEST_NAME=$name" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3)
# shellcheck disable=SC2086 # a list of numbers
[ -z "$left" ] || kill -KILL $left 2>/dev/null
[ -z "$number" ] || rm -f "$dir/../../queue/$number"
chmod -R u+rwX "$dir" 2>/dev/null
rm -rf "$dir"
# A process may have written one more file while it died.
[ ! -e "$dir" ] || { sleep 0.2 && rm -rf "$dir"; }
`;
