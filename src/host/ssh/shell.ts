import { randomBytes } from 'node:crypto';
import { quote } from '../../model/shell-quote.ts';
import { AnswerBuffer } from '../answer.ts';
import type { Answer, CallOptions, HostCommand } from '../host.ts';
import { LinkBroken, type Connection, type OpenChannel } from './connection.ts';
import { programOf } from './program.ts';
import { Start } from './start.ts';

/** The first script travels with the request to open its shell where it is no longer than this. */
const longestFirst = 60_000;

/**
 * A `sh` on the host that waits for scripts on its input and so answers each in one round trip,
 * where a channel of its own would cost two. Answers end with a mark that nothing a script prints
 * can guess.
 */
export class Shell {
  readonly #opened: OpenChannel;
  readonly #start: Start;
  readonly #host: string;

  private constructor(opened: OpenChannel, start: Start, host: string) {
    this.#opened = opened;
    this.#start = start;
    this.#host = host;
  }

  /** Opens a shell with its first script, which travels with the request to open it. */
  static async start(
    connection: Connection,
    host: string,
    command: HostCommand,
    options: CallOptions,
  ): Promise<{ shell: Shell; answer: Promise<Answer> }> {
    const request = new Request(host, command, options);
    // The words of a command line show in the process list; what goes through stdin must not.
    const fits = options.stdin === undefined && request.text.length < longestFirst;
    const start = new Start(fits ? `${request.text}exec sh` : 'exec sh');
    const shell = new Shell(await connection.open(start.line), start, host);
    const answer = shell.#converse(request, fits);
    // A caller who is gone by now asks no more; whoever is there meets the error.
    answer.catch(() => undefined);
    return { shell, answer };
  }

  /**
   * Runs a script; one at a time.
   * @throws LinkBroken also when the shell was ended on the host
   */
  call(command: HostCommand, options: CallOptions): Promise<Answer> {
    return this.#converse(new Request(this.#host, command, options), false);
  }

  destroy(): void {
    this.#opened.channel.destroy();
  }

  async #converse(request: Request, isSent: boolean): Promise<Answer> {
    const { channel, ended } = this.#opened;
    const start = this.#start;
    const over = new AbortController();
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const onChunk = (add: (chunk: Buffer) => Answer | undefined) => (chunk: Buffer) => {
      try {
        const answer = add(chunk);
        if (answer !== undefined) resolve(answer);
      } catch (error) {
        reject(error);
      }
    };
    const onStdout = onChunk((chunk) => request.addStdout(start.stdout.add(chunk)));
    const onStderr = onChunk((chunk) => request.addStderr(start.stderr.add(chunk)));
    channel.on('data', onStdout);
    channel.stderr.on('data', onStderr);
    void ended.then((exit) => {
      const lost = new LinkBroken('the shell ended before it answered');
      reject((exit && start.failureOf(this.#host, exit)) ?? lost);
    });
    // Not before its turn: a start file may read what comes.
    if (!isSent) void start.stdout.reached.then(() => channel.write(request.text));
    if (!start.stdout.isReached) start.overdue(this.#host, over.signal).catch(reject);
    try {
      return await promise;
    } finally {
      over.abort();
      channel.off('data', onStdout);
      channel.stderr.off('data', onStderr);
    }
  }
}

/** A script as the shell gets it, and its answer as it comes back. */
class Request {
  readonly text: string;
  readonly #mark = randomBytes(16).toString('hex');
  readonly #buffer: AnswerBuffer;
  readonly #stdout = new MarkedStream(`${this.#mark} `);
  readonly #stderr = new MarkedStream(`${this.#mark}\n`);
  #code: number | undefined;
  #stderrEnded = false;

  constructor(host: string, command: HostCommand, { stdin }: CallOptions) {
    this.#buffer = new AnswerBuffer(host, command);
    const program = programOf(command, 'sh');
    const source =
      stdin === undefined ? `${program} </dev/null` : `printf %s ${quote(stdin)} | ${program}`;
    this.text = `${source}\nprintf '${this.#mark} %s\\n' "$?"; printf '${this.#mark}\\n' >&2\n`;
  }

  readonly addStdout = (chunk: Buffer): Answer | undefined => {
    const { content, rest } = this.#stdout.add(chunk);
    if (content.length > 0) this.#buffer.addStdout(content);
    const [, code] = /^(\d+)\n/.exec(rest?.toString() ?? '') ?? [];
    if (code !== undefined) this.#code = Number(code);
    return this.#answer();
  };

  readonly addStderr = (chunk: Buffer): Answer | undefined => {
    const { content, rest } = this.#stderr.add(chunk);
    if (content.length > 0) this.#buffer.addStderr(content);
    this.#stderrEnded ||= rest !== undefined;
    return this.#answer();
  };

  #answer(): Answer | undefined {
    if (this.#code === undefined || !this.#stderrEnded) return undefined;
    return this.#buffer.answer({ kind: 'code', code: this.#code });
  }
}

/** Takes a stream apart at its mark, which may come in pieces. */
class MarkedStream {
  readonly #mark: Buffer;
  #held = Buffer.alloc(0);
  #isBeyond = false;

  constructor(mark: string) {
    this.#mark = Buffer.from(mark);
  }

  /** @returns what is known to stand before the mark, and what has come after it */
  add(chunk: Buffer): { content: Buffer; rest: Buffer | undefined } {
    this.#held = Buffer.concat([this.#held, chunk]);
    if (this.#isBeyond) return { content: Buffer.alloc(0), rest: this.#held };
    const at = this.#held.indexOf(this.#mark);
    this.#isBeyond = at !== -1;
    const safe = this.#isBeyond ? at : Math.max(0, this.#held.length - this.#mark.length);
    const content = this.#held.subarray(0, safe);
    this.#held = this.#held.subarray(this.#isBeyond ? at + this.#mark.length : safe);
    return { content, rest: this.#isBeyond ? this.#held : undefined };
  }
}
