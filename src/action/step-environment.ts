import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The environment that a process was started with can be read by every process of its user for as
 * long as it lives (/proc/PID/environ, `ps -E`), whatever it deletes from its own view of it. The
 * runner puts keys and tokens there. So before a lane starts on this very machine, the step starts
 * itself anew in the same process, with none of that, and takes the rest out of an open file that
 * has no name.
 */
const handedOver = 'PIKACI_HANDED_OVER';

/** What may stay in sight; whatever else a workflow sets may be a secret. */
const harmless =
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_.*|TZ|TMPDIR|SSL_CERT_.*|NODE_(?:OPTIONS|PATH|EXTRA_CA_CERTS|USE_ENV_PROXY|NO_WARNINGS|V8_COVERAGE)|LD_LIBRARY_PATH|XDG_.*|CI|(GITHUB|RUNNER)_(?!.*(?:TOKEN|KEY|PAT$|PASS|SECRET|CREDENTIAL)).*|INPUT_(?!SSH-KEY$|SSH-KEY-PASSPHRASE$|TOKEN$).*)$/;

/** What children of ours get all the same: no child of ours needs more. */
const forChildren = /^(NIX_(?!CONFIG$).*|GIT_.*)$/;

export class StepEnvironment {
  readonly #variables: NodeJS.ProcessEnv;
  readonly #withheld = new Map<string, string>();

  /** @param variables of this process; where they were handed over, they are completed here */
  constructor(variables: NodeJS.ProcessEnv) {
    this.#variables = variables;
  }

  /** Completes the variables of a step that has started itself anew. */
  static restore(variables: NodeJS.ProcessEnv): void {
    if (variables[handedOver] !== 'yes') return;
    Reflect.deleteProperty(variables, handedOver);
    Object.assign(variables, JSON.parse(takeInput()) as Record<string, string>);
    variables[handedOver] = 'taken';
  }

  /**
   * Takes what may be secret out of reach of lanes on this machine. Starts this process anew where
   * that is needed, and then never returns: nothing may be under way that would be lost.
   */
  withhold(): void {
    const secret = Object.entries(this.#variables).filter(
      (entry): entry is [string, string] =>
        entry[0] !== handedOver &&
        entry[1] !== undefined &&
        entry[1] !== '' &&
        !harmless.test(entry[0]),
    );
    if (secret.length === 0) return;
    if (this.#variables[handedOver] !== 'taken') this.#startAnew(secret);
    for (const [name, value] of secret) {
      if (forChildren.test(name)) continue;
      this.#withheld.set(name, value);
      Reflect.deleteProperty(this.#variables, name);
    }
  }

  /** Does work that needs all of it, in this process alone. */
  async whole<T>(work: () => Promise<T>): Promise<T> {
    Object.assign(this.#variables, Object.fromEntries(this.#withheld));
    try {
      return await work();
    } finally {
      for (const name of this.#withheld.keys()) Reflect.deleteProperty(this.#variables, name);
    }
  }

  #startAnew(secret: readonly (readonly [string, string])[]): never {
    const names = new Set(secret.map(([name]) => name));
    const rest = Object.entries(this.#variables).filter(([name]) => !names.has(name));
    leaveInput(JSON.stringify(Object.fromEntries(secret)));
    const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
    const environment = { ...Object.fromEntries(rest), [handedOver]: 'yes' };
    process.execve?.(process.execPath, args, environment);
    throw new TypeError('this Node.js cannot start itself anew');
  }
}

/**
 * Of all that is open only the standard streams are handed on to the next program, and a file that
 * is opened gets the lowest number there is.
 */
function leaveInput(text: string): void {
  const folder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const file = join(folder, `pikaci-${randomBytes(16).toString('hex')}`);
  closeSync(0);
  const input = openSync(file, 'wx+', 0o600);
  unlinkSync(file);
  if (input !== 0) throw new TypeError(`the input was opened as ${input}`);
  writeSync(input, text);
}

function takeInput(): string {
  const bytes = Buffer.alloc(fstatSync(0).size);
  readSync(0, bytes, 0, bytes.length, 0);
  ftruncateSync(0);
  closeSync(0);
  openSync('/dev/null', 'r');
  return bytes.toString();
}
