import { getState, saveState } from '@actions/core';
import { z } from 'zod';
import type { SshEndpoint } from '../model/address.ts';
import type { LegRecord } from '../model/leg.ts';
import type { Machine } from '../model/target.ts';

/** A guest that may exist, as the main step tells the post step before it does. */
export interface SavedGuest {
  name: string;
  host: Machine;
}

const key = 'guests';

const endpoint = z
  .object({ user: z.string().optional(), hostname: z.string(), port: z.number() })
  .transform((it): SshEndpoint => ({ ...it, user: it.user }));

const savedGuests = z.array(
  z.object({
    // Lanes on this machine may write where the runner keeps this; a name becomes part of a path.
    name: z.string().regex(/^pikaci-[a-z0-9-]{1,56}$/),
    host: z.object({
      name: z.string(),
      os: z.enum(['linux', 'mac']),
      address: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('local') }),
        z.object({
          kind: z.literal('ssh'),
          endpoints: z
            .tuple([endpoint], endpoint)
            .transform(([first, ...more]): [SshEndpoint, ...SshEndpoint[]] => [first, ...more]),
        }),
      ]),
      workDir: z.string(),
    }),
  }),
);

/** Marks that the main step ran, so that the same bundle knows a post step when it is started. */
export function markMainStep(): void {
  saveState('main-step', 'started');
}

export function isPostStep(): boolean {
  return getState('main-step') !== '';
}

export interface GuestSaver {
  save: (guest: SavedGuest) => void;
  forget: (name: string) => void;
}

/** Saves each guest's name as soon as it has one; the last value of a key counts. */
export function guestSaver(): GuestSaver {
  const guests = new Map<string, SavedGuest>();
  const write = (): void => saveState(key, JSON.stringify([...guests.values()]));
  return {
    save: (guest) => {
      guests.set(guest.name, guest);
      write();
    },
    forget: (name) => {
      guests.delete(name);
      write();
    },
  };
}

export function readSavedGuests(): SavedGuest[] {
  const text = getState(key);
  if (text === '') return [];
  return savedGuests.parse(JSON.parse(text));
}

/** A leg's records that the post step leaves as an artifact where the main step could not. */
export interface SavedLeg {
  /** Of the run's files. */
  folder: string;
  leg: LegRecord;
}

export function saveLeg(leg: SavedLeg): void {
  saveState('leg', JSON.stringify(leg));
}

export function forgetLeg(): void {
  saveState('leg', '');
}

export function readSavedLeg(): SavedLeg | undefined {
  const text = getState('leg');
  return text === '' ? undefined : (JSON.parse(text) as SavedLeg);
}
