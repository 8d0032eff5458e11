import { createWriteStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import type { Guest } from '../guest/guest.ts';
import { acrossDrops } from '../host/drops.ts';
import { FailureError } from '../model/failure.ts';
import type { Lane } from '../model/target.ts';
import { compilePatterns } from '../plan/path-matcher.ts';

/** Ours: what the guest's channel brings has these names in the record. */
const reserved = new Set(['guest.log', 'result.json']);

const deadlineSecs = 900;

/**
 * Brings back the artifacts that a lane declares, over drops of the link, within a time.
 * @returns a line for people
 * @throws FailureError `artifacts_too_large`, `artifacts_late`, `host_command_failed`; `signal.reason`
 */
export async function collectArtifacts(
  guest: Pick<Guest, 'artifacts'>,
  { artifacts: patterns, artifactsMib }: Pick<Lane, 'artifacts' | 'artifactsMib'>,
  into: string,
  signal: AbortSignal,
  within = deadlineSecs,
): Promise<string> {
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort(new FailureError({ cause: 'artifacts_late', afterSecs: within }));
  }, within * 1000);
  const wanted = { patterns, bytes: artifactsMib * 1024 * 1024 };
  const until = AbortSignal.any([signal, late.signal]);
  try {
    return await acrossDrops(() =>
      keepArtifacts(guest.artifacts(wanted, until), wanted.patterns, wanted.bytes, into),
    );
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Keeps the files of an artifacts tar that match the lane's patterns. The guest made the tar's
 * content: only plain files with a name below the folder are taken, links never followed. Of a file
 * with several names each is kept as a file of its own.
 * @param bytes the most that is kept
 * @returns a line for people
 */
export async function keepArtifacts(
  tar: Readable,
  patterns: readonly string[],
  bytes: number,
  into: string,
): Promise<string> {
  const matcher = compilePatterns(patterns);
  const isWanted = (path: string): boolean =>
    !path.startsWith('..') &&
    !path.startsWith('/') &&
    !reserved.has(path) &&
    matcher.match(path) !== undefined;
  const entries = extract();
  const kept = new Map<string, number>();
  let size = 0;
  const keep = async (path: string, length: number, write: Write): Promise<void> => {
    size += length;
    if (size > bytes) {
      const files = kept.size + 1;
      throw new FailureError({ cause: 'artifacts_too_large', files, bytes: size, limit: bytes });
    }
    const file = join(into, path);
    await mkdir(dirname(file), { recursive: true });
    await write(file);
    kept.set(path, length);
  };
  const reading = pipeline(tar, entries);
  // What breaks it is met by whoever reads the entries.
  reading.catch(() => undefined);
  for await (const entry of entries) {
    const path = normalize(entry.header.name);
    const other = otherName(entry.header);
    const length = kept.get(other);
    if (entry.header.type === 'file' && isWanted(path)) {
      const write: Write = (file) => pipeline(entry, createWriteStream(file));
      await keep(path, entry.header.size, write);
      continue;
    }
    entry.resume();
    if (length === undefined || !isWanted(path)) continue;
    await keep(path, length, (file) => copyFile(join(into, other), file));
  }
  await reading;
  return `${kept.size} artifact${kept.size === 1 ? '' : 's'} kept`;
}

type Write = (file: string) => Promise<void>;

/** Of a file that came before. */
function otherName({ type, linkname }: Header): string {
  return type === 'link' ? normalize(linkname) : '';
}
