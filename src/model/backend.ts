import type { z } from 'zod';

/** As records, settings and `backend = …` call a way to make guests. */
export type BackendName = string;

/** What guests get that ask for nothing. */
export interface GuestSize {
  vcpu: number;
  memMib: number;
}

/** What a manifest has to know of a backend. */
export interface BackendSettings<Settings = unknown> {
  readonly name: BackendName;
  /** Of `[hosts.x.<name>]`; without it there is no such table. */
  readonly settings?: z.ZodType<Settings>;
  /** A line of a host's settings for people to start from. */
  readonly example?: string;
  /** Nothing where a guest is not limited. */
  size?(settings: Settings): GuestSize;
}

/** What a host says for a backend; nothing where the backend takes nothing. */
export function settingsFor<Settings>(
  { name, settings }: BackendSettings<Settings>,
  host: { settings: Readonly<Record<BackendName, unknown>> },
): Settings {
  return settings?.parse(host.settings[name] ?? {}) as Settings;
}
