import { readFileSync } from 'node:fs';

/** The shell programs about guests, put together from the texts beside this file. */

/** Keeps one guest; see supervisor.sh for its arguments. */
export function supervisorScript(): string {
  return `${functions()}\n${read(new URL('./supervisor.sh', import.meta.url))}`;
}

/** Arguments: folder of the guest, its name. */
export function removalScript(): string {
  return `${functions()}\nremove_guest "$1" "$2"\n`;
}

/** Argument: work dir. Prints the names of the guests that it removed. */
export function reapScript(): string {
  return `${functions()}\n${read(new URL('./reap.sh', import.meta.url))}`;
}

/** Enters a kept guest; lies in its folder. */
export function enterScript(): string {
  return read(new URL('./enter.sh', import.meta.url));
}

/** Functions only; see processes.sh. */
export function processFunctions(): string {
  return read(new URL('./processes.sh', import.meta.url));
}

function functions(): string {
  return `${processFunctions()}\n${read(new URL('./remove.sh', import.meta.url))}`;
}

function read(file: URL): string {
  return readFileSync(file, 'utf8');
}
