import { capture } from '../host/capture.ts';
import type { Host } from '../host/host.ts';
import { renewLeaseScript } from './scripts.ts';

/**
 * How long a guest is kept without a word from us. Its supervisor and the reaper end it after
 * that, whatever happened to us.
 */
export const leaseSecs = 120;
const renewEveryMs = 30_000;

/**
 * Renews a guest's lease until ended. A failed renewal is no error here: if the link is gone,
 * whoever follows the guest finds out, and the lease covers several tries.
 */
export function keepLease(host: Host, guestDir: string): LeaseKeeper {
  let renewal = Promise.resolve();
  const renew = (): void => {
    const command = {
      script: renewLeaseScript(),
      args: [guestDir, String(leaseSecs)],
      purpose: 'renew a lease',
    };
    renewal = capture(host, command).then(
      () => undefined,
      () => undefined,
    );
  };
  const timer = setInterval(renew, renewEveryMs);
  timer.unref();
  return {
    end: () => {
      clearInterval(timer);
      return renewal;
    },
  };
}

export interface LeaseKeeper {
  /** No renewal begins from now on; resolves when the last one is over. */
  end: () => Promise<void>;
}
