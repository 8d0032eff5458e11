// ncc names the files of a bundle by numbers, and has no option to name them otherwise. Webpack's
// statistics say what each holds, and all that knows a file's name is one line of its runtime.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What webpack tells of a chunk, as far as it is looked at. */
interface Chunk {
  id: number;
  entry: boolean;
  files: readonly string[];
  /** Why webpack made it, where no import() did. */
  reason?: string;
  origins: readonly { moduleName: string; request: string }[];
  modules: readonly { name: string; size: number }[];
}

/**
 * Gives each chunk a name for what it holds: what an import() loads is named for the file or package
 * that is imported, and what several share for the folder or package that most of it comes from.
 * @param folder of the bundle; everything but `index.js` is renamed in it
 * @throws where a chunk would be left without a name that finds it
 */
export function nameChunks(folder: string, statistics: string): void {
  const { chunks } = JSON.parse(readFileSync(statistics, 'utf8')) as { chunks: Chunk[] };
  const loaded = chunks.filter(({ entry }) => !entry).sort((a, b) => a.id - b.id);
  const names = namesOf(loaded);
  const entry = join(folder, 'index.js');
  const [before, after, ...more] = readFileSync(entry, 'utf8').split(byNumber);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`index.js does not have this once: ${byNumber}`);
  writeFileSync(entry, `${before}return ${JSON.stringify(names)}[chunkId] + ".js";${after}`);
  for (const { id, files } of loaded) {
    if (files.join() !== `${id}.index.js`) throw new Error(`chunk ${id} is in ${files.join()}`);
    renameSync(join(folder, `${id}.index.js`), join(folder, `${names[id] ?? ''}.js`));
  }
}

const byNumber = 'return "" + chunkId + ".index.js";';

function namesOf(chunks: readonly Chunk[]): Record<number, string> {
  const names: Record<number, string> = {};
  const taken = new Set(['index']);
  // What is imported has the first say.
  for (const chunk of [...chunks.filter(isImported), ...chunks.filter((it) => !isImported(it))]) {
    const holders = isImported(chunk) ? [imported(chunk)] : [];
    holders.push(...mostFirst(chunk).filter((it) => !holders.includes(it)));
    let name = holders.shift();
    while (name === undefined || taken.has(name)) {
      const next = holders.shift();
      if (next === undefined) throw new Error(`chunk ${chunk.id} has no name of its own: ${name}`);
      name = name === undefined ? next : `${name}-${next}`;
    }
    taken.add(name);
    names[chunk.id] = name;
  }
  return names;
}

function isImported({ reason }: Chunk): boolean {
  return reason === undefined;
}

function imported({ id, origins: [origin] }: Chunk): string {
  if (origin === undefined) throw new Error(`nothing loads chunk ${id}`);
  const { moduleName, request } = origin;
  if (!request.startsWith('.')) return packageOf(request);
  const words = join(dirname(moduleName), request)
    .replace(/^build\/|\.js$/g, '')
    .split('/');
  // `cli/cli` is `cli`.
  return words.filter((word, at) => word !== words[at - 1]).join('-');
}

/** Folders and packages, that which most of a chunk comes from first. */
function mostFirst({ modules }: Chunk): string[] {
  const sizes = new Map<string, number>();
  for (const { name, size } of modules) {
    const holder = holderOf(name);
    sizes.set(holder, (sizes.get(holder) ?? 0) + size);
  }
  return [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([holder]) => holder);
}

/** Of `./build/FOLDER/…` or `…/node_modules/PACKAGE/…`. */
function holderOf(module: string): string {
  const [, path] = /^.*\/node_modules\/(.*)$/.exec(module) ?? [];
  return path === undefined ? (module.split('/')[2] ?? module) : packageOf(path);
}

function packageOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first.startsWith('@') ? `${first.slice('@'.length)}-${second}` : first;
}
