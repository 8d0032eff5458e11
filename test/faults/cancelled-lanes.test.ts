import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { median } from '../bench/median.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { processesOf } from '../support/supervised.ts';
import { describeWithHost, until } from '../vm/support.ts';
import type { BackendName } from './cells.ts';
import { leftOn, openScene } from './scene.ts';
import { withoutContainment } from './stages.ts';

const wholeSuite = process.env['PIKACI_FAULTS'] === 'all';

/** Two hundred in the whole suite; a few of them in every test run. */
const shares = [
  { backend: 'host_local', lanes: wholeSuite ? 160 : 12, atOnce: 4, withinMs: 4000 },
  { backend: 'host_local uncontained', lanes: wholeSuite ? 160 : 4, atOnce: 4, withinMs: 4000 },
  { backend: 'microvm', lanes: wholeSuite ? 40 : 4, atOnce: 2, withinMs: 9000 },
] as const;

describeWithHost('lanes that are cancelled at random moments', (host) => {
  it.each(shares)(
    '$lanes of them on $backend, leave nothing',
    { timeout: 900_000 },
    async ({ backend, lanes, atOnce, withinMs }) => {
      using conditions = new DisposableStack();
      if (backend === 'host_local uncontained') conditions.use(withoutContainment(host()));
      const took: number[] = [];
      let left: number = lanes;
      const oneAfterAnother = async (): Promise<void> => {
        while (left > 0) {
          left -= 1;
          const ms = await cancelled(host(), backend, Math.random() * withinMs);
          if (ms !== undefined) took.push(ms);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, oneAfterAnother));
      const figure = took.length === 0 ? 'none' : `${median(took).toFixed(0)} ms at the median`;
      process.stdout.write(
        `${lanes} lanes on ${backend} cancelled, ${took.length} with a guest: SIGINT to nothing left of it: ${figure}\n`,
      );
      await until('nothing is left', () => leftOn(host()).length === 0, 15).catch(() => undefined);
      expect(leftOn(host())).toEqual([]);
    },
  );
});

/**
 * Runs a lane, and cancels it after a while.
 * @returns milliseconds from the signal until nothing of its guest was on the host any more; nothing
 *   where there was no guest yet
 */
async function cancelled(
  host: EmbeddedHost,
  backend: BackendName,
  afterMs: number,
): Promise<number | undefined> {
  const cell = { fault: 'SIGINT', moment: 'running', backend, ends: [] } as const;
  await using scene = await openScene(host, cell, { lane: { command: 'sleep 300' } });
  await sleep(afterMs);
  const name = scene.events().findLast(({ event }) => event === 'guest_named')?.['guest_name'];
  const isThere = (): boolean => typeof name === 'string' && isOn(host, name);
  const wasThere = isThere();
  const start = performance.now();
  scene.run.child.kill('SIGINT');
  while (isThere()) await sleep(20);
  const ms = performance.now() - start;
  const { code } = await scene.run.finished;
  if (!wasThere) return undefined;
  expect(code).toBe(130);
  return ms;
}

function isOn(host: EmbeddedHost, guest: string): boolean {
  const guests = host.path(`${host.instance.work_dir}/guests`);
  const folders = existsSync(guests) ? readdirSync(guests) : [];
  return folders.some((name) => name.startsWith(guest)) || processesOf(guest).length > 0;
}
