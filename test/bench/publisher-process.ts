// Publishes a tree for each message, and answers what travelled; see publisher.ts.
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { openRepository } from '../../src/repository/git.ts';
import { workTreeFiles } from '../../src/repository/files.ts';
import { publishSnapshot, type Published } from '../../src/snapshot/publish.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { takeSnapshot } from '../../src/snapshot/take.ts';
import { openAt } from '../support/ssh-host.ts';

export interface Publication {
  host: Pick<EmbeddedHost, 'instance'>;
  port: number;
  /** Of the repository. */
  root: string;
  workDir: string | undefined;
}

const { signal } = new AbortController();

async function take(root: string): Promise<Snapshot> {
  const repository = await openRepository(root);
  const files = await workTreeFiles(repository);
  return takeSnapshot({ root, format: repository.objectFormat, files }, () => false, signal);
}

async function publish({ host, port, root, workDir }: Publication): Promise<Published> {
  // Both at once, as a run does.
  const snapshot = take(root);
  await using opened = await openAt(host, port, {}, workDir);
  return await publishSnapshot(opened, snapshot, 'bench', signal);
}

process.on('message', (publication: Publication) => {
  void publish(publication).then((published) => process.send?.(published));
});
