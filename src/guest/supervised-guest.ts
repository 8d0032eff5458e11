import { FailureError, type Failure } from '../model/failure.ts';
import { capture } from '../host/capture.ts';
import { acrossDrops } from '../host/drops.ts';
import { succeeded, type Host, type HostCommand } from '../host/host.ts';
import { artifactStream } from './artifact-stream.ts';
import type { Collected, Guest, GuestSlot, RunOptions } from './guest.ts';
import { readAccelerator } from './accelerator.ts';
import { readResult, resultSizeLimit } from './result.ts';
import {
  collectScript,
  consoleTailScript,
  followScript,
  inTimeScript,
  logRestScript,
} from './scripts.ts';

/**
 * Beyond the lane's own timeout, so that the guest gets to report it: `timeout -k 10` and writing
 * the verdict fit in.
 */
const hostDeadlineGraceSecs = 30;

const consoleLines = 15;
const consoleBytes = 16_384;

/** Seconds. */
export interface GuestDeadlines {
  /** From launch to the first line of the guest's log. */
  boot: number;
  /** The lane's own, from there on. */
  command: number;
}

/** A launched guest, kept by `supervisor.sh` in its place on the host. */
export function supervisedGuest(slot: GuestSlot, nonce: string, deadlines: GuestDeadlines): Guest {
  return {
    run: (options) => followGuest(slot, deadlines, options),
    collect: (signal) => collect(slot, nonce, signal),
    artifacts: (wanted, signal) => artifactStream(slot, wanted, signal),
  };
}

async function followGuest(
  { host, name, dir }: GuestSlot,
  { boot, command: timeoutSecs }: GuestDeadlines,
  run: RunOptions,
): Promise<void> {
  await using deadline = new HostDeadline(host, dir);
  deadline.set(boot, 'heard', async () => ({
    cause: 'boot_timed_out',
    guest: name,
    deadlineSecs: boot,
    console: await consoleTail(host, dir).catch(() => ''),
  }));
  const signal = AbortSignal.any([run.signal, deadline.signal]);
  // Whatever is beyond the budget is not even read.
  const full = new AbortController();
  const reading = AbortSignal.any([signal, full.signal]);
  let offset = 0;
  const copy = async (command: HostCommand, progressed: () => void): Promise<string> => {
    let size = '';
    await host.exec(command, {
      signal: reading,
      onStdout: (chunk) => {
        if (offset === 0) {
          deadline.set(timeoutSecs + hostDeadlineGraceSecs, 'finished', () =>
            Promise.resolve({ cause: 'command_timed_out', timeoutSecs, enforcedBy: 'host' }),
          );
        }
        progressed();
        const room = run.logBytes - offset;
        offset += Math.min(chunk.length, room);
        if (chunk.length <= room) return run.onOutput(chunk);
        if (full.signal.aborted) return;
        full.abort();
        return run.onOutput(Buffer.concat([chunk.subarray(0, room), cutNote(run.logBytes)]));
      },
      onStderr: (chunk) => {
        size += chunk.toString();
      },
    });
    return size;
  };
  const copyAll = async (progressed: () => void): Promise<void> => {
    const args = (): string[] => [dir, String(offset + 1)];
    const follow = { script: followScript(), args: args(), purpose: 'follow the guest’s log' };
    const size = Number(await copy(follow, progressed));
    // What was written between the follower's last look and the guest's end.
    const rest = { script: logRestScript(), args: args(), purpose: 'read the rest of the log' };
    if (offset !== size) await copy(rest, progressed);
  };
  await acrossDrops(async (progressed) => {
    try {
      await copyAll(progressed);
    } catch (error) {
      if (signal.aborted || !full.signal.aborted) throw error;
    }
    if (!full.signal.aborted) return;
    const end = { script: followScript(), args: [dir, ''], purpose: 'wait for the guest’s end' };
    await host.exec(end, { signal });
  });
}

function cutNote(bytes: number): Buffer {
  const mib = bytes / 1024 / 1024;
  return Buffer.from(`\n[pikaci] the log is cut here, at log_mib = ${mib}; the lane goes on\n`);
}

/**
 * A deadline that the host has the last word on: while the link was down, what it waits for may
 * have come about there.
 */
class HostDeadline implements AsyncDisposable {
  readonly #host: Host;
  readonly #dir: string;
  readonly #abort = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #asking: Promise<void> | undefined;

  constructor(host: Host, dir: string) {
    this.#host = host;
    this.#dir = dir;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** @param state what the guest has to have come to by then */
  set(secs: number, state: 'heard' | 'finished', failure: () => Promise<Failure>): void {
    clearTimeout(this.#timer);
    const expire = async (): Promise<void> => {
      const command = {
        script: inTimeScript(),
        args: [this.#dir, state],
        purpose: 'look whether the guest is in time',
      };
      const { exit } = await this.#host.call(command);
      if (!succeeded(exit)) this.#abort.abort(new FailureError(await failure()));
    };
    this.#timer = setTimeout(() => {
      this.#asking = expire().catch((error: unknown) => this.#abort.abort(error));
    }, secs * 1000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#timer);
    await this.#asking;
  }
}

async function collect(
  { host, name, dir }: GuestSlot,
  nonce: string,
  signal: AbortSignal,
): Promise<Collected> {
  const command = {
    script: collectScript(),
    args: [dir, name, String(resultSizeLimit + 1), String(consoleBytes)],
    purpose: 'read the guest’s end',
  };
  const [endedBy = '', started = '', accelerator = '', result = '', console = ''] = (
    await capture(host, command, { signal })
  ).split('\n');
  const resultText = Buffer.from(result, 'base64').toString();
  return {
    result: readResult(resultText, nonce),
    resultText,
    endedBy,
    commandStarted: started === 'started',
    accelerator: readAccelerator(accelerator),
    console: consoleText(Buffer.from(console, 'base64').toString()),
  };
}

async function consoleTail(host: Host, dir: string): Promise<string> {
  const command = {
    script: consoleTailScript(),
    args: [dir, String(consoleBytes)],
    purpose: 'read the guest’s console',
  };
  return consoleText(await capture(host, command));
}

function consoleText(text: string): string {
  const printable = text.replaceAll('\r', '').replace(/[^\x20-\x7e\n\t]/g, '�');
  return printable.trim().split('\n').slice(-consoleLines).join('\n');
}
