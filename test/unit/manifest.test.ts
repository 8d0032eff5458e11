import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backends } from '../../src/core/backends.ts';
import { failureLines } from '../../src/model/describe-failure.ts';
import { failureOf, type HostsOrigin } from '../../src/model/failure.ts';
import { manifestJsonSchema } from '../../src/manifest/json-schema.ts';
import type { UnknownAddress } from '../../src/model/address.ts';
import { loadManifest, type LoadedManifest } from '../../src/manifest/load.ts';
import { permissions } from '../../src/model/target.ts';
import { workTreePaths } from '../../src/repository/files.ts';
import { openRepository } from '../../src/repository/git.ts';
import { readManifest } from '../../src/manifest/read.ts';
import { Project } from '../support/project.ts';

function sourceOf(project: Project, hostsOrigin: HostsOrigin = 'terminal') {
  return {
    repositoryRoot: project.root,
    path: undefined,
    hostsOrigin,
    backends,
    workTreePaths: async () => workTreePaths(await openRepository(project.root)),
    localWorkDir: '/work',
  };
}

const sourceInMemory = {
  nameOf: (path: string) => path,
  candidates: ['pikaci.toml'],
  hosts: undefined,
  hostsOrigin: 'terminal',
  localWorkDir: '/work',
  patterns: 'checked',
  backends,
  workTreePaths: () => Promise.resolve([]),
} as const;

async function load(
  text: string,
  hosts = '',
  hostsOrigin: HostsOrigin = 'terminal',
): Promise<LoadedManifest> {
  using project = new Project().manifest(text);
  const given = { origin: 'input hosts', text: hosts };
  return await loadManifest({ ...sourceOf(project, hostsOrigin), hosts: given });
}

async function problems(text: string, hosts = ''): Promise<string[]> {
  try {
    await load(text, hosts);
    return ['(no problem)'];
  } catch (error) {
    return failureLines(failureOf(error));
  }
}

interface Schema {
  properties: Record<string, Schema>;
  additionalProperties: Schema;
  items: Schema;
}

const whole = manifestJsonSchema(backends) as Schema;
const shapes = {
  file: whole.properties,
  host: property(whole, 'hosts').additionalProperties.properties,
  target: property(whole, 'targets').additionalProperties.properties,
  lane: property(property(whole, 'targets').additionalProperties, 'lanes').items.properties,
  output: property(property(whole, 'staged').additionalProperties, 'outputs').items.properties,
};

function property({ properties }: Schema, name: string): Schema {
  const found = properties[name];
  if (found === undefined) throw new Error(`the schema has no ${name}`);
  return found;
}

const lane = '[[targets.t.lanes]]\nid = "l"\ncommand = "true"';

