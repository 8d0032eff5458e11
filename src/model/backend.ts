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

/** What a host says for a backend; a backend may need something to be said. */
export type SettingsSaid<Settings> =
  { kind: 'said'; settings: Settings } | { kind: 'lacking'; keys: string };

export function settingsFor<Settings>(
  { name, settings: schema }: BackendSettings<Settings>,
  host: { settings: Readonly<Record<BackendName, unknown>> },
): SettingsSaid<Settings> {
  // A backend without a schema takes nothing.
  if (schema === undefined) return { kind: 'said', settings: undefined as Settings };
  const parsed = schema.safeParse(host.settings[name] ?? {});
  if (parsed.success) return { kind: 'said', settings: parsed.data };
  const keys = parsed.error.issues.map(({ path }) => [name, ...path].join('.'));
  return { kind: 'lacking', keys: [...new Set(keys)].join(', ') };
}
