/** What a script of ours found out about a host, by key. A host may answer anything: it is data. */
export interface Facts {
  /** The first value of a key. */
  get: (key: string) => string | undefined;
  all: (key: string) => readonly string[];
}

const longestValue = 200;
const mostValues = 100;

/**
 * Reads lines of a key, a space and a value. Values come bounded and without control characters, so
 * that they are harmless wherever they are shown.
 */
export function readFacts(printed: string): Facts {
  const values = new Map<string, string[]>();
  for (const line of printed.split('\n')) {
    const [, key, value = ''] = /^([a-z_]+)(?: (.*))?$/s.exec(line) ?? [];
    if (key === undefined) continue;
    const known = values.get(key) ?? [];
    if (known.length < mostValues) known.push(plain(value));
    values.set(key, known);
  }
  return { get: (key) => values.get(key)?.[0], all: (key) => values.get(key) ?? [] };
}

/** Escape sequences lose what makes them one; marks that turn the direction of writing go, too. */
function plain(value: string): string {
  return value
    .slice(0, longestValue)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '')
    .trim();
}
