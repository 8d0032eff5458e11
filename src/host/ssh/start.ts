import { randomBytes } from 'node:crypto';
import { FailureError } from '../../model/failure.ts';
import { formatExit, type Exit } from '../host.ts';

/**
 * Linux takes 128 KB in one word (MAX_ARG_STRLEN), and the whole line is one for the login shell.
 * In base64 these are 100 KB.
 */
const longestText = 75_000;
/** BSD's csh takes no more than 1 KB in one of its own. */
const longestWord = 900;
/** Start files may be slow; something that never starts us, such as an SFTP server, ends here. */
const startTimeoutMs = 30_000;
const saidBytes = 4096;

/**
 * Starts our own `sh` through whatever login shell an account has. The line is read alike by every
 * shell: in its quotes stands no quote, backslash, line end or `!`, and the program itself is base64.
 * What is said before our mark – by start files, say – is not the program's.
 */
export class Start {
  /** For the login shell. */
  readonly line: string;
  /** Has to stand in front of the program's own input; most often empty. */
  readonly input: Buffer;
  readonly stdout: BeyondMark;
  readonly stderr: BeyondMark;
  readonly #timeoutMs: number;

  /** @param program a text for `sh`, whose exit is the channel's */
  constructor(program: string, timeoutMs = startTimeoutMs) {
    const nonce = randomBytes(8).toString('hex');
    // On a host that shows the line, as `set -x` does, the mark does not stand in it.
    const mark = `${nonce}${nonce}\n`;
    this.#timeoutMs = timeoutMs;
    const text = Buffer.from(program);
    if (text.length <= longestText) {
      this.line = `exec sh -c '${decodeFromWords}' ${nonce} ${inWords(text)}`;
      this.input = Buffer.alloc(0);
    } else {
      this.line = `exec sh -c '${readFromInput}' ${nonce} ${text.length}`;
      this.input = text;
    }
    this.stdout = new BeyondMark(mark);
    this.stderr = new BeyondMark(mark);
  }

  /**
   * @returns never, unless the program has not begun within the time for it
   * @throws FailureError `host_without_shell`
   */
  async overdue(host: string, signal: AbortSignal): Promise<never> {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      const secs = Math.round(this.#timeoutMs / 1000);
      reject(this.#failure(host, `nothing of ours began within ${secs} s`));
    }, this.#timeoutMs);
    const stop = (): void => clearTimeout(timer);
    signal.addEventListener('abort', stop, { once: true });
    void this.stdout.reached.then(stop);
    return promise;
  }

  /** What it means that the host ended the command: nothing where our program ended itself. */
  failureOf(host: string, exit: Exit): FailureError | undefined {
    return this.stdout.isReached ? undefined : this.#failure(host, formatExit(exit));
  }

  #failure(host: string, how: string): FailureError {
    const said = [this.stdout.before, this.stderr.before].map(printable).filter(Boolean).join('\n');
    return new FailureError({ cause: 'host_without_shell', host, how, said });
  }
}

/** Old macOS has -D where all others have -d. */
const decodeFromWords =
  'p=$(printf %s "$@" | base64 -d 2>/dev/null) || p=$(printf %s "$@" | base64 -D) || exit 127; echo $0$0; echo $0$0 >&2; eval "$p"';

/** `bs=1`: not a byte more than the program may be read. */
const readFromInput = 'echo $0$0; echo $0$0 >&2; p=$(dd bs=1 count=$1 2>/dev/null); eval "$p"';

/** Padded to whole groups, so that no `=` is needed, which zsh has a meaning for. */
function inWords(text: Buffer): string {
  const padding = Buffer.alloc((3 - (text.length % 3)) % 3, ' ');
  const encoded = Buffer.concat([text, padding]).toString('base64');
  return (encoded.match(new RegExp(`.{1,${longestWord}}`, 'g')) ?? []).join(' ');
}

/** Lets through what comes after a mark, and remembers the end of what came before it. */
export class BeyondMark {
  readonly #mark: Buffer;
  readonly #reached = Promise.withResolvers<undefined>();
  #before = Buffer.alloc(0);
  #isReached = false;

  constructor(mark: string) {
    this.#mark = Buffer.from(mark);
  }

  get isReached(): boolean {
    return this.#isReached;
  }

  get reached(): Promise<unknown> {
    return this.#reached.promise;
  }

  get before(): string {
    return this.#before.toString();
  }

  add(chunk: Buffer): Buffer {
    if (this.#isReached) return chunk;
    const held = Buffer.concat([this.#before, chunk]);
    const at = held.indexOf(this.#mark);
    if (at === -1) {
      this.#before = held.subarray(-saidBytes);
      return Buffer.alloc(0);
    }
    this.#isReached = true;
    this.#before = held.subarray(0, at);
    this.#reached.resolve(undefined);
    return held.subarray(at + this.#mark.length);
  }
}

/** Our own line in somebody's complaint is cut off. */
function printable(text: string): string {
  const lines = text.replaceAll('\r', '').trim().split('\n').slice(-8);
  return lines
    .map((line) => line.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '�').slice(0, 200))
    .join('\n');
}
