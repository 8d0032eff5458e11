import { z } from 'zod';

/** Values of settings as they are written, which manifests and backends read alike. */

export const wordText = z.string().min(1, 'must not be empty');

/** One word of a command line of Nix, where it must not be taken for a flag. */
export const installableText = wordText.refine(
  (word) => !word.startsWith('-'),
  'must not begin with `-`',
);

export const secondsText = z
  .int()
  .min(1)
  .max(24 * 60 * 60);

export const guestSizes = {
  vcpu: z.int().min(1).max(256),
  memMib: z.int().min(64),
  diskGib: z.int().min(1),
};
