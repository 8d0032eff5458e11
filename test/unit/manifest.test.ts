import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureLines } from '../../src/model/describe-failure.ts';
import { failureOf } from '../../src/model/failure.ts';
import type { Manifest } from '../../src/model/target.ts';
import { loadManifest, parseHostOverrides } from '../../src/manifest/load.ts';
import { Project } from '../support/project.ts';

async function load(text: string, hosts = ''): Promise<Manifest> {
  using project = new Project().manifest(text);
  return await loadManifest({
    repositoryRoot: project.root,
    path: undefined,
    hostOverrides: parseHostOverrides('input hosts', hosts),
    localWorkDir: '/work',
  });
}

async function problems(text: string): Promise<string[]> {
  try {
    await load(text);
    return ['(no problem)'];
  } catch (error) {
    return failureLines(failureOf(error));
  }
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
        workDir: '/var/tmp/pikaci',
        backend: 'auto',
        microvm: {
          guest: 'path:/opt/guest#runner',
          vcpu: 2,
          memMib: 2048,
          bootTimeoutSecs: 180,
          nix: 'nix',
        },
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
