import { capture } from '../host/capture.ts';
import type { Host, HostCommand } from '../host/host.ts';
import { removeTreeFunctions, workFolderFunctions } from '../host/shell-functions.ts';

/** What a host keeps of old snapshots, and of what was built from them. */
export interface PruneLimits {
  snapshots: number;
  days: number;
  megabytes: number;
}

export const defaultPruneLimits: PruneLimits = { snapshots: 50, days: 14, megabytes: 20_000 };

/**
 * Removes snapshots beyond any of the limits, the longest unused first, and GC roots of builds that
 * are as old. Nothing goes that a guest with a living lease uses, or that was used within the hour:
 * a run may have found it and be about to boot.
 * @returns the hashes of the snapshots
 */
export async function pruneSnapshots(
  host: Host,
  limits: PruneLimits,
  signal: AbortSignal,
): Promise<string[]> {
  const command = pruneCommand(host.spec.workDir, limits);
  return (await capture(host, command, { signal })).split('\n').filter(Boolean);
}

export function pruneCommand(
  workDir: string,
  { snapshots, days, megabytes }: PruneLimits,
): HostCommand {
  const limits = [snapshots, days * 24 * 60, megabytes * 1024].map((limit) =>
    String(Math.round(limit)),
  );
  const script = `${workFolderFunctions()}\n${removeTreeFunctions()}\n${pruneScript}`;
  return { script, args: [workDir, ...limits], purpose: 'prune old snapshots' };
}

/**
 * Arguments: work dir, most snapshots, most minutes, most kilobytes. `du` counts a file that several
 * snapshots share once, for the newest of them. A folder leaves its place in one step, so that nobody
 * finds half of it. What has to stay is told, and the others go.
 */
const pruneScript = String.raw`
find_work_folder "$1" || exit 0
cd snapshots 2>/dev/null || exit 0
most=$2 minutes=$3 kilobytes=$4
now=$(date +%s)
used=
for guest in ../guests/*; do
  [ -e "$guest/lease" ] || continue
  expires=0
  read -r expires <"$guest/lease"
  [ "$expires" -le "$now" ] || used="$used $(cat "$guest/snapshot" 2>/dev/null)"
done
count=0 total=0
left=0
du -sk -- $(ls -t -- */complete 2>/dev/null | sed 's|/complete$||') /dev/null 2>/dev/null |
  {
  while read -r size hash; do
    [ "$hash" != /dev/null ] || continue
    count=$((count + 1))
    total=$((total + size))
    case " $used " in *" $hash "*) continue ;; esac
    [ -z "$(find "$hash/complete" -mmin -60)" ] || continue
    if [ "$count" -gt "$most" ] || [ "$total" -gt "$kilobytes" ] ||
      [ -z "$(find "$hash/complete" -mmin "-$minutes")" ]; then
      gone="../tmp/pruned-$$-$hash"
      if release_mounts "$hash" && mv "$hash" "$gone" && remove_tree "$gone"; then echo "$hash"
      else left=1
      fi
    fi
  done
  exit "$left"
  } || left=1
find ../gcroots -mindepth 1 -maxdepth 1 -type l -mmin "+$minutes" -exec rm -f {} + 2>/dev/null
remove_old "$work/tmp" || left=1
exit "$left"
`;
