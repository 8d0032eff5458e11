import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobRecord, RunRecord } from '../model/record.ts';
import { readRun } from '../store/read-run.ts';
import { runDir } from '../store/run-dir.ts';
import { oneOf, onePositional, parseCommand, usage } from './options.ts';
import { findStateRoot } from './state-root.ts';

const options = {
  job: { type: 'string' },
  kind: { type: 'string' },
  follow: { type: 'boolean' },
  'metadata-json': { type: 'boolean' },
} as const;

/** How often a followed file is looked at. */
const pollMs = 200;

export async function logsCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommand(args, options);
  const runId = onePositional(positionals, '`logs` takes one run id');
  const kind = oneOf('kind', values.kind, ['host', 'guest', 'both']) ?? 'guest';
  const stateRoot = await findStateRoot(values['state-root']);
  const record = await readRun(stateRoot, runId);
  if (values['metadata-json'] === true) {
    process.stdout.write(`${JSON.stringify(metadata(record), undefined, 2)}\n`);
    return 0;
  }
  const files = jobsOf(record, values.job).flatMap(({ id }) => {
    const { hostLog, guestLog } = runDir(stateRoot, runId).job(id);
    return kind === 'both' ? [hostLog, guestLog] : [kind === 'host' ? hostLog : guestLog];
  });
  const isOver = async (): Promise<boolean> =>
    values.follow !== true || (await readRun(stateRoot, runId)).status !== 'running';
  await Promise.all(files.map((file) => print(file, isOver)));
  return 0;
}

function jobsOf(record: RunRecord, id: string | undefined): readonly JobRecord[] {
  if (id === undefined) return record.jobs;
  const jobs = record.jobs.filter((job) => job.id === id);
  if (jobs.length > 0) return jobs;
  throw usage(
    `run ${record.run_id} has no job \`${id}\`; it has ${record.jobs.map((job) => job.id).join(', ')}`,
  );
}

/** Prints a file, and what is added to it until the run is over. */
async function print(file: string, isOver: () => Promise<boolean>): Promise<void> {
  let offset = 0;
  for (;;) {
    // Asked first, so that what is written before the end is read after it.
    const last = await isOver();
    offset += await printFrom(file, offset);
    if (last) return;
    await sleep(pollMs);
  }
}

async function printFrom(file: string, offset: number): Promise<number> {
  if (!existsSync(file)) return 0;
  await using handle = await open(file);
  let bytes = 0;
  for await (const chunk of handle.createReadStream({ start: offset, autoClose: false })) {
    process.stdout.write(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return bytes;
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
