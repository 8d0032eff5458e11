import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DefaultArtifactClient } from '@actions/artifact';
import { endGroup, startGroup } from '@actions/core';
import { filesBelow } from './artifact-files.ts';
import type { ArtifactService } from './artifact-service.ts';
import { runUrl, type WorkflowRunRef } from './workflow-run.ts';
import { firstLine, throwIfCancelled, type Answer, type Refusal } from './refusal.ts';
import { unpack, usualLimits, type UnpackLimits, type Wanted } from './unpack.ts';

export interface UploadedArtifact {
  id: number;
  /** Its page: a browser downloads it there, or opens it where it is a single file. */
  url: string;
  /** As it is stored. */
  bytes: number;
}

export interface FoundArtifact extends UploadedArtifact {
  name: string;
  /** `sha256:` and hex digits; absent on what older clients made. */
  digest: string | undefined;
}

/**
 * Uploads the plain files below a folder as one archive. An artifact of that name from an earlier
 * try of the same attempt is replaced.
 * @param name see `legArtifactName`
 * @returns what was left out of it besides, relative to the folder: links, and names that no
 *   artifact can hold
 */
export function uploadFolder(
  service: ArtifactService,
  name: string,
  folder: string,
  signal: AbortSignal,
): Promise<Answer<UploadedArtifact & { leftOut: readonly string[] }>> {
  return withLibrary(
    service,
    signal,
    `Upload of artifact ${name}`,
    async (library, workflowRun) => {
      const { files, leftOut } = await filesBelow(folder);
      const upload = () => library.uploadArtifact(name, [...files], folder);
      return { ...uploaded(workflowRun, await replacing(library, name, upload)), leftOut };
    },
  );
}

/**
 * Uploads one file as it is, so that a browser opens it. The artifact is named after the file; take
 * another name for each attempt, since GitHub keeps those of earlier ones.
 */
export function uploadFile(
  service: ArtifactService,
  file: string,
  signal: AbortSignal,
): Promise<Answer<UploadedArtifact>> {
  const folder = dirname(file);
  const name = file.slice(folder.length + 1);
  return withLibrary(
    service,
    signal,
    `Upload of artifact ${name}`,
    async (library, workflowRun) => {
      const upload = () => library.uploadArtifact(name, [file], folder, { skipArchive: true });
      return uploaded(workflowRun, await replacing(library, name, upload));
    },
  );
}

/**
 * The run's artifacts whose names begin with a prefix: those of this attempt, and those that "Re-run
 * failed jobs" left in place. Each attempt can have one of a name. Needs no permission.
 */
export function listArtifacts(
  service: ArtifactService,
  prefix: string,
  signal: AbortSignal,
): Promise<Answer<{ artifacts: FoundArtifact[] }>> {
  return withLibrary(service, signal, 'List of artifacts', async (library, workflowRun) => {
    const { artifacts } = await library.listArtifacts({ latest: false });
    const ours = artifacts.filter(({ name }) => name.startsWith(prefix));
    return {
      artifacts: ours.map(({ name, id, size, digest }) => ({
        ...uploaded(workflowRun, { id, size }),
        name,
        digest,
      })),
    };
  });
}

/**
 * Downloads and unpacks artifacts, a few at a time, each into a folder of its own below `folder`.
 * Anybody's job in the run may have made them: see `unpack` for what is refused.
 * @param wanted files of each, see `unpack`
 * @returns an answer for each, in order
 */
export async function downloadArtifacts(
  service: ArtifactService,
  artifacts: readonly FoundArtifact[],
  folder: string,
  signal: AbortSignal,
  wanted: Wanted,
  limits: UnpackLimits = usualLimits,
): Promise<Answer<{ folder: string; files: readonly string[] }>[]> {
  const all = await withLibrary(service, signal, 'Download of artifacts', async (library) => {
    const answers = new Array<Answer<{ folder: string; files: readonly string[] }>>();
    const room = { bytes: limits.bytesOfAll };
    const next = artifacts.entries();
    const worker = async (): Promise<void> => {
      for (const [index, artifact] of next) {
        answers[index] = await answerFrom(signal, () =>
          downloadOne(library, artifact, folder, { wanted, limits, room }, signal),
        );
      }
    };
    await Promise.all(Array.from({ length: downloadsAtOnce }, worker));
    return { answers };
  });
  return all.kind === 'done' ? all.answers : artifacts.map(() => all);
}

