import { describe, expect, it } from 'vitest';
import { setupImageHost } from '../../src/backends/image/setup.ts';
import { failedReach, hostChecks } from '../../src/core/host-checks.ts';
import { hostFacts, type HostFacts } from '../../src/core/host-facts.ts';
import { setupLines, workflowLines } from '../../src/core/setup-words.ts';
import { readFacts } from '../../src/host/facts.ts';
import { isOlder, toolChecks, versionIn } from '../../src/host/tools.ts';
import type { Check } from '../../src/model/check.ts';
import { newHostSpec } from '../../src/manifest/resolve-host.ts';
import { checkLines } from '../../src/report/check-lines.ts';
import { palette } from '../../src/report/status-text.ts';

const now = 1_800_000_000;
const wellHost = [
  `time ${now}`,
  'system Linux 6.12.0',
  'processor x86_64',
  'distribution debian ',
  'release Debian GNU/Linux 13 (trixie)',
  'user ci',
  'cpus 8',
  'memory_kib 33554432',
  'lacks_for_guests',
  'work_folder /home/ci/.cache/pikaci',
  'disk_kib 104857600 209715200',
  'alive 0',
  'reaper by hand',
  'runs_reaper systemd',
];

const factsWith = (...lines: string[]): HostFacts => {
  const keys = lines.map((line) => line.split(' ')[0]);
  const rest = wellHost.filter((line) => !keys.includes(line.split(' ')[0]));
  return hostFacts([...rest, ...lines, ''].join('\n'), ['skopeo', 'zstd'], now);
};
const endpoint = { user: 'ci', hostname: 'build.example.com', port: 22 };
const address = { kind: 'ssh', endpoints: [endpoint] } as const;
const spec = newHostSpec('build', address, undefined, '/unused');
const checkOf = (checks: readonly Check[], name: string): Check => {
  const found = checks.find((it) => it.name === name);
  if (found === undefined) throw new Error(`no check ${name}`);
  return found;
};
const stateOf = (name: string, ...lines: string[]) =>
  checkOf(hostChecks(factsWith(...lines), spec), name).state;

describe('versions', () => {
  it.each([
    ['QEMU emulator version 10.0.8 (Debian 1:10.0.8+ds-0+deb13u1)', '10.0.8'],
    ['skopeo version 1.18.0', '1.18.0'],
    ['mkfs.erofs (erofs-utils) 1.8.6', '1.8.6'],
    ['mke2fs 1.47.2 (1-Jan-2025)  Using EXT2FS Library version 1.47.2', '1.47.2'],
    ['*** Zstandard CLI (64-bit) v1.5.7, by Yann Collet ***', '1.5.7'],
    ['xz (XZ Utils) 5.8.1 liblzma 5.8.1', '5.8.1'],
    ['passt 0.0~git20250503.587980c-2', '0.0~git20250503.587980c-2'],
    ['flock from util-linux 2.41', '2.41'],
    ['no version at all', undefined],
  ])('%s', (said, version) => expect(versionIn(said)).toBe(version));

  it.each([
    ['1.8.6', '1.7', false],
    ['1.7', '1.7', false],
    ['1.7-rc1', '1.7', false],
    ['1.5', '1.7', true],
    ['1.10', '1.7', false],
    ['2.0', '1.7', false],
    ['1', '1.7', true],
  ])('%s, where %s is needed', (version, least, older) => {
    expect(isOlder(version, least)).toBe(older);
  });

  it('a tool that is too old, or not there, is no tool', () => {
    const facts = readFacts('tool mkfs.erofs mkfs.erofs 1.5\nmissing skopeo\n');
    const wanted = [{ name: 'mkfs.erofs', least: '1.7' }, { name: 'skopeo' }];
    expect(toolChecks(facts, wanted, 'Install it.')).toMatchObject([
      { name: 'mkfs.erofs', state: 'failed', seen: '1.5; at least 1.7 is needed' },
      { name: 'skopeo', state: 'failed', seen: 'is not there', remedy: 'Install it.' },
    ]);
  });
});

describe('what a host says', () => {
  it('is harmless and bounded', () => {
    const said = `system \u001b]0;title\u0007\u001b[2J\u009b31mLinux\u202e\r${'x'.repeat(10_000)}\n`;
    const seen = readFacts(said).get('system') ?? '';
    expect(seen).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(seen.length).toBeLessThanOrEqual(200);
    expect(readFacts('over x\n'.repeat(5000)).all('over')).toHaveLength(100);
  });

  it('is taken for a program to install only where that was asked for', () => {
    const { missing, processor, installs } = factsWith(
      'missing skopeo',
      'missing evil; rm -rf /',
      'processor $(touch /tmp/x)',
      'installs sudo sh -c evil',
    );
    expect({ missing, processor, installs }).toEqual({
      missing: ['skopeo'],
      processor: '',
      installs: undefined,
    });
  });

  it('which is nothing, or nonsense, is no crash', () => {
    for (const printed of ['', 'cpus many\ntime soon\nalive -1\n', '\0\0\0']) {
      const checks = hostChecks(hostFacts(printed, [], now), spec);
      expect(checkOf(checks, 'work folder').state).toBe('failed');
    }
  });
});

