import type { SshEndpoint } from './address.ts';

/** What becomes of the guest of a lane that failed. */
export type AfterFailure =
  | { kind: 'removed' }
  /** For people to look into; `via` are hosts that they go through on the way there. */
  | { kind: 'kept'; minutes: number; via: readonly SshEndpoint[] }
  /** Asked for, and denied; `why` completes "the guest is not kept: …". */
  | { kind: 'denied'; why: string };

/** @param minutes 0 for nothing to be kept */
export function keptFor(minutes: number, via: readonly SshEndpoint[]): AfterFailure {
  return minutes === 0 ? { kind: 'removed' } : { kind: 'kept', minutes, via };
}

/** A kept guest takes room on its host; longer is for nobody who still remembers it. */
export const mostKeptMinutes = 240;
