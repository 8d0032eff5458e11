import { capture } from '../host/capture.ts';
import type { GuestSlot } from './guest.ts';
import { admissionScript } from './scripts.ts';

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
      script: admissionScript(),
      args: [dir, String(maxGuests), String(patience), String(told ?? 0)],
      purpose: 'wait for a free place',
    };
    const ahead = Number(await capture(host, command, { signal }));
    if (ahead === 0) return;
    if (ahead !== told) onWaiting(ahead);
    told = ahead;
  }
}
