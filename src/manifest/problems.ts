import { z } from 'zod';
import type { ManifestProblem } from '../model/failure.ts';
import { meant } from './meant.ts';

/** A schema's complaints as problems: each with its key, the value seen, and the name meant. */
export function problemsOf(
  schema: z.ZodType,
  error: z.ZodError,
  document: unknown,
): ManifestProblem[] {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code !== 'unrecognized_keys') {
      return [{ key: keyText(path), problem: wording(issue, valueAt(document, path)) }];
    }
    const known = Object.keys(schemaAt(shape, path)?.properties ?? {});
    return issue.keys.map((name) => ({
      key: keyText([...path, name]),
      problem: `unknown key; ${meant(name, known, `known: ${known.join(', ')}`)}`,
    }));
  });
}

type Path = readonly (string | number)[];

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
}

function schemaAt(schema: JsonSchema, path: Path): JsonSchema | undefined {
  let at: JsonSchema | undefined = schema;
  for (const part of path) {
    if (typeof part === 'number') at = at?.items;
    else {
      const rest: JsonSchema | boolean | undefined = at?.additionalProperties;
      at = at?.properties?.[part] ?? (typeof rest === 'object' ? rest : undefined);
    }
  }
  return at;
}

function valueAt(document: unknown, path: Path): unknown {
  let at = document;
  for (const part of path) at = (at as Record<string | number, unknown> | undefined)?.[part];
  return at;
}

function wording(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing';
  const seen = `, not ${JSON.stringify(value)}`;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}${seen}`;
    case 'invalid_value':
      return `must be ${issue.values.map((it) => JSON.stringify(it)).join(' or ')}${seen}`;
    case 'too_small':
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? issue.message
        : `must be ${issue.code === 'too_small' ? `at least ${String(issue.minimum)}` : `at most ${String(issue.maximum)}`}${seen}`;
    case 'invalid_key':
      return `is no valid name: ${issue.issues.map(({ message }) => message).join('; ')}`;
    default:
      return issue.message;
  }
}

function article(type: string): string {
  const words: Record<string, string> = {
    int: 'a whole number',
    array: 'an array',
    object: 'a table',
    record: 'a table',
    boolean: 'true or false',
  };
  return words[type] ?? `a ${type}`;
}

/** `targets.demo.lanes[0].command`. */
function keyText(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`,
    )
    .join('');
}
