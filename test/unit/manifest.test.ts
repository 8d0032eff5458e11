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
        address: { kind: 'ssh', user: 'ci', hostname: 'builder', port: 2222 },
        workDir: '/var/tmp/pikaci',
        backend: 'auto',
        microvm: { guest: 'path:/opt/guest#runner', vcpu: 2, memMib: 2048, nix: 'nix' },
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
      address: { kind: 'ssh', hostname: 'good', port: 22, user: undefined },
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

describe('a broken manifest is told with its place:', () => {
  it.each([
    ['broken TOML', 'version = 1\n[targets.t\n', 'pikaci.toml:2:11: Invalid TOML document'],
    ['no version', `[targets.t]\nrunner = "host_local"\n${lane}`, 'pikaci.toml: version: '],
    [
      'an unknown key',
      `version = 1\n[targets.t]\nrunner = "host_local"\npath = []\n${lane}`,
      'pikaci.toml:2:2: targets.t: Unrecognized key: "path"',
    ],
    [
      'a wrong type',
      `version = 1\n[targets.t]\nrunner = "host_local"\ntimeout_secs = "x"\n${lane}`,
      'pikaci.toml:4:1: targets.t.timeout_secs: ',
    ],
    [
      'no lanes',
      'version = 1\n[targets.t]\nlanes = []',
      'pikaci.toml:3:1: targets.t.lanes: a target needs at least one lane',
    ],
    [
      'no runner',
      `version = 1\n[targets.t]\n${lane}`,
      'targets.t.lanes[0]: lane `l` no longer maps to the removed vfkit runner; write runner =',
    ],
    [
      'the removed runner',
      `version = 1\n[targets.t]\nrunner = "vfkit_local"\n${lane}`,
      'lane `l` no longer maps to the removed vfkit runner; write runner =',
    ],
    [
      'a misspelt runner',
      `version = 1\n[targets.t]\nrunner = "host_locl"\n${lane}`,
      'unknown runner `host_locl`; did you mean `host_local`?',
    ],
    [
      'a misspelt host',
      `version = 1\n[hosts.builder]\naddress = "local"\n[targets.t]\nrunner = "remote_linux_vm"\nhost = "bilder"\n${lane}`,
      'host `bilder` is not declared; did you mean `builder`?',
    ],
    [
      'a host without address',
      `version = 1\n[hosts.b]\n[targets.t]\nrunner = "remote_linux_vm"\nhost = "b"\n${lane}`,
      'pikaci.toml:2:2: hosts.b: host `b` has no address',
    ],
    [
      'an address of another kind',
      `version = 1\n[hosts.b]\naddress = "https://b"\n[targets.t]\nrunner = "remote_linux_vm"\nhost = "b"\n${lane}`,
      'hosts.b.address is `https://b`',
    ],
    [
      'an unknown staged set',
      `version = 1\n[hosts.b]\naddress = "local"\n[targets.t]\nhost = "b"\nstaged = "s"\n${lane}`,
      'staged set `s` is not declared; declare it as [staged.s]',
    ],
    [
      'a need out of order',
      `version = 1\n[hosts.b]\naddress = "local"\n[staged.s]\noutputs = [{ name = "a", installable = "x", needs = ["b"] }]\n[targets.t]\nhost = "b"\nstaged = "s"\n${lane}`,
      'staged.s.outputs[0].needs: `b` is no output before `a`',
    ],
    [
      'two commands',
      `version = 1\n[targets.t]\nrunner = "host_local"\n${lane}\ncargo = { package = "p" }`,
      'needs exactly one of `command` and `cargo`',
    ],
    [
      'a lane twice',
      `version = 1\n[targets.t]\nrunner = "host_local"\n${lane}\n${lane}`,
      'pikaci.toml:8:1: targets.t.lanes[1].id: lane `l` is declared twice',
    ],
    [
      'a work dir that climbs',
      `version = 1\n[hosts.b]\nwork_dir = "/a/../b"\n[targets.t]\nrunner = "host_local"\n${lane}`,
      'pikaci.toml:3:1: hosts.b.work_dir: must not contain `..`',
    ],
  ])('%s', async (_, text, message) => {
    expect((await problems(text)).join('\n')).toContain(message);
  });

  it('all problems at once', async () => {
    const lines = await problems(
      `version = 1\n[targets.t]\nrunner = "nope"\nstaged = "s"\n${lane}\ntimeout_secs = 0`,
    );
    expect(lines[0]).toBe('pikaci.toml is not a valid manifest (1 problem)');
    const resolved = await problems(
      `version = 1\n[targets.t]\nrunner = "vfkit_local"\n${lane}\n[[targets.t.lanes]]\nid = "m"`,
    );
    expect(resolved[0]).toBe('pikaci.toml is not a valid manifest (3 problems)');
  });
});
