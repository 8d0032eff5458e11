import { describe, expect, it } from 'vitest';
import { backends } from '../../src/core/backends.ts';
import { checkGrants } from '../../src/core/grants.ts';
import { failureLines } from '../../src/model/describe-failure.ts';
import { failureOf } from '../../src/model/failure.ts';
import type { HostSpec, Lane } from '../../src/model/target.ts';
import { lane, local } from '../support/samples.ts';

const far: HostSpec = {
  ...local,
  name: 'far',
  address: { kind: 'ssh', endpoints: [{ user: 'ci', hostname: 'far', port: 22 }] },
  maxVcpu: 4,
  maxMemMib: 1024,
  maxDiskGib: 30,
  settings: { microvm: { guest: 'path:/g#r' } },
};
const inVm = (some: Partial<Lane>, host: Partial<HostSpec> = {}): Lane =>
  lane({
    id: 'l',
    runner: { kind: 'remote_linux_vm', host: { ...far, ...host }, staged: undefined },
    ...some,
  });
const onHost = (host: HostSpec): Lane => lane({ id: 'h', runner: { kind: 'host_local', host } });

function said(...lanes: Lane[]): string {
  try {
    checkGrants(backends, lanes);
    return 'granted';
  } catch (error) {
    return failureLines(failureOf(error)).join('\n');
  }
}

describe('a lane gets from its host', () => {
  it.each<[string, Lane]>([
    ['what it asks for, up to the limits', inVm({ vcpu: 4, memMib: 1024, diskGib: 30 })],
    ['anything where there are no limits', inVm({ vcpu: 64 }, { maxVcpu: undefined })],
    ['less disk than usual, where it has less', inVm({}, { maxDiskGib: 5 })],
    ['this machine itself', onHost(local)],
    ['another itself, where that says so', onHost({ ...far, allow: ['host_local'] })],
    [
      'a runner out of the workspace, where it says so',
      inVm({}, { settings: { microvm: { guest: '.#g' } }, allow: ['workspace_runner'] }),
    ],
  ])('%s', (_, it) => {
    expect(said(it)).toBe('granted');
  });

  it.each<[string, Lane, RegExp]>([
    ['CPUs', inVm({ vcpu: 5 }), /asks for 5 CPUs .* grants 4\n {2}\[far\]\n {2}max_vcpu = 5\n/],
    ['memory', inVm({ memMib: 1025 }), /max_mem_mib = 1025/],
    ['disk', inVm({ diskGib: 31 }), /max_disk_gib = 31/],
    ['disk, as much as usual, too', inVm({ diskGib: 20 }, { maxDiskGib: 5 }), /max_disk_gib = 20/],
    ['the host itself', onHost(far), /allow = \["host_local"\]/],
    [
      'a runner out of the workspace',
      inVm({}, { settings: { microvm: { guest: './nix#g' } }, allow: ['host_local'] }),
      /allow = \["host_local", "workspace_runner"\]/,
    ],
  ])('no %s beyond what it grants', (_, it, message) => {
    expect(said(it)).toMatch(message);
  });

  it('all that is in the way in one error', () => {
    expect(said(inVm({ vcpu: 9, memMib: 2000 }), onHost(far))).toBe(
      [
        'lane `l`: asks for 9 CPUs (vcpu), and host `far` grants 4; lane `l`: asks for 2000 MiB of memory (mem_mib), and host `far` grants 1024; lane `h`: runs on host `far` itself (runner = "host_local"), which it does not allow',
        '  [far]',
        '  allow = ["host_local"]',
        '  max_vcpu = 9',
        '  max_mem_mib = 2000',
        '→ Ask for less, or have whoever owns the host add the lines above to its settings: input `hosts` of the workflow, or the file of --hosts.',
      ].join('\n'),
    );
  });

  it('nothing where nobody who may has said what the host is, all such in one error', () => {
    const untold = (name: string): HostSpec => ({
      ...far,
      name,
      address: {
        kind: 'unknown',
        why: {
          cause: 'hosts_untold',
          origin: 'terminal',
          hosts: [{ problem: `host \`${name}\` has no address`, text: `[${name}]` }],
        },
      },
    });
    const text = said(inVm({}, untold('a')), inVm({ id: 'm' }, untold('b')));
    expect(text).toMatch(
      /^host `a` has no address; host `b` has no address\n {2}\[a\]\n {2}\n {2}\[b\]\n/,
    );
  });
});
