import type { HostSpec, Lane, Target } from '../../src/model/target.ts';

export const local: HostSpec = {
  name: 'local',
  os: 'linux',
  address: { kind: 'local' },
  workDir: '/work',
  backend: 'auto',
  maxGuests: undefined,
  maxVcpu: undefined,
  maxMemMib: undefined,
  maxDiskGib: undefined,
  allow: [],
  settings: {},
};

export const builder: HostSpec = {
  ...local,
  name: 'builder',
  address: { kind: 'ssh', endpoints: [{ user: 'ci', hostname: 'builder', port: 22 }] },
  settings: { microvm: { guest: 'path:/opt/guest#runner', vcpu: 1, mem_mib: 512 } },
};

export function lane(some: Partial<Lane> & { id: string }): Lane {
  return {
    description: '',
    runner: { kind: 'host_local', host: local },
    command: { kind: 'shell', line: 'true' },
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
    ...some,
  };
}

export function target(some: Partial<Target> & { id: string; lanes: readonly Lane[] }): Target {
  return {
    title: some.id,
    description: '',
    trigger: 'branch',
    paths: [],
    concurrencyGroup: some.id,
    failFast: false,
    snapshotExclude: [],
    legs: 'per_lane',
    ...some,
  };
}
