import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runJson, runnerTemp, start, startStep } from '../support/pikaci.ts';
import { Project } from '../support/project.ts';
import { until } from '../support/until.ts';

describe('a reader that takes its time', () => {
  it('gets all of a log, which waits for it outside of our memory', async () => {
    const lines = 25_000_000;
    using project = new Project().manifest(
      `version = 1\n[targets.t]\nrunner = "host_local"\n[[targets.t.lanes]]\nid = "lane"\ncommand = "yes | head -n ${lines} || true"`,
    );
    project.commit();
    const run = startStep(project.root, { mode: 'run', target: 't' });
    run.child.stdout?.pause();
    const taken = await stalledAt(project);
    const status = readFileSync(`/proc/${run.child.pid ?? 0}/status`, 'utf8');
    expect(taken).toBeLessThan(lines / 2);
    expect(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1])).toBeLessThan(250_000);
    run.child.stdout?.resume();
    const { code, stdout } = await run.finished;
    expect(code).toBe(0);
    expect(stdout.split('\ny').length - 1).toBe(lines);
    expect(stdout).toMatch(/success[^\n]*\n$/);
  });

  it('gets all that a command prints before it exits', async () => {
    using project = new Project().manifest(
      'version = 1\n[targets.t]\nrunner = "host_local"\n[[targets.t.lanes]]\nid = "lane"\ncommand = "yes | head -n 2500000 || true"',
    );
    project.commit();
    const { record } = await runJson(project.root, ['t']);
    const { size } = statSync(record.jobs[0]?.guest_log_path ?? '');
    const logs = start(project.root, ['logs', record.run_id]);
    logs.child.stdout?.pause();
    const hasRead = (): number =>
      Number(/rchar: (\d+)/.exec(readFileSync(`/proc/${logs.child.pid ?? 0}/io`, 'utf8'))?.[1]);
    // Then it waits for us, and so does the rest of the file.
    let read = -1;
    for (let same = 0; same < 10; same = hasRead() === read ? same + 1 : 0) {
      read = hasRead();
      await sleep(50);
    }
    expect(read).toBeLessThan(size);
    logs.child.stdout?.resume();
    const { stdout } = await logs.finished;
    expect(stdout.length).toBe(size);
  });
});

/** How much of its lane's log a run has taken once its guest is over and no more comes. */
async function stalledAt(project: Project): Promise<number> {
  const [guests, runs] = [
    join(runnerTemp(project.root), 'pikaci/guests'),
    join(project.root, '.pikaci/runs'),
  ];
  const ended = (): boolean => globSync('*/state', { cwd: guests }).length > 0;
  const log = (): string =>
    join(runs, globSync('*/jobs/lane/artifacts/guest.log', { cwd: runs })[0] ?? '');
  await until('its guest is over', ended);
  let size = -1;
  for (let same = 0; same < 20;) {
    const now = statSync(log()).size;
    same = now === size ? same + 1 : 0;
    size = now;
    await sleep(50);
  }
  return size;
}
