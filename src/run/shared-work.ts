import { categoryOf, failureOf } from '../model/failure.ts';

/**
 * Work that is done once for everybody who asks for it; whoever comes later waits for the same
 * promise. A failure is shared, too, but only one that would come again is remembered: after any
 * other the next to ask has it tried again.
 */
export class SharedWork<T> {
  #promise: Promise<T> | undefined;

  /** What was done last, or is being done. */
  get current(): Promise<T> | undefined {
    return this.#promise;
  }

  do(work: () => Promise<T>): Promise<T> {
    if (this.#promise !== undefined) return this.#promise;
    const promise = work();
    this.#promise = promise;
    promise.catch((error: unknown) => {
      if (categoryOf(failureOf(error)) === 'infrastructure') this.#promise = undefined;
    });
    return promise;
  }
}
