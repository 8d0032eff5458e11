import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Tells whoever writes to a stream when to go on: what a slow reader leaves in a pipe would otherwise
 * gather in memory, all of it. However fast the reader is, signals and timers get their turn in
 * between: a flood must not hold up that it is cancelled.
 * @param signal ends the waiting; what is cancelled is not kept waiting by somebody's pager
 * @returns what settles once the stream has taken what it holds
 */
export function paceOf(stream: Writable, signal: AbortSignal): () => Promise<void> | undefined {
  let taken: Promise<void> | undefined;
  const done = (): void => {
    taken = undefined;
  };
  return () => {
    if (signal.aborted) return undefined;
    if (!stream.writableNeedDrain) return nextTurn();
    taken ??= once(stream, 'drain', { signal }).then(done, done);
    return taken;
  };
}
