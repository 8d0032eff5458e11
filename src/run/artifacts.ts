import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { compilePatterns } from '../plan/path-matcher.ts';

/** Ours: what the guest's channel brings has these names in the record. */
const reserved = new Set(['guest.log', 'result.json']);

/**
 * Keeps the files of an artifacts tar that match the lane's patterns. The guest made the tar's
 * content: only plain files with a name below the folder are taken, links never followed.
 * @returns a line for people
 */
export async function keepArtifacts(
  tar: Readable,
  patterns: readonly string[],
  into: string,
): Promise<string> {
  const wanted = compilePatterns(patterns);
  const entries = extract();
  let kept = 0;
  const reading = pipeline(tar, entries);
  // What breaks it is met by whoever reads the entries.
  reading.catch(() => undefined);
  for await (const entry of entries) {
    const path = normalize(entry.header.name);
    const inside = !path.startsWith('..') && !path.startsWith('/');
    const take =
      entry.header.type === 'file' &&
      inside &&
      !reserved.has(path) &&
      wanted.match(path) !== undefined;
    if (!take) {
      entry.resume();
      continue;
    }
    const file = join(into, path);
    await mkdir(dirname(file), { recursive: true });
    await pipeline(entry, createWriteStream(file));
    kept += 1;
  }
  await reading;
  return `${kept} artifact${kept === 1 ? '' : 's'} kept`;
}
