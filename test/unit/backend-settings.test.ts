import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hostLocal } from '../../src/backends/host-local/host-local.ts';
import { checkGrants } from '../../src/core/grants.ts';
import type { Backend } from '../../src/guest/backend.ts';
import { resolveHosts } from '../../src/manifest/resolve-host.ts';
import type { HostSpec } from '../../src/model/target.ts';
import { chooseBackend } from '../../src/run/choose-backend.ts';
import { lane, local } from '../support/samples.ts';

/** A backend that can do nothing without being told something. */
const demanding: Backend<{ image: string }, undefined> = {
  name: 'demanding',
  runner: 'host_local',
  machine: false,
  settings: z.strictObject({ image: z.string() }),
  size: ({ image }) => ({ vcpu: image.length, memMib: 512 }),
  permissions: ({ image }) => [{ permission: 'workspace_runner', problem: `boots ${image}` }],
  refuse: () => undefined,
  steps: () => [],
  prepare: () => Promise.resolve(undefined),
  programs: (request) => hostLocal.programs(request, undefined, undefined),
  probe: () => Promise.resolve([]),
};
const backends = [demanding as Backend];

function hostsOf(text: object): ReadonlyMap<string, HostSpec> {
  return resolveHosts({
    declared: new Map(),
    given: new Map([['far', { address: 'ssh://ci@far', ...text }]]),
    origin: 'workflow',
    manifest: 'pikaci.toml',
    localWorkDir: '/work',
    backends,
  }).hosts;
}

const laneOn = (host: HostSpec) => lane({ id: 'l', runner: { kind: 'host_local', host } });

describe('a host that says nothing for a backend that needs something', () => {
  it('is a host, on which that backend gives nothing', () => {
    expect(hostsOf({}).get('far')).toMatchObject({ maxVcpu: 1, maxMemMib: 1, settings: {} });
    const told = hostsOf({ demanding: { image: 'four' } }).get('far');
    expect(told).toMatchObject({ maxVcpu: 4, maxMemMib: 512 });
  });

  it('has its lanes refused, with what is lacking', () => {
    const bare = laneOn({ ...local, settings: {} });
    expect(() => checkGrants(backends, [bare])).not.toThrow();
    expect(chooseBackend(backends, bare)).toMatchObject({
      kind: 'refused',
      failure: {
        cause: 'lane_unsupported',
        problem: 'host `local` does not say what backend demanding needs: demanding.image',
      },
    });
  });

  it('runs them when it says so', () => {
    const told = laneOn({ ...local, settings: { demanding: { image: 'x' } } });
    const settings = { image: 'x' };
    expect(chooseBackend(backends, told)).toMatchObject({ kind: 'chosen', settings });
  });
});
