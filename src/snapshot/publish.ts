import { randomBytes } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { PassThrough, pipeline } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { AnswerBuffer } from '../host/answer.ts';
import { stdoutOf } from '../host/capture.ts';
import { acrossDrops } from '../host/drops.ts';
import type { Host, HostCommand } from '../host/host.ts';
import type { Block } from './blocks.ts';
import { compress } from './compress.ts';
import { deltaTo, differenceText } from './delta.ts';
import { packEntries } from './pack.ts';
import { lineIdLength, listingFormat } from './listing.ts';
import { publishScript } from './scripts.ts';
import type { ListedEntry, Snapshot } from './snapshot.ts';

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
 * @param snapshot may still be being taken; the host gets ready meanwhile
 * @param project whose snapshots resemble each other
 * @throws FailureError `host_command_failed`, `snapshot_failed`
 */
export async function publishSnapshot(
  host: Host,
  snapshot: Snapshot | Promise<Snapshot>,
  project: string,
  signal: AbortSignal,
): Promise<Published> {
  // Whatever an earlier try of ours left running behind a dead link is told apart by this.
  const publisher = randomBytes(8).toString('hex');
  return acrossDrops(() => {
    const conversation = new Conversation(host, Promise.resolve(snapshot), signal);
    return conversation.hold(project, publisher);
  });
}

/**
 * @param hash of the snapshot; otherwise it is the first line that is read
 * @param publisher whose earlier try may be ended
 */
export function publishCommand(
  workDir: string,
  hash: string | undefined,
  project: string,
  publisher: string,
): HostCommand {
  const args = [workDir, hash ?? '', project, publisher, listingFormat, String(lineIdLength)];
  return { script: publishScript(), args, purpose: 'receive the snapshot' };
}

/** Of any repository's listing; a host that says more is broken or hostile. */
const mostIdBytes = 256 * 1024 * 1024;

const saidAll = Buffer.from('\nend\n');

/** What the host says first. */
type Found =
  | { kind: 'present'; tree: string }
  | { kind: 'absent'; tree: string; zstd: boolean; baseIds: string };

/** One run of the script on the host: it says what it has, and we send what it lacks. */
class Conversation {
  readonly #host: Host;
  readonly #snapshot: Promise<Snapshot>;
  readonly #signal: AbortSignal;
  readonly #stdin = new PassThrough();
  #heard = Buffer.alloc(0);
  #found: Found | undefined;
  #sentBytes = 0;
  #sentFiles = 0;

  constructor(host: Host, snapshot: Promise<Snapshot>, signal: AbortSignal) {
    this.#host = host;
    this.#snapshot = snapshot;
    this.#signal = signal;
    // Met by the host's reader of it, which may come later than the error.
    this.#stdin.on('error', () => undefined);
  }

  async hold(project: string, publisher: string): Promise<Published> {
    // One that has been taken wins, and its hash travels with the script.
    const taken = await Promise.race([this.#snapshot, Promise.resolve(undefined)]);
    if (taken === undefined) this.#tellHash();
    const command = publishCommand(this.#host.spec.workDir, taken?.hash, project, publisher);
    const buffer = new AnswerBuffer(this.#host.spec.name, command);
    const exit = await this.#host.exec(command, {
      stdin: this.#stdin,
      signal: this.#signal,
      onStdout: (chunk) => this.#hear(chunk),
      onStderr: buffer.addStderr,
    });
    stdoutOf(this.#host, command, buffer.answer(exit));
    const tree = this.#found?.tree ?? '';
    return { tree, sentBytes: this.#sentBytes, sentFiles: this.#sentFiles };
  }

  #tellHash(): void {
    this.#snapshot.then(
      ({ hash }) => void this.#stdin.write(`${hash}\n`),
      (error: unknown) => void this.#stdin.destroy(error as Error),
    );
  }

  async #hear(chunk: Buffer): Promise<void> {
    if (this.#found !== undefined) return;
    this.#heard = Buffer.concat([this.#heard, chunk]);
    this.#found = parseFound(this.#heard);
    if (this.#found === undefined) return;
    if (this.#found.kind === 'present') this.#stdin.end();
    else this.#send(await this.#snapshot, this.#found);
  }

  #send(snapshot: Snapshot, { zstd, baseIds }: Extract<Found, { kind: 'absent' }>): void {
    const delta = deltaTo(snapshot, baseIds);
    const { added } = delta;
    this.#sentFiles = added.length;
    const difference = Buffer.from(differenceText(delta));
    const parts = this.#parts(
      snapshot,
      added,
      zstd ? zstdCompressSync(difference) : difference,
      zstd,
    );
    // An error of any part destroys the last one.
    pipeline(this.#counted(parts), this.#stdin, () => undefined);
  }

  async *#parts(
    snapshot: Snapshot,
    added: readonly ListedEntry[],
    difference: Buffer,
    zstd: boolean,
  ): AsyncGenerator<Buffer> {
    yield Buffer.from(`${difference.length}\n`);
    yield difference;
    // Packing takes no rest, and the host waits for this.
    await setImmediate();
    const tar = packEntries(snapshot, added, this.#signal);
    yield* zstd ? compress(tar) : contents(tar);
  }

  async *#counted(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      this.#sentBytes += part.length;
      yield part;
    }
  }
}

function* contents(blocks: Iterable<Block>): Generator<Buffer> {
  for (const { content } of blocks) yield content;
}

/** @returns nothing until all of it was said */
function parseFound(heard: Buffer): Found | undefined {
  if (!heard.subarray(-saidAll.length).equals(saidAll)) return undefined;
  const { line, next } = linesOf(heard);
  const tree = line();
  if (line() === 'present') return { kind: 'present', tree };
  const zstd = line() === 'zstd';
  const bytes = Number(line());
  // The ids may have any bytes, those of an end, too.
  const ids = heard.subarray(next(), -saidAll.length);
  if (ids.length < bytes) return undefined;
  return { kind: 'absent', tree, zstd, baseIds: zstd ? unpackIds(ids) : ids.toString('latin1') };
}

/** Reads lines from the start of a buffer, and says where the next one begins. */
function linesOf(buffer: Buffer): { line: () => string; next: () => number } {
  let start = 0;
  const line = (): string => {
    const end = buffer.indexOf('\n', start);
    const text = buffer.toString('utf8', start, end);
    start = end + 1;
    return text;
  };
  return { line, next: () => start };
}

function unpackIds(ids: Buffer): string {
  if (ids.length === 0) return '';
  return zstdDecompressSync(ids, { maxOutputLength: mostIdBytes }).toString('latin1');
}