describe('a manifest', () => {
  it('gives lanes the defaults of their target, and targets those of the file', async () => {
    const { targets } = await load(`
version = 1
[defaults]
runner = "host_local"
timeout_secs = 60
env = { A = "file", B = "file" }
[targets.t]
timeout_secs = 90
env = { B = "target" }
[[targets.t.lanes]]
id = "first"
command = "true"
[[targets.t.lanes]]
id = "second"
command = ["printf", "%s", "two words"]
timeout_secs = 5
env = { B = "lane" }
`);
    expect(targets).toMatchObject([
      {
        id: 't',
        title: 't',
        trigger: 'branch',
        concurrencyGroup: 't',
        lanes: [
          {
            id: 'first',
            command: { kind: 'shell', line: 'true' },
            timeoutSecs: 90,
            env: { A: 'file', B: 'target' },
            runner: { kind: 'host_local', host: { name: 'local', workDir: '/work' } },
            retriesOnInfrastructure: 1,
          },
          {
            id: 'second',
            command: { kind: 'argv', argv: ['printf', '%s', 'two words'] },
            timeoutSecs: 5,
            env: { A: 'file', B: 'lane' },
          },
        ],
      },
    ]);
  });

  it('resolves staged outputs, and defaults runner and concurrency group by them', async () => {
    const { targets } = await load(`
version = 1
[hosts.builder]
address = "ssh://ci@builder:2222"
microvm = { guest = "path:/opt/guest#runner" }
[staged.s]
node_prefix = "prefix"
outputs = [{ name = "deps", installable = ".#deps" }, { name = "build", installable = ".#build", needs = ["deps"] }]
[targets.t]
host = "builder"
staged = "s"
${lane}
`);
    expect(targets[0]).toMatchObject({ concurrencyGroup: 'staged-linux:t' });
    expect(targets[0]?.lanes[0]?.runner).toEqual({
      kind: 'remote_linux_vm',
      host: {
        name: 'builder',
        os: 'linux',
        address: { kind: 'ssh', endpoints: [{ user: 'ci', hostname: 'builder', port: 2222 }] },
        workDir: '~/.cache/pikaci',
        backend: 'auto',
        allow: permissions,
        settings: { microvm: { guest: 'path:/opt/guest#runner' } },
      },
      staged: {
        name: 's',
        nodePrefix: 'prefix',
        outputs: [
          { name: 'deps', installable: '.#deps', needs: [], mount: '/staged/linux-rust/deps' },
          {
            name: 'build',
            installable: '.#build',
            needs: ['deps'],
            mount: '/staged/linux-rust/build',
          },
        ],
      },
    });
  });

  it('lets hosts from outside win, key by key', async () => {
    const { targets } = await load(
      `version = 1\n[hosts.b]\naddress = "ssh://evil"\nwork_dir = "/w"\n[targets.t]\nrunner = "remote_linux_vm"\nhost = "b"\n${lane}`,
      '{"b": {"address": "ssh://good"}}',
    );
    expect(targets[0]?.lanes[0]?.runner.host).toMatchObject({
      address: { kind: 'ssh', endpoints: [{ hostname: 'good', port: 22, user: undefined }] },
      workDir: '/w',
    });
  });

  it('has line ends of its own nowhere in a command', async () => {
    const text =
      '\uFEFFversion = 1\n[targets.t]\nrunner = "host_local"\n[[targets.t.lanes]]\nid = "l"\ncommand = """\none\ntwo\\\n  three"""\n';
    const { targets } = await load(text.replaceAll('\n', '\r\n'));
    expect(targets[0]?.lanes[0]?.command).toEqual({ kind: 'shell', line: 'one\ntwothree' });
  });

  it('ignores what is inherited and does not apply', async () => {
    const { targets } = await load(`
version = 1
[hosts.builder]
[staged.s]
outputs = [{ name = "deps", installable = ".#deps" }]
[targets.t]
runner = "remote_linux_vm"
host = "builder"
staged = "s"
lanes = [{ id = "vm", command = "true" }, { id = "here", runner = "host_local", command = "true" }]
`);
    const [vm, here] = targets[0]?.lanes ?? [];
    expect(vm?.runner).toMatchObject({ host: { name: 'builder', address: { kind: 'unknown' } } });
    expect(here?.runner).toMatchObject({ kind: 'host_local', host: { name: 'local' } });
  });

  it('takes marks of other pattern languages by the letter where a name has them', async () => {
    const text = `version = 1\n[targets.t]\nrunner = "host_local"\npaths = ["app/[slug]/**"]\n${lane}`;
    using project = new Project().manifest(text).file('app/[slug]/page.tsx', '');
    const found = await loadManifest({ ...sourceOf(project), hosts: undefined });
    expect(found.targets[0]?.paths).toEqual(['app/[slug]/**']);
    await expect(load(text)).rejects.toThrow();
  });

  it.each([
    [
      '{ package = "p", test = "a::b" }',
      ['cargo', 'test', '--locked', '-p', 'p', '--lib', 'a::b', '--', '--exact', '--nocapture'],
    ],
    [
      '{ package = "p", filter = "f" }',
      ['cargo', 'test', '--locked', '-p', 'p', 'f', '--', '--nocapture'],
    ],
    [
      '{ package = "p", lib = true }',
      ['cargo', 'test', '--locked', '-p', 'p', '--lib', '--', '--nocapture'],
    ],
    ['{ package = "p" }', ['cargo', 'test', '--locked', '-p', 'p', '--', '--nocapture']],
  ])('turns cargo = %s into a command', async (cargo, argv) => {
    const { targets } = await load(
      `version = 1\n[targets.t]\nrunner = "host_local"\n[[targets.t.lanes]]\nid = "l"\ncargo = ${cargo}`,
    );
    expect(targets[0]?.lanes[0]?.command).toEqual({ kind: 'argv', argv });
  });
});

