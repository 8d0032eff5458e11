import { capture } from '../host/capture.ts';
import type { Host } from '../host/host.ts';

/**
 * How long a guest is kept without a word from us. Its supervisor and the reaper end it after
 * that, whatever happened to us.
 */
const leaseSecs = 120;
const renewEveryMs = 30_000;

/** Shell that grants the guest in folder `$1` a lease; also used before anything else exists. */
export const grantLease = `echo "$(($(date +%s) + ${leaseSecs}))" >"$1/lease.new" && mv "$1/lease.new" "$1/lease"`;

/**
 * Renews a guest's lease until disposed. A failed renewal is no error here: if the link is gone,
 * whoever follows the guest finds out, and the lease covers several tries.
 */
export function keepLease(host: Host, guestDir: string): Disposable {
  const renew = (): void => {
    const command = { script: grantLease, args: [guestDir], purpose: 'renew a lease' };
    capture(host, command).catch(() => undefined);
  };
  const timer = setInterval(renew, renewEveryMs);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
