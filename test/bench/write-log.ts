// Writes a lane's output to stdout, as a step's log or as the bytes that they are, and tells on stderr
// what it took. Arguments: `log` or `bytes`, and which output of `outputs`.
import { record } from '../unit/sample-record.ts';
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
const [how, what = ''] = process.argv.slice(2);
const lineOf = outputs[what];
const [job] = record.jobs;
if (lineOf === undefined || job === undefined) throw new Error(`no output ${what}`);
const text = Array.from({ length: 100_000 }, (_, n) => `${lineOf(n)}\n`).join('');
const bytes = Buffer.from(text);
const log = new StepLog((part) => void process.stdout.write(part));
log.sink({ event: 'job_started', run_id: '', job });
const say = (chunk: Buffer): void => {
  if (how === 'bytes') process.stdout.write(chunk);
  else log.sink({ event: 'job_output', job_id: job.id, bytes: chunk });
};
const taken = paceOf(process.stdout, new AbortController().signal);

const chunkSize = 65_536;
const start = performance.now();
let said = 0;
for (let at = 0; said < size; at = at + chunkSize < bytes.length ? at + chunkSize : 0) {
  const chunk = bytes.subarray(at, at + chunkSize);
  say(chunk);
  said += chunk.length;
  await taken();
}
const ms = performance.now() - start;
const lines = (said / bytes.length) * 100_000;
const peakKb = process.resourceUsage().maxRSS;
process.stderr.write(JSON.stringify({ ms, bytes: said, lines, peakKb }));