const overSsh = (settings: string): string =>
  `version = 1\n[hosts.b]\n${settings}\n[targets.t]\nrunner = "remote_linux_vm"\nhost = "b"\n${lane}`;

describe('in a workflow, an SSH host', () => {
  const hostOf = async (manifest: string, hosts: string) =>
    (await load(manifest, hosts, 'workflow')).targets[0]?.lanes[0]?.runner.host;

  it('is what is given from outside, and grants what it gives every lane', async () => {
    const given =
      '[b]\naddress = "ssh://ci@b"\nmicrovm = { guest = "path:/g#r", vcpu = 4, mem_mib = 512 }';
    expect(await hostOf(overSsh(''), given)).toMatchObject({
      address: { kind: 'ssh' },
      maxVcpu: 4,
      maxMemMib: 512,
      maxDiskGib: 20,
      allow: [],
      settings: { microvm: { guest: 'path:/g#r', vcpu: 4, mem_mib: 512 } },
    });
    const wide = `${given}\nmax_vcpu = 8\nmax_mem_mib = 9000\nmax_disk_gib = 50\nallow = ["host_local"]`;
    expect(await hostOf(overSsh(''), wide)).toMatchObject({
      maxVcpu: 8,
      maxMemMib: 9000,
      maxDiskGib: 50,
      allow: ['host_local'],
      settings: { microvm: { vcpu: 4, mem_mib: 512 } },
    });
  });

  it.each([
    ['address', 'address = "ssh://evil"'],
    ['kind', 'kind = "mac"'],
    ['work_dir', 'work_dir = "/home/ci"'],
    ['max_guests', 'max_guests = 99'],
    ['allow', 'allow = ["host_local"]'],
    ['microvm', 'microvm = { nix = "./evil" }'],
  ])('cannot be used where the manifest sets its %s', async (key, setting) => {
    const host = await hostOf(overSsh(setting), '[b]\naddress = "ssh://ci@b"');
    const { why } = host?.address as UnknownAddress;
    const said = failureLines(why).join('\n');
    expect(said).toContain(`pikaci.toml sets ${key} of host \`b\``);
    expect(said).toContain('[b]\n  address = "ssh://');
    // The text that is shown does.
    const text = why.hosts.map((it) => it.text).join('\n');
    expect(await hostOf(overSsh(''), text)).not.toMatchObject({ address: { kind: 'unknown' } });
  });

  it.each(['', '[other]\naddress = "ssh://o"', '[b]\nmax_guests = 2'])(
    'cannot be used where it is given as %j',
    async (given) => {
      const host = await hostOf(
        overSsh('address = "ssh://evil"\nmicrovm = { guest = "x" }'),
        given,
      );
      expect(host).toMatchObject({ address: { kind: 'unknown' }, settings: {}, allow: [] });
    },
  );

  it('is no affair of lanes on this machine, whose settings are the manifest’s', async () => {
    const text = `version = 1\n[hosts.here]\naddress = "local"\nwork_dir = "/w"\n[hosts.b]\naddress = "ssh://b"\n[targets.t]\nrunner = "host_local"\nhost = "here"\n${lane}`;
    const { targets, warnings } = await load(text, '', 'workflow');
    expect(targets[0]?.lanes[0]?.runner.host).toMatchObject({
      address: { kind: 'local' },
      workDir: '/w',
    });
    expect(warnings).toHaveLength(1);
  });
});

