import type { Lane, PullPolicy } from '../model/target.ts';

/** What a lane is where nobody says otherwise, whichever manifest declares it. */
export const laneDefaults = {
  description: '',
  pull: 'always',
  shell: undefined,
  workdir: undefined,
  timeoutSecs: 1800,
  vcpu: undefined,
  memMib: undefined,
  diskGib: undefined,
  logMib: 256,
  artifactsMib: 2048,
  writableWorkspace: false,
  runAsRoot: false,
  env: {},
  secrets: [],
  git: false,
  artifacts: [],
  retriesOnInfrastructure: 1,
  runsOn: 'ubuntu-latest',
} as const satisfies Partial<Lane> & { pull: PullPolicy };
