// `npm run bench:start`: whole processes of short commands, beside an empty one of node, in turns.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Project } from '../support/project.ts';
import { median } from './median.ts';

const bundle = join(import.meta.dirname, '../../dist/index.js');
const rounds = 25;

const targets = Array.from({ length: 10 }, (_, n) => `area-${n}`);

function laneOf(target: string): string {
  return `
[targets.${target}]
paths = ["${target}/**", "shared/**", "*.lock"]

[[targets.${target}.lanes]]
id = "${target}"
runner = "host_local"
command = "true"
`;
}

/** A repository with lanes over ten areas, whose last commit changes `count` files. */
function changed(count: number): Project {
  const project = new Project();
  project.manifest(`version = 1\n${targets.map(laneOf).join('')}`);
  for (let n = 0; n < 1000; n += 1) project.file(`area-${n % 10}/file-${n}.txt`, `${n}\n`);
  project.commit();
  for (let n = 0; n < count; n += 1) project.file(`area-${n % 3}/file-${n}.txt`, 'changed\n');
  project.commit();
  return project;
}

function milliseconds(program: string, args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  const took = performance.now() - start;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: status ${status}\n${stderr}`);
  return took;
}

using usual = changed(7);
using large = changed(700);

const plan = [bundle, 'plan', ...targets, '--base', 'HEAD~1', '--json'];
const node = process.execPath;
const commands: [string, string, string[], string][] = [
  ['node -e 0', node, ['-e', '0'], usual.root],
  ['pikaci help', node, [bundle, 'help'], usual.root],
  ['pikaci list', node, [bundle, 'list'], usual.root],
  ['pikaci validate', node, [bundle, 'validate'], usual.root],
  ['pikaci plan, 7 files changed', node, plan, usual.root],
  ['pikaci plan, 700 files changed', node, plan, large.root],
];
const times = commands.map((): number[] => []);
for (let round = 0; round < rounds; round += 1) {
  for (const [index, [, program, args, cwd]] of commands.entries())
    times[index]?.push(milliseconds(program, args, cwd));
}
const floors = times[0] ?? [];
for (const [index, [name]] of commands.entries()) {
  const own = times[index] ?? [];
  const ratio = median(own.map((ms, round) => ms / (floors[round] ?? Number.NaN)));
  console.log(
    `${name.padEnd(32)} ${median(own).toFixed(0).padStart(4)} ms  ${ratio.toFixed(2)} times node's own`,
  );
}
