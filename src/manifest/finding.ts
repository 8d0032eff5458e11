/** Where in a text something is: names of tables and keys, indexes of arrays. */
export type Path = readonly (string | number)[];

/** Something wrong with a text, not yet placed in its lines. */
export interface Finding {
  path: Path;
  /** Whether it is about the key's name or what is written for it. */
  at: 'key' | 'value';
  problem: string;
}

/** `targets.demo.lanes[0].command`, names quoted where TOML would want that. */
export function keyText(path: Path): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      const name = /^[A-Za-z0-9_-]+$/.test(part) ? part : JSON.stringify(part);
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}

export function valueAt(document: unknown, path: Path): unknown {
  let at = document;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string | number, unknown>)[part];
  }
  return at;
}
