/** How long work may keep the page from answering. */
const sliceMs = 12;

/**
 * Runs a generator to its end, and lets the page answer in between.
 * @throws the signal's reason once it is aborted
 */
export async function inSlices<Result>(
  work: Generator<unknown, Result>,
  signal: AbortSignal,
): Promise<Result> {
  let until = performance.now() + sliceMs;
  for (;;) {
    signal.throwIfAborted();
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + sliceMs;
  }
}

/** A task of its own, without the delay that timers grow. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
