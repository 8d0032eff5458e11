import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { trustWithoutTls, type Login, type Registry } from './registry.ts';

/** Which answers a trouble bends; a digest stands for that blob alone. */
export type TroubledRequests = 'everything' | 'manifests' | 'blobs' | `sha256:${string}`;

export type Trouble = {
  on: TroubledRequests;
  /** How many requests it bends before all is well again; without it, all of them. */
  times?: number;
} & (
  | { kind: 'answer'; status: number; headers?: Readonly<Record<string, string>>; body?: string }
  /** Closes the connection after so many bytes of the answer's body. */
  | { kind: 'cut'; afterBytes: number }
  | { kind: 'slow'; bytesPerSecond: number }
  /** Takes the request and never answers. */
  | { kind: 'hang' }
  /** Flips one bit of an answer's body on its way. */
  | { kind: 'flip'; offset: number }
);

/** Asks for tokens, as public registries do, and hands them out for a login. */
export interface TokenService {
  login: Login;
}

export interface TroubleSetup {
  target: number;
  tokens: TokenService | undefined;
}

/**
 * A proxy in front of a registry, on a port of its own, that breaks what it is told to break; one
 * trouble at a time. It runs in a thread of its own: tests wait for programs synchronously.
 */
export class RegistryTrouble implements AsyncDisposable {
  readonly port: number;
  readonly #worker: Worker;

  private constructor(worker: Worker, port: number) {
    this.#worker = worker;
    this.port = port;
  }

  static async before(registry: Registry, tokens?: TokenService): Promise<RegistryTrouble> {
    const setup: TroubleSetup = { target: registry.port, tokens };
    const worker = new Worker(new URL('./registry-trouble-worker.ts', import.meta.url), {
      workerData: setup,
      // That our files are modules is for Node to find out.
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
    const [port] = (await once(worker, 'message')) as [number];
    trustWithoutTls(registry.host, port);
    return new RegistryTrouble(worker, port);
  }

  /** What the host calls an image when it comes this way. */
  reference(image: string): string {
    return `127.0.0.1:${this.port}/${image}`;
  }

  /** Bends the requests to come; `undefined` lets all of them through. */
  async make(trouble: Trouble | undefined): Promise<void> {
    const taken = once(this.#worker, 'message');
    this.#worker.postMessage(trouble);
    await taken;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }
}
