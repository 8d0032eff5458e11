import { failureLines } from '../model/describe-failure.ts';
import { failureOf, type Failure } from '../model/failure.ts';
import { exitOfFailure } from '../core/exit-status.ts';
import { usage } from './options.ts';
import { outputClosed } from './output-closed.ts';
import { shown } from './print.ts';

/**
 * A command's exit status: 0 passed or skipped, 1 failed, 2 usage or manifest, 130 cancelled. The signal
 * says that nobody reads what it prints any more.
 */
type Command = (args: readonly string[], closed: AbortSignal) => Promise<number>;

/** Loaded when called: most commands need little, and start as fast as that. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./run.ts')).runCommand,
  plan: async () => (await import('./plan.ts')).planCommand,
  init: async () => (await import('./init.ts')).initCommand,
  targets: async () => (await import('./targets.ts')).targetsCommand,
  validate: async () => (await import('./validate.ts')).validateCommand,
  schema: async () => (await import('./schema.ts')).schemaCommand,
  list: async () => (await import('./list.ts')).listCommand,
  status: async () => (await import('./status.ts')).statusCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  logs: async () => (await import('./logs.ts')).logsCommand,
  host: async () => (await import('./host.ts')).hostCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  reap: async () => (await import('./reap.ts')).reapCommand,
  help: async () => (await import('./help.ts')).helpCommand,
};

/** Flags that take a value may stand in front of the command; these are they. */
const leadingFlags = new Set(['--state-root', '--manifest']);

export async function cli(args: readonly string[]): Promise<number> {
  const closed = outputClosed();
  try {
    const { name, rest } = splitCommand(args);
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw usage(`unknown command \`${name}\``);
    const command = await load();
    return await command(rest, closed);
  } catch (error) {
    const failure = fileRefused(error) ?? failureOf(error);
    // There is nobody to tell.
    if (closed.aborted) return exitOfFailure(failure);
    const [headline = '', ...rest] = failureLines(failure);
    for (const line of [`pikaci: ${headline}`, ...rest]) process.stderr.write(`${shown(line)}\n`);
    return exitOfFailure(failure);
  }
}

/** The command may stand behind flags that all commands have: `pikaci --state-root DIR list`. */
function splitCommand(args: readonly string[]): { name: string; rest: readonly string[] } {
  let at = 0;
  while (at < args.length) {
    const word = args[at] ?? '';
    if (!word.startsWith('-')) break;
    if (word === '--help' || word === '-h') return { name: 'help', rest: [] };
    at += leadingFlags.has(word) ? 2 : 1;
  }
  return { name: args[at] ?? 'help', rest: [...args.slice(0, at), ...args.slice(at + 1)] };
}

/** A file that was named and is not what it should be is no bug, whichever command comes upon it. */
function fileRefused(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', path, message }: NodeJS.ErrnoException = error;
  const isRefusal = /^(?:ENOENT|ENOTDIR|EISDIR|EACCES|EPERM|EROFS|ELOOP|ENAMETOOLONG)$/.test(code);
  // Of a folder that is read as a file, not even Node tells which.
  if (!isRefusal || (path === undefined && code !== 'EISDIR')) return undefined;
  return {
    cause: 'usage',
    problem: message,
    hint: 'Look at the paths that the command was given.',
  };
}
