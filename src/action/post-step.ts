import { info, warning } from '@actions/core';
import { describeFailure } from '../model/describe-failure.ts';
import { failureOf } from '../model/failure.ts';
import { removeGuest } from '../guest/remove.ts';
import type { Host } from '../host/host.ts';
import { openHost } from '../host/open.ts';
import { inputCredentials } from './input-credentials.ts';
import { readCredentialInputs } from './inputs.ts';
import { readGithubContext } from './github-context.ts';
import { leaveLeg } from './leave-leg.ts';
import { readSavedGuests, readSavedLeg, type SavedGuest } from './saved-state.ts';

/** Well inside what the runner grants post steps after a cancellation: five minutes in all. */
const removalTimeoutMs = 60_000;

/**
 * Removes whatever guests the main step may have left, and leaves its records. Needs no manifest; finding nothing is
 * success, and no trouble here fails a job that passed: the leases end what we cannot reach.
 */
export async function postStep(): Promise<number> {
  const hosts = Map.groupBy(readGuests(), ({ host }) => JSON.stringify(host));
  const removals = [...hosts.values()].map(removeFromOne);
  await Promise.all([...removals, leaveRemainingLeg()]);
  return 0;
}

/** What a main step that was cancelled or killed could not leave for the report itself. */
async function leaveRemainingLeg(): Promise<void> {
  try {
    const saved = readSavedLeg();
    if (saved !== undefined) await leaveLeg(saved, readGithubContext(process.env));
  } catch (error) {
    warning(`the lane's records are not left for the report: ${String(error)}`);
  }
}

function readGuests(): SavedGuest[] {
  try {
    return readSavedGuests();
  } catch (error) {
    warning(`cannot read which guests there were: ${String(error)}`);
    return [];
  }
}

/** Guests of one host, each on its own: one that has to stay holds no other up. */
async function removeFromOne(guests: readonly SavedGuest[]): Promise<void> {
  const [{ host: saved }] = guests as [SavedGuest, ...SavedGuest[]];
  const signal = AbortSignal.timeout(removalTimeoutMs);
  const opening = openSaved(saved, signal);
  await Promise.all(
    guests.map(async ({ name }) => {
      try {
        await removeGuest(await opening, name, signal);
        info(`guest ${name} on ${saved.name} is removed`);
      } catch (error) {
        const { headline } = describeFailure(failureOf(error));
        warning(`guest ${name} on ${saved.name} is left to its lease: ${headline}`);
      }
    }),
  );
  const host = await opening.catch(() => undefined);
  await host?.[Symbol.asyncDispose]();
}

async function openSaved(saved: SavedGuest['host'], signal: AbortSignal): Promise<Host> {
  const credentials = inputCredentials(readCredentialInputs(), process.env['SSH_AUTH_SOCK']);
  return openHost(saved, credentials, { signal });
}
