// Writes a lane's output to stdout, as a step's log or line by line as Node reads it, and tells on
// stderr what it took. Arguments: `log` or `lines`, and which output of `outputs`.
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { record } from '../support/sample-record.ts';
import { paceOf } from '../../src/report/pace.ts';
import { StepLog } from '../../src/report/step-log.ts';

const outputs: Readonly<Record<string, (n: number) => string>> = {
  tests: (n) => `test some::module::path::case_${n} ... ok, took ${n % 97} ms and a few words more`,
  build: (n) =>
    `   Compiling some-crate-name v1.${n % 100}.${n % 7} (/workspace/snapshot/crates/it)`,
  colours: (n) =>
    `\u001b[32m✓\u001b[0m src/some/test-${n}.test.ts \u001b[2m(${n % 9} tests)\u001b[22m`,
  warnings: (n) =>
    `src/file-${n}.c:${n % 999}:7: warning: unused variable 'x${n}' [-Wunused-variable]`,
};

const size = 500_000_000;
const chunkSize = 65_536;
const linesOfText = 100_000;
const [how, what = ''] = process.argv.slice(2);
const lineOf = outputs[what];
if (lineOf === undefined) throw new Error(`no output ${what}`);
const text = Array.from({ length: linesOfText }, (_, n) => `${lineOf(n)}\n`).join('');
const bytes = Buffer.from(text);
const taken = paceOf(process.stdout, new AbortController().signal);

let said = 0;
function* chunks(): Generator<Buffer> {
  for (let at = 0; said < size; at = at + chunkSize < bytes.length ? at + chunkSize : 0) {
    const chunk = bytes.subarray(at, at + chunkSize);
    said += chunk.length;
    yield chunk;
  }
}

async function writeLog(): Promise<void> {
  const [job] = record.jobs;
  if (job === undefined) throw new Error('the sample record has no job');
  const log = new StepLog((part) => void process.stdout.write(part));
  log.sink({ event: 'job_started', run_id: '', job });
  for (const chunk of chunks()) {
    log.sink({ event: 'job_output', job_id: job.id, bytes: chunk });
    await taken();
  }
}

async function writeLines(): Promise<void> {
  for await (const line of createInterface({ input: Readable.from(chunks()) })) {
    process.stdout.write(`${line}\n`);
    const waiting = taken();
    if (waiting !== undefined) await waiting;
  }
}

const start = performance.now();
await (how === 'log' ? writeLog() : writeLines());
const ms = performance.now() - start;
const lines = (said / bytes.length) * linesOfText;
const peakKb = process.resourceUsage().maxRSS;
process.stderr.write(JSON.stringify({ ms, bytes: said, lines, peakKb }));
