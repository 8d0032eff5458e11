import { parseTOML, type AST } from 'toml-eslint-parser';
import type { SourceSpan } from '../model/failure.ts';
import type { Finding } from './finding.ts';

/**
 * Finds where in a TOML text a finding is: at the key or the value that it is about, or at the
 * nearest enclosing key that does stand there.
 */
export function placeFinder(text: string): (finding: Finding) => SourceSpan | undefined {
  const placed = [...keys(parseTOML(text).body[0])];
  return (finding) => placeOf(text, placed, finding);
}

function placeOf(
  text: string,
  placed: readonly PlacedKey[],
  { path: wanted, at }: Finding,
): SourceSpan | undefined {
  let best: { depth: number; entry: PlacedKey } | undefined;
  for (const entry of placed) {
    // `[target.t]` also declares `target`, which has no line of its own.
    const depth = Math.min(entry.path.length, wanted.length);
    const matches = entry.path.slice(0, depth).every((part, index) => part === wanted[index]);
    if (matches && depth > (best?.depth ?? 0)) best = { depth, entry };
  }
  if (best === undefined) return undefined;
  const { entry, depth } = best;
  const isIt = depth === wanted.length && entry.path.length === wanted.length;
  const node = at === 'value' && isIt ? (entry.value ?? entry.key) : entry.key;
  const { start, end } = node.loc;
  const length = end.line === start.line ? end.column - start.column : Infinity;
  return placeAt(text, start.line, start.column + 1, length);
}

export function placeAt(text: string, line: number, column: number, length = 1): SourceSpan {
  return { line, column, length, text: text.split(/\r?\n/)[line - 1] ?? '' };
}

interface PlacedKey {
  path: readonly (string | number)[];
  key: AST.TOMLNode;
  /** Nothing for the head of a table. */
  value: AST.TOMLNode | undefined;
}

function* keys(top: AST.TOMLTopLevelTable): Generator<PlacedKey> {
  for (const entry of top.body) {
    if (entry.type === 'TOMLKeyValue') yield* keyValue([], entry);
    else {
      yield { path: entry.resolvedKey, key: entry.key, value: undefined };
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
  yield { path, key: entry.key, value: entry.value };
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
      yield { path: [...path, index], key: element, value: element };
      yield* value([...path, index], element);
    }
  }
}
