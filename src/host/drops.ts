import { FailureError } from '../model/failure.ts';

/** More than a bad network asks for; a host that drops whatever we do has to end, too. */
const dropsWithoutProgress = 12;

/**
 * Does work on a host, again after each drop of the link for as long as it makes progress between
 * them; using the host makes the link again. Any other error ends it.
 * @param work calls `progressed` whenever it got further
 */
export async function acrossDrops<T>(work: (progressed: () => void) => Promise<T>): Promise<T> {
  let idle = 0;
  const progressed = (): void => {
    idle = 0;
  };
  for (;;) {
    try {
      return await work(progressed);
    } catch (error) {
      const dropped = error instanceof FailureError && error.failure.cause === 'connection_lost';
      idle += 1;
      if (!dropped || idle > dropsWithoutProgress) throw error;
    }
  }
}
