// `npm run bench:log`: 500 MB of a lane's output as a step's log into a pipe, beside its lines as Node
// reads and writes them, in turns.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './median.ts';

interface Measured {
  ms: number;
  bytes: number;
  lines: number;
  peakKb: number;
}

const program = join(import.meta.dirname, 'write-log.ts');
const rounds = 3;

function write(how: 'log' | 'lines', what: string): Measured {
  const command = `"$0" --disable-warning=MODULE_TYPELESS_PACKAGE_JSON "$@" | cat >/dev/null`;
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', command, process.execPath, program, how, what],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stderr) as Measured;
}

for (const what of ['tests', 'build', 'colours', 'warnings']) {
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(write('lines', what));
    ours.push(write('log', what));
  }
  const ms = (all: readonly Measured[]): number => median(all.map((it) => it.ms));
  const [one] = ours;
  const lines = (one?.lines ?? 0) / ms(ours) / 1000;
  const rate = (one?.bytes ?? 0) / ms(ours) / 1000;
  const peak = Math.max(...ours.map(({ peakKb }) => peakKb)) / 1000;
  console.log(
    `${what.padEnd(9)} ${rate.toFixed(0).padStart(4)} MB/s, ${lines.toFixed(2)} million lines/s, ` +
      `${(ms(ours) / ms(theirs)).toFixed(1)} times as long as readline, ${peak.toFixed(0)} MB of memory`,
  );
}
