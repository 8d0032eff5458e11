import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Published } from '../../src/snapshot/publish.ts';
import type { Publication } from './publisher-process.ts';

/**
 * Publishes trees with our own client, in a process of its own as its peers have: one that holds what
 * a bench holds takes five times as long to start git.
 */
export class Publisher implements Disposable {
  readonly #process: ChildProcess;

  constructor() {
    this.#process = fork(new URL('./publisher-process.ts', import.meta.url));
  }

  /** From the first look at the repository until the tree lies on the host, connecting included. */
  async publish(publication: Publication): Promise<Published> {
    const ended = new AbortController();
    const published = once(this.#process, 'message', ended) as Promise<[Published]>;
    const end = (): void => ended.abort(new Error('the publisher ended'));
    this.#process.once('exit', end).send(publication);
    try {
      return (await published)[0];
    } finally {
      this.#process.off('exit', end);
    }
  }

  [Symbol.dispose](): void {
    this.#process.kill();
  }
}
