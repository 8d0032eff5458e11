import { capture } from '../host/capture.ts';
import type { Host } from '../host/host.ts';
import { removeGuest } from './remove.ts';

/**
 * Removes the guests whose lease is over, with all they made: those that a lost runner left and
 * whose supervisor is gone, too. Guests that live are never touched, nor is anything that is not
 * ours.
 * @returns the names of the guests
 */
export async function reapGuests(host: Host, signal: AbortSignal): Promise<string[]> {
  const command = {
    script: expiredScript,
    args: [host.spec.workDir],
    purpose: 'look for guests whose lease is over',
  };
  const names = (await capture(host, command, { signal })).split('\n').filter(Boolean);
  for (const name of names) await removeGuest(host, name, signal);
  return names;
}

/** A folder without a lease is one that is being made; it gets a minute. */
const expiredScript = String.raw`
cd "$1/guests" 2>/dev/null || exit 0
now=$(date +%s)
for guest in pikaci-*; do
  [ -d "$guest" ] || continue
  expires=0
  read -r expires <"$guest/lease" 2>/dev/null || expires=0
  if [ -e "$guest/lease" ]; then
    [ "$expires" -gt "$now" ] || echo "$guest"
  elif [ -z "$(find "$guest" -prune -mmin -1)" ]; then
    echo "$guest"
  fi
done
for place in ../queue/*; do
  [ -e "$place" ] || [ ! -L "$place" ] || rm -f "$place"
done
`;
