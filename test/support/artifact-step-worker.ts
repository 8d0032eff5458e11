import { artifactService } from '../../src/github/artifact-service.ts';
import {
  downloadArtifacts,
  listArtifacts,
  uploadFile,
  uploadFolder,
} from '../../src/github/artifacts.ts';
import { readWorkflowRunRef } from '../../src/github/workflow-run.ts';
import { usualLimits } from '../../src/github/unpack.ts';
import type { ArtifactOrder } from './artifact-step.ts';

const service = artifactService(readWorkflowRunRef(process.env), process.env);

function obey(order: ArtifactOrder, signal: AbortSignal): Promise<unknown> {
  switch (order.order) {
    case 'upload folder': {
      const { name, folder, withinMs } = order;
      const within = withinMs === undefined ? signal : AbortSignal.timeout(withinMs);
      return uploadFolder(service, name, folder, within);
    }
    case 'upload file':
      return uploadFile(service, order.file, signal);
    case 'list':
      return listArtifacts(service, order.prefix, signal);
    case 'download': {
      const { artifacts, folder, limits } = order;
      const everything = (): number => Infinity;
      return downloadArtifacts(service, artifacts, folder, signal, everything, {
        ...usualLimits,
        ...limits,
      });
    }
  }
}

const abort = new AbortController();

process.on('message', (order: ArtifactOrder | 'cancel') => {
  if (order === 'cancel') {
    abort.abort(new Error('cancelled'));
    return;
  }
  obey(order, abort.signal).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ thrown: String(error) }),
  );
});
process.once('disconnect', () => process.exit());
