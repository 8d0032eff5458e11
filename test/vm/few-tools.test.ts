import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runJson } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { knownHostsAt, sshPort } from '../support/ssh-host.ts';
import { describeWithHost, expectNothingLeft } from './support.ts';

// Debian's BusyBox lacks cksum, which is POSIX; and the agent of a lane is bash.

/** A lane that leaves something behind, which has to be found. */
const command = 'sleep 300 & seq 20; uname -s';

describeWithHost('a host with BusyBox’s tools alone', (host) => {
  let port = 0;
  beforeAll(() => {
    port = sshPort(host()) + 4;
    const script = `
mkdir /opt/few
/bin/busybox --install -s /opt/few
ln -sf /bin/bash /usr/bin/cksum /opt/few/
`;
    host().shell('sh', '-ec', script);
    host().startSshd(port, '-o', 'SetEnv=PATH=/opt/few');
  });
  afterAll(() => host().stopSshd(port));

  const run = async (): Promise<{ code: number | null; told: string }> => {
    using project = new Project().manifest(`version = 1
[hosts.builder]
[targets.t]
runner = "host_local"
host = "builder"
[[targets.t.lanes]]
id = "lane"
command = "${command}"
`);
    project.file('content.txt', 'some content\n').commit();
    const folder = join(project.root, '.git');
    const knownHosts = join(folder, 'known_hosts');
    writeFileSync(knownHosts, `${knownHostsAt(host(), port)}\n`);
    const address = `ssh://ci@127.0.0.1:${port}`;
    const flags = host().flags(folder, { address, knownHosts });
    const { code, record } = await runJson(project.root, ['t', ...flags]);
    const log = readFileSync(record.jobs[0]?.host_log_path ?? '', 'utf8');
    return { code, told: `${JSON.stringify(record.jobs)}\n${log}` };
  };

  it.each([
    ['its own ps', 'true'],
    ['no ps', 'rm /opt/few/ps'],
    [
      'a grep that knows lines only',
      String.raw`rm /opt/few/grep
printf '#!/bin/sh\ncase $1 in -*z*) exit 2 ;; esac\nexec /bin/busybox grep "$@"\n' >/opt/few/grep
chmod 755 /opt/few/grep`,
    ],
  ])('and %s runs a lane, and keeps nothing of it', async (_, change) => {
    host().shell('sh', '-ec', change);
    const { code, told } = await run();
    expect(code, told).toBe(0);
    await expectNothingLeft(host());
  });

  it('is refused by name for what it lacks', async () => {
    host().shell('rm', '/opt/few/bash');
    const { code, told } = await run();
    expect(code).toBe(1);
    expect(told).toContain('this host lacks what guests need there: bash');
    await expectNothingLeft(host());
  });
});
