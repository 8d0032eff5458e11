import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FailureError, failureOf, type Failure } from '../model/failure.ts';
import type { ObjectFormat } from '../model/source-file.ts';
import { gitEnvironment } from './git-environment.ts';

/** A git work tree on this machine. */
export interface Repository {
  /** Absolute path of the top of the work tree. */
  root: string;
  objectFormat: ObjectFormat;
}

/** @throws FailureError `git_missing`, `repository_untrusted` or `not_a_repository` */
export async function openRepository(path: string, signal?: AbortSignal): Promise<Repository> {
  try {
    const answer = await run(
      path,
      ['rev-parse', '--show-object-format', '--show-toplevel'],
      signal,
    );
    const [format, ...root] = answer.replace(/\n$/, '').split('\n');
    return { root: root.join('\n'), objectFormat: format === 'sha256' ? 'sha256' : 'sha1' };
  } catch (error) {
    throw new FailureError(await whyNoRepository(path, error), { cause: error });
  }
}

async function whyNoRepository(path: string, error: unknown): Promise<Failure> {
  const failure = failureOf(error);
  if (failure.cause !== 'git_failed') return failure;
  const folders = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (folders !== undefined && isMissing(error)) return { cause: 'git_missing' };
  const { detail } = failure;
  if (detail.includes('dubious ownership')) return { cause: 'repository_untrusted', path, detail };
  const checkouts = (folders ?? []).flatMap((folder) =>
    folder.isDirectory() && existsSync(join(path, folder.name, '.git')) ? [folder.name] : [],
  );
  return { cause: 'not_a_repository', path, checkouts, detail };
}

function isMissing(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : null;
  return cause?.code === 'ENOENT';
}

/**
 * Runs git and returns its stdout.
 * @param more variables for this git alone
 * @throws FailureError `git_failed` with what git said
 */
export async function git(
  { root }: Repository,
  args: readonly string[],
  signal?: AbortSignal,
  more?: Readonly<Record<string, string>>,
): Promise<string> {
  return run(root, args, signal, more);
}

/** Like {@link git}; nothing instead of an error when git exits with 1, its "no". */
export async function tryGit(
  repository: Repository,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    return await git(repository, args, signal);
  } catch (error) {
    if (error instanceof FailureError && error.failure.cause === 'git_failed') return undefined;
    throw error;
  }
}

/**
 * Runs git several times from a shell: a process of our size takes longer to start another than git
 * takes to answer, and a shell does not.
 * @param purpose what it is for, as a command
 * @param script writes to descriptors 1 and 3
 * @param args of the script
 * @returns what it wrote to each
 * @throws FailureError `git_failed` with what git said
 */
export async function gitScript(
  { root }: Repository,
  purpose: string,
  script: string,
  signal?: AbortSignal,
  args: readonly string[] = [],
): Promise<[string, string]> {
  const [stdout = '', other = ''] = await execute(
    root,
    ['sh', '-c', script, 'sh', ...args],
    purpose,
    [1, 3],
    signal,
  );
  return [stdout, other];
}

/** Splits output of a `-z` option. */
export function splitNul(text: string): string[] {
  const parts = text.split('\0');
  if (parts.at(-1) === '') parts.pop();
  return parts;
}

async function run(
  cwd: string,
  args: readonly string[],
  signal?: AbortSignal,
  more?: Readonly<Record<string, string>>,
): Promise<string> {
  const command = ['git', ...args];
  const [stdout = ''] = await execute(cwd, command, command.join(' '), [1], signal, more);
  return stdout;
}

/**
 * Runs a program without a stdin, and returns what it writes to each of the descriptors, of which 2
 * is none: what it says there explains a failure. No more are open, as a program in the background
 * could keep them.
 */
async function execute(
  cwd: string,
  [program = '', ...args]: readonly string[],
  purpose: string,
  descriptors: readonly number[],
  signal: AbortSignal | undefined,
  more?: Readonly<Record<string, string>>,
): Promise<string[]> {
  const child = spawn(program, args, {
    cwd,
    env: { ...gitEnvironment(process.env), ...more },
    stdio: ['ignore', 'pipe', 'pipe', ...(descriptors.includes(3) ? ['pipe' as const] : [])],
    ...(signal && { signal }),
  });
  const outputs = [2, ...descriptors].map((it) => textOf(child.stdio[it] as Readable));
  try {
    const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    const [[code, killer], stderr = '', ...texts] = await Promise.all([ended, ...outputs]);
    if (code === 0) return texts;
    const detail = stderr.trim() === '' ? `it ended with ${String(code ?? killer)}` : stderr.trim();
    throw gitFailed(purpose, detail);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FailureError) throw error;
    throw gitFailed(purpose, error instanceof Error ? error.message : String(error), error);
  }
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of stream.setEncoding('utf8')) text += part as string;
  return text;
}

function gitFailed(command: string, detail: string, cause?: unknown): FailureError {
  return new FailureError({ cause: 'git_failed', command, detail }, { cause });
}
