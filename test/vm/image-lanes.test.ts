import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { WrittenJob, WrittenRun } from '../../src/store/written-record.ts';
import { temporaryFolder } from '../support/folder.ts';
import { layKit } from '../support/guest-kit.ts';
import { writeImage, type Image } from '../support/oci-image.ts';
import { runJson } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { Registry } from '../support/registry.ts';
import {
  busyboxImage,
  distrolessImage,
  resolvConfLinkImage,
  userImage,
} from '../support/sample-images.ts';
import { describeWithHost, expectNothingLeft } from './support.ts';

/** Publishes an image, and names it as lanes do. */
async function publish(registry: Registry, name: string, image: Image): Promise<string> {
  using folder = temporaryFolder();
  await writeImage(folder.path, image);
  const digest = await registry.push(folder.path, `ci/${name}:v1`);
  expect(digest).toMatch(/^sha256:/);
  return registry.reference(`ci/${name}:v1`);
}

/** A project whose lanes are the bodies of `[[…lanes]]` tables. */
function projectOf(lanes: Readonly<Record<string, string>>): Project {
  const tables = Object.entries(lanes).map(
    ([id, body]) => `[[targets.t.lanes]]\nid = "${id}"\n${body}\n`,
  );
  const project = new Project()
    .manifest(
      `version = 1
[hosts.builder]
[targets.t]
runner = "remote_linux_vm"
host = "builder"
timeout_secs = 60
disk_gib = 1
retries_on_infrastructure = 0
${tables.join('\n')}`,
    )
    .file('content.txt', 'the content of the workspace\n');
  project.commit();
  return project;
}

function jobOf(record: WrittenRun, id: string): WrittenJob {
  const job = record.jobs.find((it) => it.id === id);
  if (job === undefined) throw new Error(`no job ${id}`);
  return job;
}
const logOf = (record: WrittenRun, id: string): string =>
  readFileSync(jobOf(record, id).guest_log_path, 'utf8');
const artifactOf = (record: WrittenRun, id: string, name: string): string =>
  readFileSync(join(jobOf(record, id).guest_log_path, '..', name), 'utf8');

describeWithHost('lanes in guests of an image', (host) => {
  beforeAll(() => layKit(host()), 300_000);

  it('find the image, the workspace and what a lane is given', async () => {
    await using registry = await Registry.start(host());
    const busybox = await publish(registry, 'busybox', busyboxImage(host()));
    using project = projectOf({
      tour: `image = "${busybox}"
command = """
id
pwd
cat content.txt
! touch /workspace/snapshot/x 2>/dev/null
touch /artifacts/empty
echo kept > /artifacts/kept.txt
echo "$CI $PATH $HOME"
cat /etc/hostname
if grep -q : /proc/net/dev; then grep -c : /proc/net/dev; fi
"""
artifacts = ["*.txt"]`,
      root: `image = "${busybox}"
command = ["sh", "-c", "id -u; pwd; touch /etc/written-to; echo changed >content.txt; cat content.txt"]
writable_workspace = true
run_as_root = true`,
    });
    const flags = host().flags(project.root);
    const { code, record, stderr } = await runJson(project.root, ['t', ...flags]);
    const logs = code === 0 ? '' : record.jobs.map(({ id }) => logOf(record, id)).join('\n');
    expect({ stderr, logs, code }).toEqual({ stderr: '', logs: '', code: 0 });
    const log = logOf(record, 'tour');
    expect(log).toContain('uid=1000(pikaci) gid=1000(pikaci)');
    expect(log).toContain('/workspace/snapshot\nthe content of the workspace\n');
    expect(log).toContain(
      'true /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin /home/pikaci\n',
    );
    expect(artifactOf(record, 'tour', 'kept.txt')).toBe('kept\n');
    expect(logOf(record, 'root')).toContain('\n0\n/workspace/snapshot\nchanged\n');
    expect(jobOf(record, 'tour').remote_linux_vm_execution).toMatchObject({
      backend: 'image',
      oci_image: {
        reference: busybox,
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
      },
    });
    await expectNothingLeft(host());
  });

  it('run without a shell, a user or a file of /etc', async () => {
    await using registry = await Registry.start(host());
    const distroless = await publish(registry, 'distroless', distrolessImage());
    const links = await publish(registry, 'links', resolvConfLinkImage(host(), 'absolute'));
    const user = await publish(registry, 'user', userImage(host(), '12345:54321'));
    const staff = await publish(registry, 'staff', userImage(host(), 'app:staff'));
    using project = projectOf({
      array: `image = "${distroless}"\ncommand = ["/app/hello"]`,
      line: `image = "${distroless}"\ncommand = "/app/hello"`,
      links: `image = "${links}"\ncommand = "cat /etc/resolv.conf; ls -l /etc; touch /tmp/here"`,
      user: `image = "${user}"\ncommand = "id; touch /artifacts/mine"`,
      staff: `image = "${staff}"\ncommand = "id; echo $HOME"`,
    });
    const flags = host().flags(project.root);
    const { record } = await runJson(project.root, ['t', ...flags]);
    const statuses = record.jobs.map(({ id, status }) => [id, status]);
    expect(Object.fromEntries(statuses)).toEqual({
      array: 'passed',
      line: 'failed',
      links: 'passed',
      user: 'passed',
      staff: 'passed',
    });
    expect(logOf(record, 'array')).toContain('\nhello\n');
    expect(logOf(record, 'line')).toContain('there is no program sh here to run the command');
    expect(logOf(record, 'user')).toContain('uid=12345 gid=54321');
    expect(logOf(record, 'staff')).toContain('uid=1234(app) gid=50(staff)');
    expect(logOf(record, 'staff')).toContain('\n/home/app\n');
  });
});
