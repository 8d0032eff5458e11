import { assign, assignArray, endingFunctions } from '../../guest/agent.ts';
import { shellProgram } from '../../host/shell-functions.ts';
import type { ImageConfig } from './image-config.ts';

/** Of lanes whose image names no user but root, and of the workspace's files. */
export const laneUid = 1000;

/** Where an image says nothing of it; as Docker has it. */
const usualPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What the agent finds in a guest of an image; see agent-in-image.sh. */
export function imageSurroundings(
  { user, environment }: Pick<ImageConfig, 'user' | 'environment'>,
  /** The expression of find(1) for the lane's artifacts, empty for none, and the most bytes of them. */
  artifacts: { wanted: readonly string[]; bytes: number },
): string {
  const hasPath = environment.some((it) => it.startsWith('PATH='));
  const assignments = [
    assign('IMAGE_USER', user),
    assignArray('IMAGE_ENVIRONMENT', hasPath ? environment : [usualPath, ...environment]),
    assign('PIKACI_UID', String(laneUid)),
    assignArray('ARTIFACTS_WANTED', artifacts.wanted),
    assign('ARTIFACTS_BYTES', String(artifacts.bytes)),
  ];
  const functions = shellProgram(
    new URL('./agent-in-image.sh', import.meta.url),
    endingFunctions(),
  );
  return [...assignments, functions].join('\n');
}
