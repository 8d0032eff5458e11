import { execFile } from 'node:child_process';
import { FailureError } from '../model/failure.ts';
import type { ObjectFormat } from '../model/source-file.ts';

/** A git work tree on this machine. */
export interface Repository {
  /** Absolute path of the top of the work tree. */
  root: string;
  objectFormat: ObjectFormat;
}

/** @throws FailureError `not_a_repository` */
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
    const detail = error instanceof FailureError && error.failure.kind === 'git_failed';
    throw new FailureError(
      { kind: 'not_a_repository', path, detail: detail ? detailOf(error) : String(error) },
      { cause: error },
    );
  }
}

/**
 * Runs git and returns its stdout.
 * @param stdin may come once git runs; when it fails to come, git meets its end
 * @throws FailureError `git_failed` with what git said
 */
export async function git(
  { root }: Repository,
  args: readonly string[],
  signal?: AbortSignal,
  stdin: string | Promise<string> = '',
): Promise<string> {
  return run(root, args, signal, stdin);
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
    if (error instanceof FailureError && error.failure.kind === 'git_failed') return undefined;
    throw error;
  }
}

/** Splits output of a `-z` option. */
export function splitNul(text: string): string[] {
  const parts = text.split('\0');
  if (parts.at(-1) === '') parts.pop();
  return parts;
}

function run(
  cwd: string,
  args: readonly string[],
  signal?: AbortSignal,
  stdin: string | Promise<string> = '',
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd,
      signal,
      maxBuffer: 1024 * 1024 * 1024,
      // Messages we may have to show, in one language; and never a prompt for a password.
      env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' },
    };
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else if (signal?.aborted === true) reject(signal.reason as Error);
      else {
        const command = ['git', ...args].join(' ');
        const detail = stderr.trim() === '' ? error.message : stderr.trim();
        reject(new FailureError({ kind: 'git_failed', command, detail }, { cause: error }));
      }
    });
    // A git that ends without reading it says why by its exit.
    const input = child.stdin?.on('error', () => undefined);
    Promise.resolve(stdin).then(
      (text) => input?.end(text),
      () => input?.end(),
    );
  });
}

function detailOf(error: FailureError): string {
  return error.failure.kind === 'git_failed' ? error.failure.detail : '';
}
