import {
  diskLeftFunctions,
  removeTreeFunctions,
  shellProgram,
  workFolderFunctions,
} from '../host/shell-functions.ts';

/** The shell programs about snapshots, put together from the texts beside this file. */

/** Receives a snapshot; see publish.sh for its arguments. */
export function publishScript(): string {
  return shellProgram(
    new URL('./publish.sh', import.meta.url),
    uploadMark,
    workFolderFunctions(),
    removeTreeFunctions(),
    listingFunctions(),
    listedTreeFunctions(),
    diskLeftFunctions(),
  );
}

/** An upload is known by it among processes; in front, as `ps` may show no more than a line's start. */
const uploadMark = ': pikaci receives a snapshot';

/** Removes old snapshots; see prune.sh for its arguments. */
export function pruneScript(): string {
  return shellProgram(
    new URL('./prune.sh', import.meta.url),
    workFolderFunctions(),
    removeTreeFunctions(),
  );
}

/** Functions only; see listing.sh. */
export function listingFunctions(): string {
  return shellProgram(new URL('./listing.sh', import.meta.url));
}

/** Functions only; see listed-tree.sh. */
export function listedTreeFunctions(): string {
  return shellProgram(new URL('./listed-tree.sh', import.meta.url));
}
