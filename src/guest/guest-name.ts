import { createHash } from 'node:crypto';

/** What makes a guest this one and no other. */
export interface GuestIdentity {
  repository: string;
  /** The workflow run, or the run id where there is no workflow. */
  run: string;
  attempt: number;
  target: string;
  lane: string;
}

/**
 * The guest's name on its host: the same for the same identity, so that a later step finds it
 * without having been told. Letters, digits and hyphens, at most 63 characters: the strictest of
 * the backends (Incus).
 */
export function guestName(identity: GuestIdentity): string {
  const { repository, run, attempt, target, lane } = identity;
  const digest = createHash('sha256')
    .update(JSON.stringify([repository, run, attempt, target, lane]))
    .digest('hex')
    .slice(0, 16);
  const readable = lane
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 38)
    .replace(/^-+|-+$/g, '');
  return `pikaci-${readable === '' ? 'lane' : readable}-${digest}`;
}
