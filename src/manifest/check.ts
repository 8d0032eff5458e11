import type { z } from 'zod';
import { valueAt, type Finding, type Path } from './finding.ts';
import { findingsOf, pathOf } from './problems.ts';

export interface Checked<T> {
  /**
   * The document as the schema has it. Where there are findings, what they are about is left out or
   * stands in with a name of ours, so that the rest can be looked at as well; nothing where even
   * that is in vain.
   */
  value: T | undefined;
  findings: readonly Finding[];
  /** What the author wrote, by each name of ours that stands in for it. */
  standIns: ReadonlyMap<string, string>;
}

/** One round tells what is wrong on the outside, the next what that has hidden. */
const mostRounds = 10;

/** Checks a document, and goes on behind what is wrong with it. */
export function check<T>(schema: z.ZodType<T>, document: unknown): Checked<T> {
  const repaired: unknown = structuredClone(document);
  const standIns = new Map<string, string>();
  const findings: Finding[] = [...forbiddenKeys(repaired)];
  for (let round = 0; round < mostRounds; round += 1) {
    const { success, data, error } = schema.safeParse(repaired);
    if (success) return { value: data, findings, standIns };
    const found = findingsOf(schema, error.issues, repaired);
    findings.push(...found.map((it) => asWritten(it, standIns)));
    for (const issue of error.issues) repair(repaired, issue, standIns);
  }
  return { value: undefined, findings, standIns };
}

/** A name that schemas pass over in silence, and JavaScript does not. */
const forbidden = '__proto__';

/** Tells of each such key, and takes it away. */
function* forbiddenKeys(value: unknown, path: Path = []): Generator<Finding> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && Object.hasOwn(value, forbidden)) {
    yield { path: [...path, forbidden], at: 'key', problem: 'is no valid name' };
    Reflect.deleteProperty(value, forbidden);
  }
  for (const [key, entry] of Object.entries(value)) {
    yield* forbiddenKeys(entry, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** A finding about what the author wrote. */
export function asWritten(
  { path, at, problem }: Finding,
  standIns: ReadonlyMap<string, string>,
): Finding {
  let words = problem;
  for (const [name, written] of standIns) words = words.replaceAll(name, () => written);
  const real = path.map((part) => (typeof part === 'number' ? part : (standIns.get(part) ?? part)));
  return { path: real, at, problem: words };
}

type Container = Record<string | number, unknown>;

function repair(document: unknown, issue: z.core.$ZodIssue, standIns: Map<string, string>): void {
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys') {
    const holder = valueAt(document, path) as Container | undefined;
    for (const key of issue.keys) if (holder !== undefined) Reflect.deleteProperty(holder, key);
  } else if (issue.code === 'invalid_key' && path.at(-2) !== 'env') {
    const holder = valueAt(document, path.slice(0, -1)) as Container;
    const name = String(path.at(-1));
    holder[nameFor(name, standIns)] = valueAt(document, path);
    Reflect.deleteProperty(holder, name);
  } else {
    replace(document, path, standIns);
  }
}

function replace(document: unknown, path: Path, standIns: Map<string, string>): void {
  const [key, ...outer] = [...path].reverse();
  const holder = valueAt(document, outer.reverse());
  // What encloses it has been replaced already.
  if (key === undefined || typeof holder !== 'object' || holder === null) return;
  const container = holder as Container;
  const other = standInFor(path, container[key], standIns);
  if (other !== undefined) container[key] = other.value;
  else if (Array.isArray(holder)) replace(document, path.slice(0, -1), standIns);
  else Reflect.deleteProperty(container, key);
}

/** What keeps the rest meaningful; nothing for what may as well be absent. */
function standInFor(
  path: Path,
  written: unknown,
  standIns: Map<string, string>,
): { value: unknown } | undefined {
  const [last, before] = [path.at(-1), path.at(-2)];
  const name = (): string => {
    const number = path.findLast((part) => typeof part === 'number') ?? 0;
    return nameFor(typeof written === 'string' ? written : `#${number + 1}`, standIns);
  };
  const lane = (): object => ({ id: name(), command: 'true', runner: 'host_local' });
  const output = (): object => ({ name: name(), installable: 'none' });
  if (path.length === 1 && last === 'version') return { value: 1 };
  if (path.length === 1 && last === 'targets') return { value: {} };
  if (path.length === 2 && before === 'targets') return { value: { lanes: [lane()] } };
  if (path.length === 2 && before === 'staged') return { value: { outputs: [output()] } };
  if (path.length === 2 && before === 'hosts') return { value: {} };
  switch (last) {
    case 'lanes':
      return { value: [lane()] };
    case 'outputs':
      return { value: [output()] };
    case 'id':
    case 'name':
      return { value: name() };
    case 'installable':
      return { value: 'none' };
    case 'command':
      return { value: 'true' };
    case 'cargo':
      return { value: { package: 'none' } };
    case 'package':
      return before === 'cargo' ? { value: 'none' } : undefined;
    case 'runner':
      return { value: 'host_local' };
    case 'host':
      return { value: 'local' };
    default:
      if (typeof last !== 'number') return undefined;
      if (before === 'lanes') return { value: lane() };
      if (before === 'outputs') return { value: output() };
      if (before === 'paths' || before === 'exclude') return { value: '**' };
      return undefined;
  }
}

function nameFor(written: string, standIns: Map<string, string>): string {
  const name = `0-stands-in-${standIns.size + 1}-0`;
  standIns.set(name, written);
  return name;
}
