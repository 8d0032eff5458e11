import type { Lane } from '../model/target.ts';

/** What a lane is where nobody says otherwise, whichever manifest declares it. */
export const laneDefaults = {
  description: '',
  timeoutSecs: 1800,
  writableWorkspace: false,
  runAsRoot: false,
  env: {},
  artifacts: [],
  retriesOnInfrastructure: 1,
  runsOn: 'ubuntu-latest',
} as const satisfies Partial<Lane>;
