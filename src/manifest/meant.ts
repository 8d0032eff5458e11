import { nearest } from '../model/nearest.ts';

/** What to do about an unknown name: the known one that is meant, or else `otherwise`. */
export function meant(name: string, known: readonly string[], otherwise: string): string {
  const near = nearest(name, known);
  return near === undefined ? otherwise : `did you mean \`${near}\`?`;
}
