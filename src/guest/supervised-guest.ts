import { FailureError, type Failure } from '../model/failure.ts';
import { capture } from '../host/capture.ts';
import { acrossDrops } from '../host/drops.ts';
import { succeeded, type Host, type HostCommand } from '../host/host.ts';
import { artifactStream } from './artifact-stream.ts';
import type { Collected, Guest, GuestSlot, RunOptions } from './guest.ts';
import { readAccelerator } from './accelerator.ts';
import { readResult, resultSizeLimit } from './result.ts';
import { processFunctions } from './scripts.ts';

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
  deadline.set(boot, '[ -s guest.log ]', async () => ({
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
          deadline.set(timeoutSecs + hostDeadlineGraceSecs, isDone, () =>
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
    const follow = { script: followProgram(), args: args(), purpose: 'follow the guest’s log' };
    const size = Number(await copy(follow, progressed));
    // What was written between the follower's last look and the guest's end.
    const rest = { script: restScript, args: args(), purpose: 'read the rest of the log' };
    if (offset !== size) await copy(rest, progressed);
  };
  await acrossDrops(async (progressed) => {
    try {
      await copyAll(progressed);
    } catch (error) {
      if (signal.aborted || !full.signal.aborted) throw error;
    }
    if (!full.signal.aborted) return;
    const end = { script: followProgram(), args: [dir, ''], purpose: 'wait for the guest’s end' };
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

  /** @param met shell that tells in the guest's folder whether the deadline is met */
  set(secs: number, met: string, failure: () => Promise<Failure>): void {
    clearTimeout(this.#timer);
    const expire = async (): Promise<void> => {
      const command = {
        script: `cd "$1" 2>/dev/null || exit 0; ${met} || [ -e state ]`,
        args: [this.#dir],
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
    script: `${processFunctions()}\n${collectScript}`,
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
    script: 'tail -c "$2" "$1/console.log" 2>/dev/null || :',
    args: [dir, String(consoleBytes)],
    purpose: 'read the guest’s console',
  };
  return consoleText(await capture(host, command));
}

function consoleText(text: string): string {
  const printable = text.replaceAll('\r', '').replace(/[^\x20-\x7e\n\t]/g, '�');
  return printable.trim().split('\n').slice(-consoleLines).join('\n');
}

/**
 * Shell: whether the guest's verdict is in. A guest that ended has a state; one that stays says so
 * itself, where its root may put anything, and so no more than that is made of it.
 */
const isDone = '[ -e state ] || [ -e channel/stays ]';

/**
 * Prints guest.log from byte `$2` on as it grows, or nothing of it without one, and its final size as
 * an error message. Returns when the guest is done or its supervisor is gone; a last part may be
 * missing. A dead process may stay for a while as a zombie, so its absence alone is no sign. The log
 * is a second name of the file, outside of what the guest can reach: inside it may be replaced by a
 * link to anything. The folder is gone when the lease is.
 */
const followScript = String.raw`
cd "$1" 2>/dev/null || { echo "$(($2 - 1))" >&2; exit; }
read -r supervisor <supervisor.pid || exit 1
follower=
[ -z "$2" ] || { tail -c +"$2" -f guest.log 2>/dev/null & follower=$!; }
trap 'kill "$follower" 2>/dev/null' EXIT
# What sshd sends when we hang up; a shell that died of it would leave the follower behind.
trap 'exit 129' HUP INT TERM PIPE
looks=0
until ${isDone} || [ ! -e supervisor.pid ]; do
  sleep 0.1
  looks=$((looks + 1))
  [ $((looks % 20)) -ne 0 ] || [ -n "$(alive "$supervisor")" ] || break
done
sleep 0.05
wc -c <guest.log >&2
`;

const followProgram = (): string => `${processFunctions()}\n${followScript}`;

const restScript = 'tail -c +"$2" "$1/guest.log"';

/**
 * Prints five lines: why the guest ended; whether its command was reached; what it ran on; its result.json; where
 * there is none, the end of its console. A guest that is not gone by now is stopped, so what is
 * checked stays what it is. The command counts as reached once the guest has been heard, and where
 * nothing can be known any more.
 */
const collectScript = String.raw`
cd "$1" 2>/dev/null || { printf 'lease_expired
started



'; exit; }
line() { base64 | tr -d '
'; echo; }
plain() { [ -f "$1" ] && [ ! -L "$1" ]; }
[ -e state ] || { hold_guest "$2"; end_namespace channel; }
if [ -e state ]; then echo "$(cat state)"; elif [ -e channel/stays ]; then echo stays; else echo vanished; fi
if [ -e began ] || [ -s guest.log ]; then echo started; else echo not started; fi
head -n 1 accelerator 2>/dev/null | grep . || echo
if plain channel/result.json; then
  head -c "$3" channel/result.json | line
else
  echo
  tail -c "$4" console.log 2>/dev/null | line
fi
`;
