import { createHash } from 'node:crypto';

/** Longer ones end in a digest: each has to be a file's name. */
const longest = 120;

/**
 * An id as one segment of a path: what letters, digits, `.`, `_` and `-` do not spell stands as `~`
 * and two hex digits a byte, and so does a dot in front. No two ids share a segment.
 */
export function idSegment(id: string): string {
  const segment = spelledId(id).replace(/^\./, '~2e');
  if (segment.length <= longest) return segment;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 16);
  return `${segment.slice(0, longest - digest.length - 2)}~~${digest}`;
}

/** An id as a part of another name, however long. */
export function spelledId(id: string): string {
  return id.replace(/[^A-Za-z0-9._-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}
