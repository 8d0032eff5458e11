import { readFileSync } from 'node:fs';

/** Functions of sh that scripts on a host share, from the texts beside this file. */

/** How scripts find a host's work folder, and refuse one that is not ours; see work-folder.sh. */
export function workFolderFunctions(): string {
  return read(new URL('./work-folder.sh', import.meta.url));
}

/** How anything of ours is removed; see remove-tree.sh. */
export function removeTreeFunctions(): string {
  return read(new URL('./remove-tree.sh', import.meta.url));
}

/** What a script ends with that refuses a work folder, its reason being what it said last. */
export const workFolderRefusedExit = 78;

function read(file: URL): string {
  return readFileSync(file, 'utf8');
}
