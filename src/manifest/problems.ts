import { z } from 'zod';
import { valueAt, type Finding, type Path } from './finding.ts';
import { meant } from './meant.ts';

/** A schema's complaints as findings: each with its key, the value seen, and the name meant. */
export function findingsOf(
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
  document: unknown,
): Finding[] {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return issues.flatMap((issue): Finding[] => {
    const path = pathOf(issue);
    if (issue.code !== 'unrecognized_keys') {
      const value = valueAt(document, path);
      const at = value === undefined || issue.code === 'invalid_key' ? 'key' : 'value';
      return [{ path, at, problem: wording(issue, value) }];
    }
    const known = Object.keys(schemaAt(shape, path)?.properties ?? {});
    return issue.keys.map((name) => ({
      path: [...path, name],
      at: 'key',
      problem: `unknown key; ${meant(name, known, `known: ${known.join(', ')}`)}`,
    }));
  });
}

export function pathOf({ path }: z.core.$ZodIssue): Path {
  return path.map((part) => (typeof part === 'number' ? part : String(part)));
}

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
      const properties: Record<string, JsonSchema> = at?.properties ?? {};
      at = Object.hasOwn(properties, part)
        ? properties[part]
        : typeof rest === 'object'
          ? rest
          : undefined;
    }
  }
  return at;
}

function wording(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing';
  const seen = `, not ${shown(value)}`;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kindOf(issue.expected)}${seen}`;
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

function kindOf(type: string): string {
  const words = new Map([
    ['int', 'a whole number'],
    ['array', 'an array'],
    ['object', 'a table'],
    ['record', 'a table'],
    ['boolean', 'true or false'],
  ]);
  return words.get(type) ?? `a ${type}`;
}

const longestShown = 120;

function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length <= longestShown ? text : `${text.slice(0, longestShown)}…`;
}
