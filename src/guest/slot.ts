import { randomBytes } from 'node:crypto';
import { capture, stdoutOf } from '../host/capture.ts';
import { exitedWith, type Host } from '../host/host.ts';
import type { GuestSlot } from './guest.ts';
import { keepGuest } from './keep.ts';
import { keepLease, leaseSecs } from './lease.ts';
import { removeGuest } from './remove.ts';
import { claimScript } from './scripts.ts';

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
    script: claimScript(),
    args: [host.spec.workDir, name, owner, snapshot, String(leaseSecs)],
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

/** See claim.sh. */
const expiredExit = 17;
