import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a condition holds; throws, naming it, where it does not within so many seconds. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 60,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came true: ${what}`);
    await sleep(20);
  }
}
