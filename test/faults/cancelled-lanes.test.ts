import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { median } from '../bench/median.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { processesOf } from '../support/supervised.ts';
import { until } from '../support/until.ts';
import { describeWithHost } from '../vm/support.ts';
import { kits } from './kits.ts';
import type { FaultKit } from './kits/fault-kit.ts';
import { leftOn, openScene } from './scene.ts';

const wholeSuite = process.env['PIKACI_FAULTS'] === 'all';

/** Two hundred in the whole suite; a few of them in every test run. */
const shares = kits.map((kit) => {
  const { lanesOfWholeSuite, lanes, ...pace } = kit.cancelled;
  return { kit, lanes: wholeSuite ? lanesOfWholeSuite : lanes, ...pace };
});

describeWithHost('lanes that are cancelled at random moments', (host) => {
  it.each(shares)(
    '$lanes of them on $kit.name, leave nothing',
    { timeout: 900_000 },
    async ({ kit, lanes, atOnce, withinMs }) => {
      using conditions = new DisposableStack();
      const { laneKeys = '' } = conditions.use(await kit.arrange?.(host())) ?? {};
      const took: number[] = [];
      let left = lanes;
      const oneAfterAnother = async (): Promise<void> => {
        while (left > 0) {
          left -= 1;
          const ms = await cancelled(host(), kit, laneKeys, Math.random() * withinMs);
          if (ms !== undefined) took.push(ms);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, oneAfterAnother));
      const figure = took.length === 0 ? 'none' : `${median(took).toFixed(0)} ms at the median`;
      process.stdout.write(
        `${lanes} lanes on ${kit.name} cancelled, ${took.length} with a guest: SIGINT to nothing left of it: ${figure}\n`,
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
  kit: FaultKit,
  laneKeys: string,
  afterMs: number,
): Promise<number | undefined> {
  await using scene = await openScene(
    host,
    { kit, moment: 'running' },
    { lane: { command: 'sleep 300' }, laneKeys },
  );
  await sleep(afterMs);
  const name = scene.events().findLast(({ event }) => event === 'guest_named')?.['guest_name'];
  const isThere = (): boolean => typeof name === 'string' && isOn(host, name);
  const wasThere = isThere();
  const start = performance.now();
  scene.run.child.kill('SIGINT');
  await until(`the guest of ${kit.name} is gone`, () => !isThere());
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
