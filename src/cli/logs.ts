import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunRecord } from '../model/record.ts';
import { colourless } from '../diagnostics/harmless.ts';
import { LineSplitter } from '../diagnostics/lines.ts';
import { paceOf } from '../report/pace.ts';
import { readRun } from '../store/read-run.ts';
import { runDir } from '../store/run-dir.ts';
import { oneOf, onePositional, parseCommand, usage } from './options.ts';
import { printJson, printLines } from './print.ts';
import { findStateRoot } from './state-root.ts';
import { stdoutIsCapable } from './stdout-palette.ts';

const options = {
  job: { type: 'string' },
  kind: { type: 'string' },
  follow: { type: 'boolean' },
  'metadata-json': { type: 'boolean' },
} as const;

/** How often followed files are looked at. */
const pollMs = 200;

export async function logsCommand(args: readonly string[], closed: AbortSignal): Promise<number> {
  const { values, positionals } = parseCommand(args, options);
  const runId = onePositional(positionals, '`logs` takes one run id');
  const kind = oneOf('kind', values.kind, ['host', 'guest', 'both']) ?? 'guest';
  const stateRoot = await findStateRoot(values['state-root']);
  const record = await readRun(stateRoot, runId);
  if (values['metadata-json'] === true) {
    printJson(metadata(record), 2);
    return 0;
  }
  const select = { stateRoot, job: values.job, kind };
  const isFollowed = values.follow === true && record.status === 'running';
  try {
    if (isFollowed) await follow(runId, select, closed);
    else await printInTurn(filesOf(record, select), closed);
  } catch (error) {
    // Whoever reads has seen enough.
    if (!closed.aborted) throw error;
  }
  return 0;
}

interface Selection {
  stateRoot: string;
  job: string | undefined;
  kind: 'host' | 'guest' | 'both';
}

interface LogFile {
  path: string;
  /** What tells it from the others. */
  title: string;
}

function filesOf(record: RunRecord, { stateRoot, job, kind }: Selection): LogFile[] {
  const ids = record.jobs.map(({ id }) => id);
  if (job !== undefined && !ids.includes(job)) {
    throw usage(`run ${record.run_id} has no job \`${job}\`; it has ${ids.join(', ')}`);
  }
  return ids
    .filter((id) => job === undefined || id === job)
    .flatMap((id) => {
      const { hostLog, guestLog } = runDir(stateRoot, record.run_id).job(id);
      if (kind !== 'both') return [{ path: kind === 'host' ? hostLog : guestLog, title: id }];
      return [
        { path: hostLog, title: `${id}, host` },
        { path: guestLog, title: `${id}, guest` },
      ];
    });
}

/** One file after the other, under headings where there are several. */
async function printInTurn(files: readonly LogFile[], closed: AbortSignal): Promise<void> {
  for (const [index, { path, title }] of files.entries()) {
    if (files.length > 1) printLines([...(index === 0 ? [] : ['']), `── ${title} ──`]);
    const log = new ShownLog(path, '', closed);
    await log.printNew();
    log.end();
  }
}

/** All files as they grow, and those of lanes that begin meanwhile, until the run is over. */
async function follow(runId: string, select: Selection, closed: AbortSignal): Promise<void> {
  const logs = new Map<string, ShownLog>();
  for (;;) {
    // Read first, so that what is written before the end is read after it.
    const record = await readRun(select.stateRoot, runId);
    for (const { path, title } of filesOf(record, select)) {
      const isOnly = select.job !== undefined && select.kind !== 'both';
      const log = logs.get(path) ?? new ShownLog(path, isOnly ? '' : `${title} │ `, closed);
      logs.set(path, log);
      await log.printNew();
    }
    if (record.status !== 'running') break;
    await sleep(pollMs, undefined, { signal: closed });
  }
  for (const log of logs.values()) log.end();
}

/** A log file as it is shown, in whole lines, and what has been shown of it. */
class ShownLog {
  readonly #splitter = new LineSplitter();
  readonly #path: string;
  readonly #prefix: string;
  readonly #closed: AbortSignal;
  readonly #taken: () => Promise<void> | undefined;
  #offset = 0;

  constructor(path: string, prefix: string, closed: AbortSignal) {
    this.#path = path;
    this.#prefix = prefix;
    this.#closed = closed;
    this.#taken = paceOf(process.stdout, closed);
  }

  async printNew(): Promise<void> {
    if (!existsSync(this.#path)) return;
    await using file = await open(this.#path);
    const input = file.createReadStream({ start: this.#offset, autoClose: false });
    for await (const chunk of input) {
      this.#offset += (chunk as Buffer).length;
      this.#print(this.#splitter.push(chunk as Buffer));
      await this.#taken();
      this.#closed.throwIfAborted();
    }
  }

  end(): void {
    this.#print(this.#splitter.end());
  }

  #print(lines: readonly string[]): void {
    const plain = process.stdout.isTTY && !stdoutIsCapable();
    printLines(lines.map((line) => this.#prefix + (plain ? colourless(line) : line)));
  }
}

function metadata({ run_id, status, jobs }: RunRecord): object {
  return {
    run_id,
    status,
    jobs: jobs.map(({ id, host_log_path, guest_log_path }) => ({
      id,
      host_log_path,
      guest_log_path,
      host_log_exists: existsSync(host_log_path),
      guest_log_exists: existsSync(guest_log_path),
    })),
  };
}
