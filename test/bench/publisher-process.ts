// Publishes a tree for each message, and answers what travelled; see publisher.ts.
import { publishSnapshot, type Published } from '../../src/snapshot/publish.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { openAt, type Reachable } from '../support/ssh-host.ts';

export interface Publication {
  host: Reachable;
  port: number;
  /** Of the repository. */
  root: string;
  workDir: string | undefined;
}

async function publish({ host, port, root, workDir }: Publication): Promise<Published> {
  // Both at once, as a run does.
  const snapshot = snapshotOf({ root });
  await using opened = await openAt(host, port, {}, workDir);
  return await publishSnapshot(opened, snapshot, 'bench', new AbortController().signal);
}

process.on('message', (publication: Publication) => {
  void publish(publication).then((published) => process.send?.(published));
});
