import { createHash } from 'node:crypto';
import { spelledId } from '../model/id-segment.ts';

/** A leg of the matrix: a lane, or all lanes of a target. */
export interface Leg {
  target: string;
  /** Nothing where the leg runs all lanes of the target. */
  lane: string | undefined;
  /** Of the workflow run, from 1. */
  attempt: number;
}

/** Every artifact of ours begins with it. */
export const artifactPrefix = 'pikaci-';

/** With `.zip` behind it, it has to be a file's name. */
const longest = 250;

/**
 * The name of a leg's artifact: `pikaci-<target>@<lane>-attempt-<n>`. No two legs share one, and no
 * two attempts: what was uploaded stays as it is. Whatever GitHub or a file system might not take
 * stands as `~` and two hex digits a byte; a name that is too long ends in a digest.
 */
export function legArtifactName({ target, lane, attempt }: Leg): string {
  const leg = lane === undefined ? spelledId(target) : `${spelledId(target)}@${spelledId(lane)}`;
  const end = `-attempt-${attempt}`;
  const name = `${artifactPrefix}${leg}${end}`;
  if (name.length <= longest) return name;
  const digest = createHash('sha256').update(leg).digest('hex').slice(0, 16);
  const room = longest - artifactPrefix.length - end.length - digest.length - 2;
  return `${artifactPrefix}${leg.slice(0, room)}~~${digest}${end}`;
}

/** Whether a name may be that of a leg's artifact; who left it is for its content to say. */
export function isLegArtifact(name: string): boolean {
  return /^pikaci-.+-attempt-[1-9]\d*$/.test(name);
}
