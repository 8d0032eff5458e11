import { cancelledBy } from '../model/failure.ts';

/**
 * SIGINT, SIGTERM and SIGHUP as an AbortSignal. Removal of guests starts with the first one; later
 * ones change nothing, so that nobody's impatience leaves a guest behind: its lease ends it at worst.
 */
export function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => controller.abort(cancelledBy(name)));
  }
  return controller.signal;
}
