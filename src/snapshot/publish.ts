import { randomBytes } from 'node:crypto';
import { createZstdCompress, zstdDecompressSync } from 'node:zlib';
import { pipeline, Transform, type Readable } from 'node:stream';
import { AnswerBuffer } from '../host/answer.ts';
import { capture, stdoutOf } from '../host/capture.ts';
import { acrossDrops } from '../host/drops.ts';
import type { Host, HostCommand } from '../host/host.ts';
import { deltaTo, sedDeletion } from './delta.ts';
import { packEntries } from './pack.ts';
import {
  busyExit,
  mismatchExit,
  probeScript,
  receiveScript,
  waitScript,
} from './publish-scripts.ts';
import type { ListedEntry, Snapshot } from './snapshot.ts';

export interface Published {
  /** Absolute path of the tree on the host. */
  tree: string;
  sentBytes: number;
  sentFiles: number;
}

/** Linux takes 128 KB in one word of a command line (MAX_ARG_STRLEN). */
const longestWord = 100_000;

/** How often another publisher of the same snapshot is waited for before we send it, too. */
const patience = 30;

/**
 * Makes sure that a host has the snapshot. Only files travel that the host lacks; the others are
 * linked from the snapshot that the same project used last. The new tree is assembled in a folder
 * of its own, checked, and published by one rename: whoever finds the folder finds it whole.
 * @param project whose snapshots resemble each other
 * @throws FailureError `host_command_failed`, `snapshot_failed`
 */
export async function publishSnapshot(
  host: Host,
  snapshot: Snapshot,
  project: string,
  signal: AbortSignal,
): Promise<Published> {
  // Whatever an earlier try of ours left running behind a dead link is told apart by this.
  const publisher = randomBytes(8).toString('hex');
  let useBase = true;
  for (let tries = 0; ; tries += 1) {
    const found = await probe(host, snapshot.hash, project, signal);
    if (found.kind === 'present') return { tree: found.tree, sentBytes: 0, sentFiles: 0 };
    if (found.kind === 'busy' && tries < patience) {
      await waitForOther(host, snapshot.hash, signal);
      continue;
    }
    const base = found.kind === 'absent' && useBase ? found.base : undefined;
    const sent = await send(host, { snapshot, project, publisher, base, zstd: found.zstd }, signal);
    switch (sent.kind) {
      case 'published':
        return { tree: found.tree, sentBytes: sent.bytes, sentFiles: sent.files };
      case 'mismatch':
        // Two files of one short id: rare, and no harm beyond sending all of them.
        useBase = false;
        break;
      case 'busy':
    }
  }
}

interface Base {
  hash: string;
  ids: string;
}

type Found = { tree: string } & (
  | { kind: 'present' }
  | { kind: 'busy'; zstd: boolean }
  | { kind: 'absent'; zstd: boolean; base: Base | undefined }
);

async function probe(
  host: Host,
  hash: string,
  project: string,
  signal: AbortSignal,
): Promise<Found> {
  const command = {
    script: probeScript,
    args: [host.spec.workDir, hash, project],
    purpose: 'look for the snapshot',
  };
  const [tree = '', state, compression, base, ids = ''] = (
    await capture(host, command, { signal })
  ).split('\n');
  const zstd = compression === 'zstd';
  if (state === 'present') return { kind: 'present', tree };
  if (state === 'busy') return { kind: 'busy', tree, zstd };
  if (base === undefined || base === '') return { kind: 'absent', tree, zstd, base: undefined };
  return { kind: 'absent', tree, zstd, base: { hash: base, ids: zstd ? unpackIds(ids) : ids } };
}

function unpackIds(text: string): string {
  // A host that answers nonsense gets no delta, and the check of the listing stands in any case.
  try {
    return zstdDecompressSync(Buffer.from(text, 'base64')).toString();
  } catch {
    return '';
  }
}

async function waitForOther(host: Host, hash: string, signal: AbortSignal): Promise<void> {
  const command: HostCommand = {
    script: waitScript,
    args: [host.spec.workDir, hash],
    purpose: 'wait for another upload of the snapshot',
  };
  await capture(host, command, { signal });
}

interface Sending {
  snapshot: Snapshot;
  project: string;
  publisher: string;
  base: Base | undefined;
  zstd: boolean;
}

type Sent = { kind: 'published'; bytes: number; files: number } | { kind: 'busy' | 'mismatch' };

async function send(host: Host, sending: Sending, signal: AbortSignal): Promise<Sent> {
  const { snapshot, project, publisher, zstd } = sending;
  const { base, entries, deletion } = difference(snapshot, sending.base);
  const command: HostCommand = {
    script: receiveScript,
    args: [
      host.spec.workDir,
      snapshot.hash,
      zstd ? 'zstd' : 'none',
      publisher,
      project,
      base?.hash ?? '',
      deletion,
    ],
    purpose: 'receive the snapshot',
  };
  let bytes = 0;
  const count = (sent: number): void => {
    bytes += sent;
  };
  const answer = await acrossDrops(async () => {
    const buffer = new AnswerBuffer(host.spec.name, command);
    const exit = await host.exec(command, {
      stdin: wireStream(snapshot, entries, zstd, count, signal),
      onStderr: buffer.addStderr,
      signal,
    });
    return buffer.answer(exit);
  });
  const code = answer.exit.kind === 'code' ? answer.exit.code : undefined;
  if (code === busyExit) return { kind: 'busy' };
  if (code === mismatchExit && base !== undefined) return { kind: 'mismatch' };
  stdoutOf(host, command, answer);
  return { kind: 'published', bytes, files: entries.length };
}

/** What has to be sent, and what has to go from the base; without one, everything is sent. */
function difference(
  snapshot: Snapshot,
  base: Base | undefined,
): { base: Base | undefined; entries: readonly ListedEntry[]; deletion: string } {
  const everything = { base: undefined, entries: snapshot.entries, deletion: '' };
  if (base === undefined) return everything;
  const { added, gone } = deltaTo(snapshot, base.ids);
  const deletion = sedDeletion(gone);
  return deletion.length > longestWord ? everything : { base, entries: added, deletion };
}

function wireStream(
  snapshot: Snapshot,
  entries: readonly ListedEntry[],
  zstd: boolean,
  count: (bytes: number) => void,
  signal: AbortSignal,
): Readable {
  const counter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      count(chunk.length);
      done(null, chunk);
    },
  });
  const tar = packEntries(snapshot, entries, signal);
  // An error of any part destroys the last one, where the reader meets it.
  const stages = zstd ? [tar, createZstdCompress(), counter] : [tar, counter];
  pipeline(stages as [Readable, Transform], () => undefined);
  return counter;
}
