import { Project } from './project.ts';
import { temporaryFolder } from './folder.ts';
import { writeImage, type Image } from './oci-image.ts';
import type { Registry } from './registry.ts';

/** Publishes an image, and names it as lanes do. */
export async function publishImage(
  registry: Registry,
  name: string,
  image: Image,
): Promise<string> {
  using folder = temporaryFolder();
  await writeImage(folder.path, image);
  await registry.push(folder.path, `ci/${name}:v1`);
  return registry.reference(`ci/${name}:v1`);
}

/** A project with lanes in guests on `builder`; `lanes` are the bodies of `[[…lanes]]` tables. */
export function imageProject(lanes: Readonly<Record<string, string>>): Project {
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
