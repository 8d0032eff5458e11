import { info, warning } from '@actions/core';
import { describeFailure } from '../model/describe-failure.ts';
import { failureOf } from '../model/failure.ts';
import { removeGuest } from '../guest/remove.ts';
import { openHost } from '../host/open.ts';
import { inputCredentials } from './credentials.ts';
import { readCredentialInputs } from './inputs.ts';
import { readSavedGuests, type SavedGuest } from './saved-state.ts';

/** Well inside what the runner grants post steps after a cancellation: five minutes in all. */
const removalTimeoutMs = 60_000;

/**
 * Removes whatever guests the main step may have left. Needs no manifest; finding nothing is
 * success, and no trouble here fails a job that passed: the leases end what we cannot reach.
 */
export async function postStep(): Promise<number> {
  for (const guest of readGuests()) await remove(guest);
  return 0;
}

function readGuests(): SavedGuest[] {
  try {
    return readSavedGuests();
  } catch (error) {
    warning(`cannot read which guests there were: ${String(error)}`);
    return [];
  }
}

async function remove({ name, host: saved }: SavedGuest): Promise<void> {
  const signal = AbortSignal.timeout(removalTimeoutMs);
  try {
    const spec = { ...saved, backend: 'auto', maxGuests: undefined, microvm: undefined } as const;
    await using host = await openHost(
      spec,
      inputCredentials(readCredentialInputs(), process.env['SSH_AUTH_SOCK']),
      { signal },
    );
    await removeGuest(host, name, signal);
    info(`guest ${name} on ${saved.name} is removed`);
  } catch (error) {
    const { headline } = describeFailure(failureOf(error));
    warning(`guest ${name} on ${saved.name} is left to its lease: ${headline}`);
  }
}
