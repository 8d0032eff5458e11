import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is known of the folders of a workspace, each looked at once and without following a link. */
export class RealFolders {
  readonly #root: string;
  readonly #known = new Map<string, boolean>([['.', true]]);

  constructor(root: string) {
    this.#root = root;
  }

  /** Whether all that leads to a path is folders: behind a link lies what is not the workspace's. */
  hasParentsOf(path: string): boolean {
    return this.#isReal(dirname(path));
  }

  /**
   * Git gives names as bytes, and what is no text arrives with a replacement character.
   * @returns such a name that lies there, escaped; nothing where the character itself is meant, or
   * nothing is there
   */
  notTextFor(path: string): string | undefined {
    let folder = '.';
    for (const part of path.split('/')) {
      if (!this.#isReal(folder)) return undefined;
      if (part.includes('\ufffd')) {
        const names = readdirSync(`${this.#root}/${folder}`, { encoding: 'buffer' });
        const name = names.find((it) => !isUtf8(it) && it.toString() === part);
        if (name !== undefined) return escapeBytes(name);
      }
      folder = `${folder}/${part}`;
    }
    return undefined;
  }

  #isReal(folder: string): boolean {
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const stat = lstatSync(`${this.#root}/${folder}`, { throwIfNoEntry: false });
    const real = this.#isReal(dirname(folder)) && stat?.isDirectory() === true;
    this.#known.set(folder, real);
    return real;
  }
}

/** Bytes that are no text as some, for people to find them by. */
export function escapeBytes(bytes: Buffer): string {
  return [...bytes]
    .map((it) =>
      it >= 0x20 && it < 0x7f
        ? String.fromCharCode(it)
        : String.raw`\x` + it.toString(16).padStart(2, '0'),
    )
    .join('');
}
