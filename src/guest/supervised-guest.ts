import { PassThrough, type Readable } from 'node:stream';
import { FailureError, type Failure } from '../model/failure.ts';
import { capture } from '../host/capture.ts';
import type { Host } from '../host/host.ts';
import type { Collected, Guest, GuestPlace, GuestRequest, RunOptions } from './guest.ts';
import { readResult, resultSizeLimit } from './result.ts';

/**
 * Beyond the lane's own timeout, so that the guest gets to report it: `timeout -k 10` and writing
 * the verdict fit in.
 */
const hostDeadlineGraceSecs = 30;

const consoleLines = 15;

/** From launch to the first line of the guest's log. */
const bootDeadlineSecs = 180;

/** A launched guest, kept by `supervisor.sh` in its place on the host. */
export function supervisedGuest(place: GuestPlace, { lane, nonce }: GuestRequest): Guest {
  return {
    run: (options) => followGuest(place, lane.timeoutSecs, options),
    collect: (signal) => collect(place, nonce, signal),
    artifacts: (signal) => artifactStream(place, signal),
  };
}

async function followGuest(
  { host, name, dir }: GuestPlace,
  timeoutSecs: number,
  run: RunOptions,
): Promise<void> {
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const failAfter = (secs: number, failure: () => Promise<Failure>): void => {
    clearTimeout(timer);
    const fail = async (): Promise<void> => deadline.abort(new FailureError(await failure()));
    timer = setTimeout(() => void fail(), secs * 1000);
  };
  failAfter(bootDeadlineSecs, async () => ({
    kind: 'boot_timed_out',
    guest: name,
    deadlineSecs: bootDeadlineSecs,
    console: await consoleTail(host, dir).catch(() => ''),
  }));
  let offset = 0;
  const onOutput = async (chunk: Buffer): Promise<void> => {
    if (offset === 0) {
      failAfter(timeoutSecs + hostDeadlineGraceSecs, () =>
        Promise.resolve({ kind: 'command_timed_out', timeoutSecs, enforcedBy: 'host' }),
      );
    }
    offset += chunk.length;
    await run.onOutput(chunk);
  };
  const signal = AbortSignal.any([run.signal, deadline.signal]);
  try {
    await host.exec(
      { script: followScript, args: [dir], purpose: 'follow the guest’s log' },
      { signal, onStdout: onOutput },
    );
    // What was written between the last look and the guest's end.
    await host.exec(
      { script: restScript, args: [dir, String(offset + 1)], purpose: 'read the rest of the log' },
      { signal, onStdout: onOutput },
    );
  } finally {
    clearTimeout(timer);
  }
}

async function collect(
  { host, dir }: GuestPlace,
  nonce: string,
  signal: AbortSignal,
): Promise<Collected> {
  const [answer, resultText, console] = await Promise.all([
    capture(
      host,
      { script: stateScript, args: [dir], purpose: 'read the guest’s end' },
      { signal },
    ),
    capture(
      host,
      { script: resultScript, args: [dir, String(resultSizeLimit)], purpose: 'read result.json' },
      { signal },
    ),
    consoleTail(host, dir, signal),
  ]);
  const [endedBy = '', started = ''] = answer.trim().split('\n');
  return {
    result: readResult(resultText, nonce),
    resultText,
    endedBy,
    commandStarted: started === 'started',
    console,
  };
}

function artifactStream({ host, dir }: GuestPlace, signal: AbortSignal): Readable {
  const output = new PassThrough();
  const command = { script: artifactsScript, args: [dir], purpose: 'collect artifacts' };
  const onStdout = (chunk: Buffer): Promise<void> | void => {
    if (!output.write(chunk)) return new Promise((resolve) => output.once('drain', resolve));
  };
  host.exec(command, { signal, onStdout }).then(
    () => output.end(),
    (error: unknown) => output.destroy(error as Error),
  );
  return output;
}

async function consoleTail(host: Host, dir: string, signal?: AbortSignal): Promise<string> {
  const command = {
    script: 'tail -c 16384 "$1/console.log" 2>/dev/null || :',
    args: [dir],
    purpose: 'read the guest’s console',
  };
  const text = await capture(host, command, signal ? { signal } : {});
  const printable = text.replaceAll('\r', '').replace(/[^\x20-\x7e\n\t]/g, '�');
  return printable.trim().split('\n').slice(-consoleLines).join('\n');
}

/**
 * Prints guest.log as it grows and returns when the guest has ended or its supervisor is gone; a
 * last part may be missing. A dead process may stay for a while as a zombie, so its absence alone is
 * no sign. The log is a second name of the file, outside of what the guest can reach: inside it may
 * be replaced by a link to anything.
 */
const followScript = String.raw`
cd "$1" || exit 1
read -r supervisor <supervisor.pid || exit 1
tail -c +1 -f guest.log &
follower=$!
trap 'kill "$follower" 2>/dev/null' EXIT
# What sshd sends when we hang up; a shell that died of it would leave the follower behind.
trap 'exit 129' HUP INT TERM PIPE
looks=0
until [ -e state ] || [ ! -e supervisor.pid ]; do
  sleep 0.1
  looks=$((looks + 1))
  [ $((looks % 20)) -ne 0 ] || case $(ps -o stat= -p "$supervisor") in '' | Z*) break ;; esac
done
`;

const restScript = 'tail -c +"$2" "$1/guest.log"';

/** Prints why the guest ended, then whether its command was reached. */
const stateScript = String.raw`
cat "$1/state" 2>/dev/null || echo vanished
if [ -f "$1/artifacts/started" ] && [ ! -L "$1/artifacts/started" ]; then echo started; else echo not started; fi
`;

/** The guest is gone by now, so what is checked here stays what it is. */
const resultScript = String.raw`
result="$1/artifacts/result.json"
if [ -f "$result" ] && [ ! -L "$result" ]; then head -c "$(($2 + 1))" "$result"; fi
`;

const artifactsScript = 'exec tar -cf - -C "$1/artifacts" .';
