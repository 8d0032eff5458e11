import { lastLines } from '../../host/capture.ts';
import { exitedWith, type Host } from '../../host/host.ts';
import type { PrepareTools } from '../../guest/backend.ts';
import { FailureError, type ImageTrouble } from '../../model/failure.ts';
import { formatImageReference, registryOf } from '../../model/image-reference.ts';
import type { WantedImage } from '../../model/target.ts';
import { readImageConfig, type ImageConfig } from './image-config.ts';
import { answerOf, hostProgram } from './scripts.ts';
import { whyUnavailable } from './why-unavailable.ts';

/** An image that lies on a host. */
export interface ReadyImage extends ImageConfig {
  digest: string;
  /** The layers' disks, from the lowest on, below the work folder. */
  disks: readonly string[];
}

/** See pull-image.sh. */
const fetchFailedExit = 65;

/**
 * Has an image on a host, and disks of its layers: one round trip where they are there already.
 * @throws FailureError `image_unavailable`, `host_lacks_tools`, or what a {@link Host} does
 */
export async function readyImage(
  host: Host,
  { reference, pull }: WantedImage,
  { run, registryAuth, signal }: Pick<PrepareTools, 'run' | 'registryAuth' | 'signal'>,
): Promise<ReadyImage> {
  const image = formatImageReference(reference);
  const unavailable = (reason: ImageTrouble, detail: string): FailureError =>
    new FailureError({ cause: 'image_unavailable', image, host: host.spec.name, reason, detail });
  const { name, tag = '', digest: wanted = '' } = reference;
  const command = {
    script: hostProgram(new URL('./pull-image.sh', import.meta.url)),
    args: [host.spec.workDir, name, wanted === '' ? tag : '', wanted, pull, run],
    purpose: `fetch the image ${image}`,
  };
  const answer = await host.call(command, { stdin: registryAuth(registryOf(reference)), signal });
  if (exitedWith(answer.exit, fetchFailedExit)) {
    const said = lastLines(answer.stderr, 12);
    throw unavailable(whyUnavailable(said), said);
  }
  const lines = answerOf(host, command, answer).trimEnd().split('\n');
  const [digest = '', machine = '', manifest = '', config = '', ...disks] = lines;
  let about: ImageConfig;
  try {
    about = readImageConfig(fromBase64(manifest), fromBase64(config));
  } catch (error) {
    throw unavailable('malformed', error instanceof Error ? error.message : String(error));
  }
  if (about.architecture !== machine) {
    throw unavailable('architecture', `it is an image for ${about.architecture}`);
  }
  const isMade = disks.length === about.layers.length;
  return { ...about, digest, disks: isMade ? disks : await makeDisks(host, digest, about, signal) };
}

async function makeDisks(
  host: Host,
  digest: string,
  { layers }: ImageConfig,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const blobs = layers.flatMap(({ blob, compression }) => [blob, compression]);
  const command = {
    script: hostProgram(new URL('./make-layers.sh', import.meta.url)),
    args: [host.spec.workDir, digest, ...blobs],
    purpose: `make disks of the layers of the image ${digest}`,
  };
  return answerOf(host, command, await host.call(command, { signal }))
    .trimEnd()
    .split('\n');
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString();
}
