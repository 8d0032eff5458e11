import type { FaultKit } from './fault-kit.ts';

/** Lanes on the host itself, which contains them: nothing boots there, and Nix builds nothing for it. */
export const hostLocal: FaultKit = {
  name: 'host_local',
  manifest: { runner: 'host_local' },
  contained: true,
  holdsNameless: true,
  stagedOutputs: false,
  keptGuestRuns: false,
  guestProcess: '^bash request/agent',
  forge: (writeResult) => ({
    by: 'host',
    script: `cd "$1"/guests/*/channel && { ${writeResult}; pkill -KILL -f '^bash request/agent'; }`,
  }),
  cancelled: { lanesOfWholeSuite: 160, lanes: 12, atOnce: 4, withinMs: 4000 },
};
