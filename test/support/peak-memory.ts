import { readFileSync } from 'node:fs';
import type { Started } from './pikaci.ts';

/** The most memory that a program had at once, in bytes, once it has ended. Linux tells it. */
export async function peakMemory({ child, finished }: Started): Promise<number> {
  let peak = 0;
  const watch = setInterval(() => {
    const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024);
  }, 50);
  await finished.finally(() => clearInterval(watch));
  return peak;
}
