import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * Tells whoever writes to a stream when to go on: what a slow reader leaves in a pipe would otherwise
 * gather in memory, all of it.
 * @param signal ends the waiting; what is cancelled is not kept waiting by somebody's pager
 * @returns what settles once the stream has taken what it holds; nothing while it keeps up
 */
export function paceOf(stream: Writable, signal: AbortSignal): () => Promise<void> | undefined {
  let taken: Promise<void> | undefined;
  const done = (): void => {
    taken = undefined;
  };
  return () => {
    if (signal.aborted || !stream.writableNeedDrain) return undefined;
    taken ??= once(stream, 'drain', { signal }).then(done, done);
    return taken;
  };
}