describe('host settings from outside', () => {
  it('stand there by the names of hosts alone', async () => {
    const hosts = '[hosts.b]\naddress = "ssh://b"\nmicrovm = { guest = "x" }\n';
    expect(
      await problems(`version = 1\n[targets.t]\nrunner = "host_local"\n${lane}`, hosts),
    ).toEqual([
      'input hosts is not valid host settings (1 problem)',
      '  input hosts:1:2: hosts.b: write [b]: hosts stand here by their names alone',
      '    1 | [hosts.b]',
      '      |  ^^^^^^^',
      '→ Correct the lines above.',
    ]);
    const named = '[hosts]\naddress = ["ssh://b"]\nmicrovm = { guest = "x" }\n';
    expect(
      await load(`version = 1\n[targets.t]\nrunner = "host_local"\n${lane}`, named),
    ).toBeDefined();
  });

  it('are told of by their own name and lines, beside what is wrong with the manifest', async () => {
    const hosts =
      '[builder]\naddress = "ssh://u:secret@b"\nwork_dri = "/w"\n["no name"]\naddress = 5\n';
    expect(
      await problems(`version = 2\n[targets.t]\nrunner = "host_local"\n${lane}`, hosts),
    ).toEqual([
      'pikaci.toml is not a valid manifest, and input hosts is not valid host settings (5 problems)',
      '  pikaci.toml:1:11: version: must be 1, not 2',
      '    1 | version = 2',
      '      |           ^',
      '  input hosts:2:11: builder.address: must be "local" or "ssh://user@name:port" (or a list of those), without a password or a path',
      '    2 | address = "ssh://u:secret@b"',
      '      |           ^^^^^^^^^^^^^^^^^^',
      '  input hosts:3:1: builder.work_dri: unknown key; did you mean `work_dir`?',
      '    3 | work_dri = "/w"',
      '      | ^^^^^^^^',
      '  input hosts:4:2: "no name": is no valid name: use letters, digits, `.`, `_` and `-`',
      '    4 | ["no name"]',
      '      |  ^^^^^^^^^',
      '  input hosts:5:11: "no name".address: must be an address or a list of them, and not empty',
      '    5 | address = 5',
      '      |           ^',
      '→ Correct the lines above.',
    ]);
  });
});

describe('each key of the schema', { timeout: 60_000 }, () => {
  const toldOf = async (manifest: string): Promise<string> => {
    const options = { ...sourceInMemory, read: () => Promise.resolve(manifest) };
    return readManifest(options).then(
      () => '',
      (error: unknown) => failureLines(failureOf(error)).join('\n'),
    );
  };
  const values = [
    '5',
    '1.5',
    '-1',
    'nan',
    'inf',
    'true',
    '""',
    '"\\u0000"',
    '[]',
    '[5]',
    '[""]',
    '{}',
    '1979-05-27',
  ];
  const places = new Map<string, [keys: readonly string[], text: (key: string) => string]>([
    [
      'lane',
      [
        Object.keys(shapes.lane),
        (key) => `version = 1\n[targets.t]\n[[targets.t.lanes]]\n${key}\n`,
      ],
    ],
    ['target', [Object.keys(shapes.target), (key) => `version = 1\n[targets.t]\n${key}\n`]],
    ['host', [Object.keys(shapes.host), (key) => `version = 1\n[targets]\n[hosts.h]\n${key}\n`]],
    [
      'output',
      [
        Object.keys(shapes.output),
        (key) => `version = 1\n[targets]\n[[staged.s.outputs]]\n${key}\n`,
      ],
    ],
    ['file', [Object.keys(shapes.file), (key) => `${key}\n`]],
  ]);
  it.each([...places])('of a %s tells what is wrong in our words', async (_, [keys, text]) => {
    expect(keys.length).toBeGreaterThan(2);
    for (const key of keys) {
      for (const value of values) {
        const said = await toldOf(text(`${key} = ${value}`));
        expect(said, `${key} = ${value}`).not.toMatch(
          /Invalid|Too (?:small|big)|expected|undefined|bug of|stands-in|\[object/,
        );
      }
    }
  });
});

// Pairs of a manifest and what is said of it. UPDATE_EXPECTED=1 writes what is said now: read it.
describe('a broken manifest is told with its place and what was meant:', () => {
  const folder = join(import.meta.dirname, 'broken-manifests');
  const names = readdirSync(folder).filter((name) => name.endsWith('.toml'));
  it.each(names)('%s', async (name) => {
    const said = `${(await problems(readFileSync(join(folder, name), 'utf8'))).join('\n')}\n`;
    const expected = join(folder, name.replace(/toml$/, 'txt'));
    if (process.env['UPDATE_EXPECTED'] !== undefined) writeFileSync(expected, said);
    expect(said).toBe(readFileSync(expected, 'utf8'));
  });
});
