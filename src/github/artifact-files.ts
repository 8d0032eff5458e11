import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface ArtifactFiles {
  /** Absolute, sorted. */
  files: readonly string[];
  /** Relative to the folder: what cannot be in an artifact, or must not be. */
  leftOut: readonly string[];
}

/** What GitHub takes in no path of an artifact, because some file system would not. */
const illegal = /["<>:|*?\r\n]/;

/**
 * The plain files below a folder. Links are left out, wherever they lead: what they stand for may be
 * of this machine, and guests can make them. So is what cannot be read, and what GitHub would refuse
 * the whole artifact for.
 */
export async function filesBelow(folder: string): Promise<ArtifactFiles> {
  const files: string[] = [];
  const leftOut: string[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    const fits = entry.isFile() && !illegal.test(name) && (await isReadable(path));
    if (fits) files.push(path);
    else leftOut.push(name);
  }
  return { files: files.sort(), leftOut: leftOut.sort() };
}

async function isReadable(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
