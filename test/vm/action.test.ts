import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runnerFiles, start, stateVariables, type ActionFiles } from '../support/pikaci.ts';
import type { Project } from '../support/project.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { describeWithHost, expectNothingLeft, projectWith } from './support.ts';

function filesOf(project: Project, host: EmbeddedHost, lane: string): ActionFiles {
  return runnerFiles(join(project.root, '.git', 'runner'), {
    mode: 'run',
    target: 't',
    lane,
    hosts: host.hosts(),
    // As secrets arrive: often without their last line end.
    'ssh-key': readFileSync(host.instance.ssh_key_file, 'utf8').trimEnd(),
    'ssh-known-hosts': host.instance.known_hosts,
  });
}

describeWithHost('the action, as the runner starts it', (host) => {
  it('runs a lane in a guest, and its post step finds nothing left', async () => {
    using project = projectWith({ lane: 'command = "cat content.txt"' });
    const files = filesOf(project, host(), 'lane');
    const environment = { ...files.environment, GITHUB_WORKSPACE: project.root };
    const main = await start(project.root, [], environment).finished;
    expect({ code: main.code, stderr: main.stderr }).toEqual({ code: 0, stderr: '' });
    expect(main.stdout).toContain('\nthe content of the workspace\n');
    expect(files.outputs()).toMatchObject({ status: 'passed' });
    expect(files.summary()).toContain('### CI: success');
    await expectNothingLeft(host());
    const post = await start(project.root, [], { ...environment, ...stateVariables(files.state()) })
      .finished;
    expect(post.code).toBe(0);
    expect(post.stdout).toMatch(/^guest pikaci-lane-[0-9a-f]{16} on builder is removed\n$/);
  });

  it('has its guest removed by the post step when the main step was killed', async () => {
    using project = projectWith({ lane: 'command = "echo here it runs; sleep 300"' });
    const files = filesOf(project, host(), 'lane');
    const environment = { ...files.environment, GITHUB_WORKSPACE: project.root };
    const main = start(project.root, [], environment);
    await main.said('here it runs');
    main.child.kill('SIGKILL');
    await main.finished;
    expect(host().leftovers().length).toBeGreaterThan(0);
    const post = await start(project.root, [], { ...environment, ...stateVariables(files.state()) })
      .finished;
    expect(post.code).toBe(0);
    await expectNothingLeft(host());
  });

  it('never shows its key, neither in logs, records nor saved state', async () => {
    using project = projectWith({ lane: 'command = "env; cat /proc/cmdline; exit 1"' });
    const files = filesOf(project, host(), 'lane');
    const { stdout, stderr } = await start(project.root, [], {
      ...files.environment,
      GITHUB_WORKSPACE: project.root,
    }).finished;
    const [, secret = ''] = (files.environment['INPUT_SSH-KEY'] ?? '').split('\n');
    expect(secret.length).toBeGreaterThan(20);
    const path = files.outputs()['log-path'] ?? '';
    const records = [
      'run.json',
      'events.jsonl',
      'jobs/lane/host.log',
      'jobs/lane/artifacts/guest.log',
    ];
    const seen = [
      stdout,
      stderr,
      files.summary(),
      JSON.stringify(files.state()),
      ...records.map((name) => readFileSync(join(path, name), 'utf8')),
    ];
    expect(seen.filter((text) => text.includes(secret))).toEqual([]);
  });
});
