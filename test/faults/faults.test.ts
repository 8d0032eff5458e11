import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { WrittenRun } from '../../src/store/written-record.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { pikaci } from '../support/pikaci.ts';
import { until } from '../support/until.ts';
import { describeWithHost } from '../vm/support.ts';
import { cells, coveringCells, failureTable, faults, type Cell, type End } from './cells.ts';
import { moments } from './moments.ts';
import { leftOn, openScene, reach, type Scene } from './scene.ts';
import type { Stage } from './stages.ts';
import { strikes, type Strike } from './strikes.ts';

const wholeSuite = process.env['PIKACI_FAULTS'] === 'all';
const outcomes = new Map<Cell, string>();

describeWithHost('whatever strikes', (host) => {
  it.each(wholeSuite ? cells : coveringCells)('$kit.name: $fault, $moment: $ends', async (cell) => {
    const fault = strikes[cell.fault];
    if (fault === undefined) throw new Error(`nothing brings about: ${cell.fault}`);
    using stage = await stageOf(host(), cell, fault);
    const keeps = fault.keeps?.(cell) ?? false;
    await using scene = await openScene(host(), cell, {
      ...stage.options,
      ...(fault.lane && { lane: fault.lane(cell) }),
      keeps,
    });
    if (fault.strike !== undefined && fault.isThere?.(cell) !== true) {
      await reach(scene, fault.after?.(cell) ?? cell.moment);
      await fault.strike(scene, cell);
    }
    const end = await endOf(scene, cell);
    outcomes.set(cell, end);
    expect(cell.ends, JSON.stringify(scene.events().slice(-3), undefined, 1)).toContain(end);
    const workDir = stage.options.workDir ?? host().instance.work_dir;
    if (end === 'killed' || keeps) await letLeasesEnd(scene, workDir);
    await until('nothing is left', () => leftOn(host(), workDir).length === 0, 15).catch(
      () => undefined,
    );
    expect(leftOn(host(), workDir)).toEqual([]);
  });

  afterAll(() => {
    process.stdout.write(`\n${matrix()}\n`);
  });
});

async function stageOf(host: EmbeddedHost, cell: Cell, { stage }: Strike): Promise<Stage> {
  using made = new DisposableStack();
  const { laneKeys = '' } = made.use(await cell.kit.arrange?.(host)) ?? {};
  const { options = {} } = stage === undefined ? {} : made.use(stage(host, cell));
  const kept = made.move();
  return { options: { ...options, laneKeys }, [Symbol.dispose]: () => kept.dispose() };
}

async function endOf({ run, events }: Scene, { kit }: Cell): Promise<End> {
  const { code } = await run.finished;
  if (code === null) return 'killed';
  const { run: record } = (events().at(-1) ?? {}) as { run?: WrittenRun };
  const job = record?.jobs[0];
  if (record === undefined || job === undefined) throw new Error(`no record: exit ${code}`);
  // Nothing is known of a lane that was never launched.
  if (job.contained !== null) expect(job.contained).toBe(kit.contained);
  const expected = { passed: 0, skipped: 0, failed: record.failure_kind === 'cancelled' ? 130 : 1 };
  expect(code).toBe(expected[record.status as keyof typeof expected]);
  if (job.status === 'passed') return job.attempts > 1 ? 'passed again' : 'passed';
  return job.failure_kind as End;
}

/** Two minutes in a moment, as far as leases go; what no supervisor is left to end is reaped. */
async function letLeasesEnd({ host, project, link }: Scene, workDir: string): Promise<void> {
  const script = 'for lease in "$1"/guests/*/lease; do [ ! -e "$lease" ] || echo 1 >"$lease"; done';
  host.shell('sh', '-c', script, 'sh', workDir);
  const processes = (): string[] => leftOn(host, workDir).filter((it) => it.startsWith('process'));
  await until('no process is left', () => processes().length === 0, 20);
  const folder = join(project.root, '.git');
  const flags = host.flags(folder, {
    address: `ssh://ci@127.0.0.1:${link.port}`,
    knownHosts: join(folder, 'known_hosts'),
  });
  const { code, stderr } = await pikaci(project.root, ['reap', ...flags]);
  expect(code, stderr).toBe(0);
}

/** What came of each cell: a row a fault, a column a moment, kits in their order. */
function matrix(): string {
  const rows = faults.map((fault) => {
    const columns = moments.map((moment) =>
      [...outcomes]
        .filter(([cell]) => cell.fault === fault && cell.moment === moment)
        .map(([, end]) => end)
        .join(', '),
    );
    return [fault, ...columns];
  });
  const table = [['', ...moments], ...rows];
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) => row.map((it, column) => it.padEnd(widths?.[column] ?? 0)).join('  '))
    .join('\n');
}

describe('the README', () => {
  it('has the table that these claims make', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const words = (text: string): string => text.replace(/[ -]+/g, ' ');
    expect(words(readme)).toContain(words(failureTable()));
  });
});
