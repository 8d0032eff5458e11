import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { FoundArtifact } from '../../src/github/artifacts.ts';
import type { UnpackLimits } from '../../src/github/unpack.ts';

/** What a step can be told to do; see artifact-step-worker.ts. */
export type ArtifactOrder =
  | { order: 'upload folder'; name: string; folder: string; withinMs?: number }
  | { order: 'upload file'; file: string }
  | { order: 'list'; prefix: string }
  | {
      order: 'download';
      artifacts: FoundArtifact[];
      folder: string;
      limits?: Partial<UnpackLimits>;
    };

/**
 * A step of a workflow that does things with artifacts: a process of its own, because GitHub's
 * library takes where it is from the environment and talks on stdout.
 */
export class ArtifactStep implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #stdout = '';

  /** @param environment all of it, as the runner gives it */
  constructor(environment: Readonly<Record<string, string>>) {
    this.#child = fork(new URL('./artifact-step-worker.ts', import.meta.url), {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    this.#ended = once(this.#child, 'exit');
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.#stdout += text));
  }

  /** Lines on stdout so far, which the runner would read. */
  get log(): string[] {
    return this.#stdout.split('\n').slice(0, -1);
  }

  /** @returns the outcome, or what was thrown */
  async tell(order: ArtifactOrder): Promise<unknown> {
    const answered = once(this.#child, 'message') as Promise<[unknown]>;
    const ended = this.#ended.then(() => {
      throw new Error(`the step ended:\n${this.#stdout}`);
    });
    this.#child.send(order);
    const [answer] = await Promise.race([answered, ended]);
    return answer;
  }

  /** As SIGINT does. */
  cancel(): void {
    this.#child.send('cancel');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    await this.#ended;
  }
}
