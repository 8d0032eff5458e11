import { readFileSync } from 'node:fs';

/** A shell program, or functions for some: a file's text, behind what it needs, functions most often. */
export function shellProgram(file: URL, ...before: readonly string[]): string {
  return [...before, readFileSync(file, 'utf8')].join('\n');
}

/** How scripts find a host's work folder, and refuse one that is not ours; see work-folder.sh. */
export function workFolderFunctions(): string {
  return shellProgram(new URL('./work-folder.sh', import.meta.url));
}

/** How anything of ours is removed; see remove-tree.sh. */
export function removeTreeFunctions(): string {
  return shellProgram(new URL('./remove-tree.sh', import.meta.url));
}

/** How scripts say that a disk is full; see disk-left.sh. */
export function diskLeftFunctions(): string {
  return shellProgram(new URL('./disk-left.sh', import.meta.url));
}

/** What a script ends with that refuses a work folder, its reason being what it said last. */
export const workFolderRefusedExit = 78;
