import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import type { z } from 'zod';
import { FailureError, type ManifestProblem } from '../model/failure.ts';
import type { Manifest } from '../model/target.ts';
import { keyPosition } from './key-position.ts';
import { resolveHosts } from './resolve-host.ts';
import { resolveManifest } from './resolve.ts';
import { hostSchema, manifestSchema, type HostText } from './schema.ts';

/** Where a manifest is looked for, in order, when none is named. */
const defaultManifestPaths = ['pikaci.toml', '.github/pikaci.toml'] as const;

export interface ManifestSource {
  repositoryRoot: string;
  /** A path given by the user, relative to the repository root or absolute. */
  path: string | undefined;
  /** Host settings that win over the manifest's, by host name. */
  hostOverrides: Readonly<Record<string, HostText>>;
  /** Folder for work on the local host where the manifest names none. */
  localWorkDir: string;
}

/**
 * Reads and resolves the manifest.
 * @throws FailureError `manifest_missing` or `manifest_invalid`, the latter with all problems
 */
export async function loadManifest(source: ManifestSource): Promise<Manifest> {
  const { path, text } = await readManifest(source);
  const document = parseToml(path, text);
  const checked = manifestSchema.safeParse(document);
  if (!checked.success) throw invalid(path, text, checked.error.issues.map(problemOf));
  const hosts = resolveHosts(checked.data.hosts ?? {}, source.hostOverrides, source.localWorkDir);
  const resolved = resolveManifest(path, checked.data, hosts);
  if (resolved.problems.length > 0) throw invalid(path, text, resolved.problems);
  return resolved.manifest;
}

/**
 * Host settings given outside the manifest (input `hosts`, flag `--hosts`), as TOML or JSON:
 * a table of host name → settings.
 * @param origin how to name the text in errors
 */
export function parseHostOverrides(origin: string, text: string): Record<string, HostText> {
  const document = text.trimStart().startsWith('{')
    ? parseJson(origin, text)
    : parseToml(origin, text);
  const hosts: Record<string, HostText> = {};
  const problems: ManifestProblem[] = [];
  for (const [name, value] of Object.entries(document)) {
    const checked = hostSchema.safeParse(value);
    if (checked.success) hosts[name] = checked.data;
    else {
      problems.push(
        ...checked.error.issues.map((issue) =>
          problemOf({ ...issue, path: [name, ...issue.path] }),
        ),
      );
    }
  }
  if (problems.length > 0) throw invalid(origin, undefined, problems);
  return hosts;
}

async function readManifest(source: ManifestSource): Promise<{ path: string; text: string }> {
  const candidates = source.path === undefined ? defaultManifestPaths : [source.path];
  for (const path of candidates) {
    const file = isAbsolute(path) ? path : join(source.repositoryRoot, path);
    try {
      return { path, text: await readFile(file, 'utf8') };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new FailureError({ kind: 'manifest_missing', searched: candidates });
}

function parseToml(file: string, text: string): Record<string, unknown> {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The library's message is "Invalid TOML document: <reason>\n\n<excerpt>".
    const [reason = '', ...excerpt] = error.message.split('\n');
    const problem = [reason, ...excerpt.filter((line) => line.trim() !== '')].join('\n');
    throw new FailureError({
      kind: 'manifest_invalid',
      file,
      problems: [{ key: '', problem, position: { line: error.line, column: error.column } }],
    });
  }
}

function parseJson(file: string, text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new FailureError({
      kind: 'manifest_invalid',
      file,
      problems: [{ key: '', problem: `not JSON: ${(error as Error).message}` }],
    });
  }
}

function problemOf(issue: z.core.$ZodIssue): ManifestProblem {
  const key = issue.path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
  return { key, problem: issue.message };
}

function invalid(
  file: string,
  text: string | undefined,
  problems: readonly ManifestProblem[],
): FailureError {
  const located = problems.map((problem) => {
    const position = text === undefined ? undefined : keyPosition(text, problem.key);
    return position === undefined ? problem : { ...problem, position };
  });
  return new FailureError({ kind: 'manifest_invalid', file, problems: located });
}
