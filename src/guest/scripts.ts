import { readFileSync } from 'node:fs';
import { removeTreeFunctions, workFolderFunctions } from '../host/shell-functions.ts';

/** The shell programs about guests, put together from the texts beside this file. */

/** Keeps one guest; see supervisor.sh for its arguments. */
export function supervisorScript(): string {
  return `${functions()}\n${read(new URL('./supervisor.sh', import.meta.url))}`;
}

/** Arguments: work dir, name of the guest. */
export function removalScript(): string {
  const remove =
    'case $2 in */* | .* | "") exit 64 ;; esac\nfind_work_folder "$1" || exit 0\nremove_guest "$work/guests/$2" "$2"\n';
  return `${workFolderFunctions()}\n${functions()}\n${remove}`;
}

/** Argument: work dir. Prints the names of the guests that it removed. */
export function reapScript(): string {
  return `${workFolderFunctions()}\n${functions()}\n${read(new URL('./reap.sh', import.meta.url))}`;
}

/** Functions only; see processes.sh. */
export function processFunctions(): string {
  return read(new URL('./processes.sh', import.meta.url));
}

function functions(): string {
  const remove = read(new URL('./remove.sh', import.meta.url));
  return `${processFunctions()}\n${removeTreeFunctions()}\n${remove}`;
}

function read(file: URL): string {
  return readFileSync(file, 'utf8');
}