const downloadsAtOnce = 4;

async function downloadOne(
  library: DefaultArtifactClient,
  { id, digest, bytes }: FoundArtifact,
  folder: string,
  unpacking: Parameters<typeof unpack>[2],
  signal: AbortSignal,
): Promise<{ folder: string; files: readonly string[] }> {
  const { packed: most } = unpacking.limits;
  if (bytes > most) throw new Error(`it has ${bytes} bytes, more than ${most}`);
  const packed = join(folder, `${id}.packed`);
  await mkdir(packed, { recursive: true });
  try {
    // The library would unpack without a bound, and quietly elsewhere where a path leads out.
    const { digestMismatch } = await library.downloadArtifact(id, {
      path: packed,
      skipDecompress: true,
      ...(digest !== undefined && { expectedHash: digest }),
    });
    if (digestMismatch === true) throw new Error('it is not what was uploaded: another digest');
    const [archive = ''] = await readdir(packed);
    const into = join(folder, String(id));
    return { folder: into, files: await unpack(join(packed, archive), into, unpacking, signal) };
  } finally {
    await rm(packed, { recursive: true, force: true });
  }
}

function uploaded(
  workflowRun: WorkflowRunRef,
  { id = 0, size = 0 }: { id?: number; size?: number },
): UploadedArtifact {
  return { id, url: `${runUrl(workflowRun)}/artifacts/${id}`, bytes: size };
}

/** The service refuses a second artifact of a name with 409. */
async function replacing<T>(
  library: DefaultArtifactClient,
  name: string,
  upload: () => Promise<T>,
): Promise<T> {
  try {
    return await upload();
  } catch (error) {
    if (statusIn(error) !== 409) throw error;
    await library.deleteArtifact(name);
    return upload();
  }
}

/**
 * Work with GitHub's library, which tells each step of it on stdout: the reader of a log gets one
 * closed group. It is loaded only when it is needed: it costs 140 ms.
 */
async function withLibrary<T extends object>(
  service: ArtifactService,
  signal: AbortSignal,
  title: string,
  work: (library: DefaultArtifactClient, workflowRun: WorkflowRunRef) => Promise<T>,
): Promise<Answer<T>> {
  if (service.kind === 'unavailable') return service;
  const { DefaultArtifactClient } = await import('@actions/artifact');
  startGroup(title);
  try {
    return await answerFrom(signal, () => work(new DefaultArtifactClient(), service.workflowRun));
  } finally {
    endGroup();
  }
}

/**
 * The library takes no signal: when it is cancelled it is left to itself.
 * @throws the signal's reason, where it was cancelled
 */
async function answerFrom<T extends object>(
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<Answer<T>> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    return { kind: 'done', ...(await Promise.race([work(), aborted])) };
  } catch (error) {
    throwIfCancelled(signal);
    return libraryRefusal(error);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function libraryRefusal(error: unknown): Refusal {
  const said = firstLine(error instanceof Error ? error.message : String(error));
  const status = statusIn(error);
  if (status === undefined || status === 429 || status >= 500)
    return { kind: 'unavailable', why: said };
  return { kind: status === 401 || status === 403 ? 'not_permitted' : 'refused', status, said };
}

/** The library tells the service's answers only in words: `Failed request: (409) Conflict`. */
function statusIn(error: unknown): number | undefined {
  const [, status] = /Failed request: \((\d{3})\)/.exec(String(error)) ?? [];
  return status === undefined ? undefined : Number(status);
}
