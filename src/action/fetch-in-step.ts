import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Writable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { info } from '@actions/core';
import { exec } from '@actions/exec';
import { harmless } from '../diagnostics/harmless.ts';
import { LineSplitter } from '../diagnostics/lines.ts';
import { guardLine } from '../report/guard.ts';
import { gitEnvironment } from '../repository/git-environment.ts';
import type { RunFetch } from '../repository/history.ts';

/** For all fetches of a step together; well inside what a job that plans is given. */
const usualLimitMs = 4 * 60_000;

/**
 * Fetches as people know it from actions/checkout: the step's log shows each command and what git
 * says. The checkout's own credentials are all that there are, so a fetch may fail; the log then
 * says what helps.
 */
export function fetchInStep(limitMs = usualLimitMs): RunFetch {
  let deadline: AbortSignal | undefined;
  return async ({ root }, args, signal) => {
    deadline ??= AbortSignal.timeout(limitMs);
    const ended = AbortSignal.any(signal === undefined ? [deadline] : [deadline, signal]);
    if (await succeeds(root, args, ended)) return true;
    signal?.throwIfAborted();
    const why = deadline.aborted ? `took longer than ${limitMs / 1000} s` : 'failed';
    info(
      `git fetch ${why}; give actions/checkout \`fetch-depth: 0\` to have it bring the history, or let it keep its credentials (\`persist-credentials\`)`,
    );
    return false;
  };
}

async function succeeds(
  cwd: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  if (signal.aborted) return false;
  const ending = new EndedBySignal(args, signal);
  const log = stepLog();
  // What git's children say after its end is of no interest.
  log.on('error', () => undefined);
  try {
    const code = await exec('git', [...args], {
      cwd,
      env: gitEnvironment(process.env) as Record<string, string>,
      ignoreReturnCode: true,
      outStream: log,
      delay: 1_000,
    });
    return code === 0;
  } finally {
    ending.close();
    log.end();
  }
}

/**
 * Ends the process with these arguments on a signal: the toolkit ends none that it has started and
 * tells of none, but Node does tell. Git takes its locks along, and its end of the connection.
 */
class EndedBySignal {
  readonly #args: readonly string[];
  readonly #signal: AbortSignal;
  readonly #started: ChildProcess[] = [];

  constructor(args: readonly string[], signal: AbortSignal) {
    this.#args = args;
    this.#signal = signal;
    subscribe(startedProcesses, this.#add);
    signal.addEventListener('abort', this.#end);
  }

  readonly #add = (message: unknown): void => {
    this.#started.push((message as { process: ChildProcess }).process);
    // It is not started before this returns.
    if (this.#signal.aborted) setImmediate(this.#end);
  };

  readonly #end = (): void => {
    for (const child of this.#started)
      if (isDeepStrictEqual(child.spawnargs.slice(1), this.#args)) child.kill();
  };

  close(): void {
    unsubscribe(startedProcesses, this.#add);
    this.#signal.removeEventListener('abort', this.#end);
  }
}

/** https://nodejs.org/api/diagnostics_channel.html#event-child_process */
const startedProcesses = 'child_process';

/** What a remote says reaches git's output, and is to be no command of the runner's. */
function stepLog(): Writable {
  const lines = new LineSplitter();
  const show = (said: readonly string[]): void => {
    for (const line of said) process.stdout.write(`${guardLine(harmless(line))}\n`);
  };
  return new Writable({
    write: (bytes: Buffer, _, done) => {
      show(lines.push(bytes));
      done();
    },
    final: (done) => {
      show(lines.end());
      done();
    },
  });
}
