import { parseTOML, type AST } from 'toml-eslint-parser';

/**
 * Where `key` (as in `targets.demo.lanes[0].command`) stands in a TOML text, or the nearest
 * enclosing key that does stand there.
 * @returns 1-based line and column
 */
export function keyPosition(
  text: string,
  key: string,
): { line: number; column: number } | undefined {
  const wanted = key.match(/[^.[\]]+/g) ?? [];
  let best: { depth: number; node: AST.TOMLNode } | undefined;
  for (const { path, node } of keys(parseTOML(text).body[0])) {
    const matches = path.every((part, depth) => String(part) === wanted[depth]);
    if (matches && path.length > (best?.depth ?? 0)) best = { depth: path.length, node };
  }
  if (best === undefined) return undefined;
  const { line, column } = best.node.loc.start;
  return { line, column: column + 1 };
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
