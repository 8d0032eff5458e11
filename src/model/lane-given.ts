/** What a run gives its lanes beside what the manifest says of them. */

export type Variables = Readonly<Record<string, string>>;

/** For the lanes that ask for them by name, from the environment of whoever runs them. */
export type RunSecrets =
  | { kind: 'given'; values: ReadonlyMap<string, string> }
  /** The code that would get them is somebody else's; `why` follows “because”. */
  | { kind: 'withheld'; why: string };

/** What one lane gets. */
export interface LaneGiven {
  /** Where it runs and what for. Hostile at worst, and no secret: people name branches. */
  context: Variables;
  /** Never written down, nor part of any command line. */
  secrets: Variables;
}
