import { capture } from '../host/capture.ts';
import type { GuestSlot } from './guest.ts';

/** How long the host is asked to wait before it tells how things stand. */
const patienceSecs = 20;

/**
 * Waits until fewer than `maxGuests` live guests have claimed a place on the host before this one.
 * Whoever came first goes first, whichever run it belongs to.
 * @param onWaiting told how many guests have to end first, once at once and then whenever it changes
 */
export async function awaitAdmission(
  { host, dir }: GuestSlot,
  maxGuests: number,
  onWaiting: (ahead: number) => void,
  signal: AbortSignal,
): Promise<void> {
  let told: number | undefined;
  for (let patience = 0; ; patience = patienceSecs) {
    const command = {
      script: admitScript,
      args: [dir, String(maxGuests), String(patience), String(told ?? 0)],
      purpose: 'wait for a free place',
    };
    const ahead = Number(await capture(host, command, { signal }));
    if (ahead === 0) return;
    if (ahead !== told) onWaiting(ahead);
    told = ahead;
  }
}

/**
 * Arguments: folder of the guest, most guests, seconds to wait, number ahead that is known already.
 * Prints how many guests have to end before this one may start. A guest whose lease is over waits
 * for its removal and counts no more.
 */
const admitScript = String.raw`
dir=$1 most=$2 patience=$3 known=$4
read -r number <"$dir/number" && cd "$dir/../../queue" || exit 1
end=$(($(date +%s) + patience))
while :; do
  now=$(date +%s)
  earlier=0
  for place in *; do
    [ -L "$place" ] && [ "$place" -lt "$number" ] || continue
    expires=0
    read -r expires <"$place/lease" 2>/dev/null || continue
    [ "$expires" -le "$now" ] || earlier=$((earlier + 1))
  done
  ahead=$((earlier - most + 1))
  if [ "$ahead" -le 0 ]; then
    echo 0
    exit
  fi
  if [ "$ahead" -ne "$known" ] || [ "$now" -ge "$end" ]; then
    echo "$ahead"
    exit
  fi
  sleep 0.2
done
`;
