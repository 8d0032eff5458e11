import { parseTOML, type AST } from 'toml-eslint-parser';
import type { TextPlace } from '../model/failure.ts';

/**
 * Finds where a key (as in `targets.demo.lanes[0].command`) stands in a TOML text, or the nearest
 * enclosing key that does stand there.
 */
export function placeFinder(text: string): (key: string) => TextPlace | undefined {
  const placed = [...keys(parseTOML(text).body[0])];
  return (key) => placeOfKey(text, placed, key);
}

function placeOfKey(
  text: string,
  placed: readonly PlacedKey[],
  key: string,
): TextPlace | undefined {
  const wanted = key.match(/[^.[\]]+/g) ?? [];
  let best: { depth: number; node: AST.TOMLNode } | undefined;
  for (const { path, node } of placed) {
    // `[target.t]` also declares `target`, which has no line of its own.
    const depth = Math.min(path.length, wanted.length);
    const matches = path.slice(0, depth).every((part, at) => String(part) === wanted[at]);
    if (matches && depth > (best?.depth ?? 0)) best = { depth, node };
  }
  if (best === undefined) return undefined;
  const { start, end } = best.node.loc;
  const length = end.line === start.line ? end.column - start.column : Infinity;
  return placeAt(text, start.line, start.column + 1, length);
}

export function placeAt(text: string, line: number, column: number, length = 1): TextPlace {
  return { line, column, length, text: text.split(/\r?\n/)[line - 1] ?? '' };
}

interface PlacedKey {
  path: readonly (string | number)[];
  node: AST.TOMLNode;
}

function* keys(top: AST.TOMLTopLevelTable): Generator<PlacedKey> {
  for (const entry of top.body) {
    if (entry.type === 'TOMLKeyValue') yield* keyValue([], entry);
    else {
      yield { path: entry.resolvedKey, node: entry.key };
      for (const inner of entry.body) yield* keyValue(entry.resolvedKey, inner);
    }
  }
}

function* keyValue(
  prefix: readonly (string | number)[],
  entry: AST.TOMLKeyValue,
): Generator<PlacedKey> {
  const names = entry.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
  const path = [...prefix, ...names];
  yield { path, node: entry.key };
  yield* value(path, entry.value);
}

function* value(
  path: readonly (string | number)[],
  node: AST.TOMLContentNode,
): Generator<PlacedKey> {
  if (node.type === 'TOMLInlineTable') {
    for (const entry of node.body) yield* keyValue(path, entry);
  } else if (node.type === 'TOMLArray') {
    for (const [index, element] of node.elements.entries()) {
      yield { path: [...path, index], node: element };
      yield* value([...path, index], element);
    }
  }
}
