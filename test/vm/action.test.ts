import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { postStep, startStep, type ActionFiles, type Started } from '../support/pikaci.ts';
import type { Project } from '../support/project.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { describeWithHost, expectNothingLeft, projectWith } from './support.ts';

/** The step of a workflow that runs the project's lane on the host. */
function startLane(
  project: Project,
  host: EmbeddedHost,
  overrides: Parameters<EmbeddedHost['hosts']>[0] = {},
): Started & ActionFiles {
  return startStep(project.root, {
    mode: 'run',
    target: 't',
    lane: 'lane',
    hosts: host.hosts(overrides),
    // As secrets arrive: often without their last line end.
    'ssh-key': readFileSync(host.instance.ssh_key_file, 'utf8').trimEnd(),
    'ssh-known-hosts': host.instance.known_hosts,
  });
}

describeWithHost('the action, as the runner starts it', (host) => {
  it('runs a lane in a guest, and its post step finds nothing left', async () => {
    using project = projectWith({ lane: 'command = "cat content.txt"' });
    const step = startLane(project, host());
    const main = await step.finished;
    expect({ code: main.code, stderr: main.stderr }).toEqual({ code: 0, stderr: '' });
    expect(main.stdout).toContain('\nthe content of the workspace\n');
    expect(step.outputs()).toMatchObject({ status: 'passed' });
    expect(step.summary()).toContain('### ✅ CI: success');
    await expectNothingLeft(host());
    const post = await postStep(project.root, step.environment, step.state());
    expect(post.code).toBe(0);
    expect(post.stdout).toMatch(/^guest pikaci-lane-[0-9a-f]{16} on builder is removed\n$/);
  });

  it.each<[string, string, Parameters<EmbeddedHost['hosts']>[0], string]>([
    [
      'builds of the workspace where Nix has no sandbox',
      'staged = "s"',
      { allow: [] },
      'allow = ["unsandboxed_nix"]',
    ],
    [
      'a runner out of the workspace',
      '',
      { guest: '.#build', allow: ['unsandboxed_nix'] },
      'allow = ["unsandboxed_nix", "workspace_runner"]',
    ],
    [
      'a runner out of the workspace where Nix has no sandbox',
      '',
      { guest: '.#build', allow: ['workspace_runner'] },
      'allow = ["unsandboxed_nix"]',
    ],
    ['a lane on itself', 'runner = "host_local"', { allow: [] }, 'allow = ["host_local"]'],
    ['more memory than it grants', 'mem_mib = 600', {}, 'max_mem_mib = 600'],
  ])('is refused by a host that allows no %s', async (_, keys, overrides, remedy) => {
    using project = projectWith({ lane: `command = "touch /tmp/ran"\n${keys}` });
    const step = startLane(project, host(), overrides);
    const { code, stdout } = await step.finished;
    expect(code).not.toBe(0);
    expect(stdout).toContain(remedy);
    expect(host().shell('sh', '-c', 'ls /tmp')).not.toContain('ran');
    expect(readdirSync(host().path('/nix/store')).filter((it) => it.endsWith('-build'))).toEqual(
      [],
    );
  });

  it('has staged outputs and sizes that its host allows', async () => {
    using project = projectWith({
      lane: 'command = "nproc; cat /staged/linux-rust/workspace-build/content"\nstaged = "s"\nvcpu = 2',
    });
    const step = startLane(project, host(), { allow: ['unsandboxed_nix'], maxVcpu: 2 });
    const { stdout } = await step.finished;
    expect(step.outputs(), stdout).toMatchObject({ status: 'passed' });
    expect(stdout).toContain('\n2\nbuilt on the content of the workspace\n');
  });

  it('has its guest removed by the post step when the main step was killed', async () => {
    using project = projectWith({ lane: 'command = "echo here it runs; sleep 300"' });
    const step = startLane(project, host());
    await step.said('here it runs');
    step.child.kill('SIGKILL');
    await step.finished;
    expect(host().leftovers().length).toBeGreaterThan(0);
    const post = await postStep(project.root, step.environment, step.state());
    expect(post.code).toBe(0);
    await expectNothingLeft(host());
  });

  it('never shows its key, neither in logs, records nor saved state', async () => {
    using project = projectWith({ lane: 'command = "env; cat /proc/cmdline; exit 1"' });
    const step = startLane(project, host());
    const { stdout, stderr } = await step.finished;
    const [, secret = ''] = (step.environment['INPUT_SSH-KEY'] ?? '').split('\n');
    expect(secret.length).toBeGreaterThan(20);
    const path = step.outputs()['log-path'] ?? '';
    const records = [
      'run.json',
      'events.jsonl',
      'jobs/lane/host.log',
      'jobs/lane/artifacts/guest.log',
    ];
    const seen = [
      stdout,
      stderr,
      step.summary(),
      JSON.stringify(step.state()),
      ...records.map((name) => readFileSync(join(path, name), 'utf8')),
    ];
    expect(seen.filter((text) => text.includes(secret))).toEqual([]);
  });
});
