import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface LinkShape {
  /** In each direction. */
  delayMs: number;
  bitsPerSecond: number;
}

/** 50 ms there and back, 100 Mbit/s. */
export const wan: LinkShape = { delayMs: 25, bitsPerSecond: 100e6 };
export const plain: LinkShape = { delayMs: 0, bitsPerSecond: Infinity };

export interface Traffic {
  /** Bytes to the host and back. */
  up: number;
  down: number;
  /**
   * How often the client spoke again after it had heard something; what several conversations say
   * within the time of one round trip counts once.
   */
  roundTrips: number;
}

/** What can be done to a link while it is up; see link-worker.ts. */
export type LinkOrder =
  | { order: 'cut' }
  | { order: 'cut after'; bytes: number; direction: 'up' | 'down' }
  | { order: 'refuse' }
  | { order: 'freeze' }
  | { order: 'restore' }
  | { order: 'traffic' };

/**
 * A network between a client and a port on 127.0.0.1, as a proxy that delays, limits, counts and
 * breaks. It runs in a thread of its own, so that nobody's event loop bends its times.
 */
export class Link implements AsyncDisposable {
  readonly port: number;
  readonly #worker: Worker;

  private constructor(worker: Worker, port: number) {
    this.#worker = worker;
    this.port = port;
  }

  static async to(target: number, shape: LinkShape = plain): Promise<Link> {
    const worker = new Worker(new URL('./link-worker.ts', import.meta.url), {
      workerData: { target, shape },
      // That our files are modules is for Node to find out.
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
    const [port] = (await once(worker, 'message')) as [number];
    return new Link(worker, port);
  }

  /** Ends all connections now, as a reset does. */
  cut(): Promise<void> {
    return this.#order({ order: 'cut' });
  }

  /** Ends the connection that carries the byte; once. */
  cutAfter(bytes: number, direction: 'up' | 'down'): Promise<void> {
    return this.#order({ order: 'cut after', bytes, direction });
  }

  /** Ends all connections and refuses new ones until restored. */
  refuse(): Promise<void> {
    return this.#order({ order: 'refuse' });
  }

  /** Drops whatever is sent, silently, and leaves connections half-open until restored. */
  freeze(): Promise<void> {
    return this.#order({ order: 'freeze' });
  }

  /** Lets new connections through; frozen ones stay dead. */
  restore(): Promise<void> {
    return this.#order({ order: 'restore' });
  }

  /** All that went through so far. */
  async traffic(): Promise<Traffic> {
    const answered = once(this.#worker, 'message') as Promise<[Traffic]>;
    this.#worker.postMessage({ order: 'traffic' } satisfies LinkOrder);
    return (await answered)[0];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }

  async #order(order: LinkOrder): Promise<void> {
    const answered = once(this.#worker, 'message');
    this.#worker.postMessage(order);
    await answered;
  }
}
