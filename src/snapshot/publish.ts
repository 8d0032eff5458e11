import { randomBytes } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { PassThrough, pipeline } from 'node:stream';
import { AnswerBuffer } from '../host/answer.ts';
import { stdoutOf } from '../host/capture.ts';
import { acrossDrops } from '../host/drops.ts';
import { exitedWith, type Host, type HostCommand } from '../host/host.ts';
import type { Block } from './blocks.ts';
import { compress } from './compress.ts';
import { deltaTo, sedDeletion } from './delta.ts';
import { packEntries } from './pack.ts';
import { mismatchExit, publishScript } from './publish-script.ts';
import type { Snapshot } from './snapshot.ts';

export interface Published {
  /** Absolute path of the tree on the host. */
  tree: string;
  /** What travelled, compressed; 0 where the host had the snapshot. */
  sentBytes: number;
  sentFiles: number;
}

/**
 * Makes sure that a host has the snapshot. Only files travel that the host lacks; the others are
 * linked from the snapshot that the same project used last. The new tree is assembled in a folder
 * of its own, checked, and published by one rename: whoever finds the folder finds it whole. Of
 * several publishers at once one sends, and the others wait for it on the host.
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
  const converse = (from: 'last' | 'nothing'): Promise<Published | undefined> =>
    acrossDrops(() => {
      const args = [host.spec.workDir, snapshot.hash, project, publisher, from];
      return new Conversation(host, snapshot, args, signal).hold();
    });
  // Two files of one short id are rare, and no harm beyond sending all of them.
  const published = (await converse('last')) ?? (await converse('nothing'));
  if (published === undefined) throw new TypeError('a whole snapshot has nothing to differ from');
  return published;
}

/** What the host says first. */
type Found =
  | { kind: 'present'; tree: string }
  | { kind: 'absent'; tree: string; zstd: boolean; baseIds: string | undefined };

/** One run of the script on the host: it says what it has, and we send what it lacks. */
class Conversation {
  readonly #host: Host;
  readonly #snapshot: Snapshot;
  readonly #command: HostCommand;
  readonly #signal: AbortSignal;
  readonly #stdin = new PassThrough();
  #heard = '';
  #found: Found | undefined;
  #sentBytes = 0;
  #sentFiles = 0;

  constructor(host: Host, snapshot: Snapshot, args: readonly string[], signal: AbortSignal) {
    this.#host = host;
    this.#snapshot = snapshot;
    this.#command = { script: publishScript, args, purpose: 'receive the snapshot' };
    this.#signal = signal;
  }

  /** @returns nothing where what was assembled is not the snapshot */
  async hold(): Promise<Published | undefined> {
    const buffer = new AnswerBuffer(this.#host.spec.name, this.#command);
    const exit = await this.#host.exec(this.#command, {
      stdin: this.#stdin,
      signal: this.#signal,
      onStdout: (chunk) => this.#hear(chunk),
      onStderr: buffer.addStderr,
    });
    if (exitedWith(exit, mismatchExit)) return undefined;
    stdoutOf(this.#host, this.#command, buffer.answer(exit));
    const tree = this.#found?.tree ?? '';
    return { tree, sentBytes: this.#sentBytes, sentFiles: this.#sentFiles };
  }

  #hear(chunk: Buffer): void {
    if (this.#found !== undefined) return;
    this.#heard += chunk.toString();
    if (!this.#heard.endsWith('\nend\n')) return;
    this.#found = parseFound(this.#heard);
    if (this.#found.kind === 'present') this.#stdin.end();
    else this.#send(this.#found);
  }

  #send({ zstd, baseIds }: Extract<Found, { kind: 'absent' }>): void {
    const { added, gone } =
      baseIds === undefined
        ? { added: this.#snapshot.entries, gone: [] }
        : deltaTo(this.#snapshot, baseIds);
    this.#sentFiles = added.length;
    this.#stdin.write(`${baseIds === undefined ? 'nothing' : 'base'}\n${sedDeletion(gone)}\n`);
    const tar = packEntries(this.#snapshot, added, this.#signal);
    // An error of any part destroys the last one, where the host's reader of it meets it.
    pipeline(this.#counted(zstd ? compress(tar) : contents(tar)), this.#stdin, () => undefined);
  }

  async *#counted(parts: Iterable<Buffer> | AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      this.#sentBytes += part.length;
      yield part;
    }
  }
}

function* contents(blocks: Iterable<Block>): Generator<Buffer> {
  for (const { content } of blocks) yield content;
}

function parseFound(text: string): Found {
  const [tree = '', state, compression, base, ids = ''] = text.split('\n');
  if (state === 'present') return { kind: 'present', tree };
  const zstd = compression === 'zstd';
  const baseIds = base === 'base' ? (zstd ? unpackIds(ids) : ids) : undefined;
  return { kind: 'absent', tree, zstd, baseIds };
}

function unpackIds(text: string): string | undefined {
  // A host that answers nonsense gets all of it.
  try {
    return zstdDecompressSync(Buffer.from(text, 'base64')).toString();
  } catch {
    return undefined;
  }
}