describe('checks of a host', () => {
  it('are all well where all is well', () => {
    const states = hostChecks(factsWith(), spec).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['ok']));
  });

  it.each([
    ['programs', 'failed', 'lacks_for_guests awk, sed'],
    ['clock', 'ok', `time ${now + 9}`],
    ['clock', 'warning', `time ${now - 60}`],
    ['clock', 'failed', `time ${now + 3600}`],
    ['space', 'warning', 'disk_kib 5242880 209715200'],
    ['space', 'failed', 'disk_kib 1048576 209715200'],
    ['work folder', 'failed', 'refused /home/ci/.cache/pikaci is not used: it is a link'],
    ['guests', 'warning', 'over pikaci-one'],
    ['reaper', 'ok', 'reaper not wanted'],
  ])('%s is %s where it says: %s', (name, state, line) => expect(stateOf(name, line)).toBe(state));

  it('tell of a reaper that nothing runs what runs it', () => {
    const facts = factsWith();
    if (facts.workFolder.kind !== 'there') throw new Error('it is there');
    const workFolder = { ...facts.workFolder, reaper: { decision: 'by hand', runBy: undefined } };
    const { state, remedy } = checkOf(hostChecks({ ...facts, workFolder }, spec), 'reaper');
    expect(state).toBe('warning');
    expect(remedy).toContain('*/5 * * * * /bin/sh /home/ci/.cache/pikaci/reaper/reap.sh');
  });

  it('hold what lanes are granted against what there is', () => {
    const granting = { ...spec, maxVcpu: 16, maxMemMib: 4096 };
    expect(checkOf(hostChecks(factsWith(), granting), 'size')).toMatchObject({
      state: 'warning',
      remedy: 'Set max_vcpu of the host to what it has, or less.',
    });
  });

  it('end where the way to the host ends', () => {
    const where = { host: 'build', address: 'ssh://ci@build' };
    const key = failedReach({ cause: 'host_key_unpinned', ...where, offered: 'build ssh-x AAAA' });
    expect(key.map(({ name, state }) => [name, state])).toEqual([
      ['reach', 'ok'],
      ['host key', 'failed'],
    ]);
    expect(key[1]?.seen).toContain('build ssh-x AAAA');
    const down = { cause: 'host_unreachable', ...where, reason: { kind: 'refused' } } as const;
    expect(failedReach(down)).toMatchObject([{ name: 'reach', state: 'failed' }]);
  });
});

describe('checks as lines', () => {
  const checks: Check[] = [
    { name: 'reach', state: 'ok', seen: 'in 12 ms' },
    {
      name: 'work folder',
      state: 'failed',
      seen: 'it is a link',
      remedy: 'Name the folder itself.',
    },
  ];

  it('are a table', () => {
    expect(checkLines(checks, palette(false))).toEqual([
      '  ok       reach        in 12 ms',
      '  failed   work folder  it is a link',
      '                        → Name the folder itself.',
    ]);
  });

  it('fit a narrow terminal', () => {
    const long = 'words '.repeat(30).trim();
    const remedy = 'sudo do this';
    const lines = checkLines(
      [{ name: 'KVM', state: 'warning', seen: long, remedy }],
      palette(false),
      40,
    );
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines[0]).toBe('  warning  KVM');
    expect(lines.at(-1)).toBe('    → sudo do this');
    const short = { name: 'reach', state: 'ok', seen: 'in 12 ms' } as const;
    expect(checkLines([short], palette(false), 40)).toEqual(['  ok       reach  in 12 ms']);
  });
});

describe('a setup', () => {
  const plan = {
    facts: factsWith(),
    missing: ['skopeo'],
    packages: ['skopeo'],
    parts: [],
    reaper: false,
  };

  it('says the line for an administrator where the user may not install', () => {
    expect(setupLines(plan)).toContain(
      '      sudo apt-get update && sudo apt-get install -y --no-install-recommends skopeo',
    );
    const allowed = { ...plan, facts: { ...plan.facts, installs: 'sudo' } } as const;
    expect(setupLines(allowed).join('\n')).not.toContain('administrator');
  });

  it('says that there is nothing to do', () => {
    const done = { ...plan, missing: [], packages: [] };
    expect(setupLines(done)).toContain('  Nothing to do: all is there.');
  });

  it('prints what a workflow takes as it is', () => {
    expect(
      workflowLines({ ...spec, workDir: '/srv/"ci"' }, ['build.example.com ssh-x AAAA']),
    ).toEqual([
      '',
      'For the step of the workflow, under `with:` (and `ssh-key` from a secret):',
      '',
      '  ssh-known-hosts: |',
      '    build.example.com ssh-x AAAA',
      '  hosts: |',
      '    [build]',
      '    address = "ssh://ci@build.example.com:22"',
      String.raw`    work_dir = "/srv/\"ci\""`,
    ]);
  });

  it('knows the packages of its programs by the processor', () => {
    expect(setupImageHost('x86_64').packages).toMatchObject({
      'qemu-system-x86_64': 'qemu-system-x86',
      'mkfs.erofs': 'erofs-utils',
    });
    expect(setupImageHost('aarch64').packages).toHaveProperty(
      'qemu-system-aarch64',
      'qemu-system-arm',
    );
    const strange = Object.keys(setupImageHost('').packages);
    expect(strange.filter((name) => name.startsWith('qemu'))).toEqual([]);
  });
});
