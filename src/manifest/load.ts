import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { FailureError, type ManifestProblem } from '../model/failure.ts';
import type { Manifest, Target } from '../model/target.ts';
import { localHostSpec, resolveHosts } from './resolve-host.ts';
import { resolveManifest } from './resolve.ts';
import { forgeLanesSchema, forgeTargets, isForgeLanes } from './forge-lanes.ts';
import { placeAt, placeFinder } from './place.ts';
import { nameInRepository, sourcePaths } from './sources.ts';
import { problemsOf } from './problems.ts';
import { hostsSchema, manifestSchema, type HostText } from './schema.ts';

/** Where a manifest is looked for, in order, when none is named. */
const ownPaths = ['pikaci.toml', '.github/pikaci.toml'] as const;
const defaultManifestPaths = [...ownPaths, 'ci/forge-lanes.toml'] as const;

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
  const candidates = source.path === undefined ? defaultManifestPaths : [source.path];
  const file = await readFirst(source.repositoryRoot, candidates);
  if (file === undefined) {
    throw new FailureError({ kind: 'manifest_missing', searched: candidates });
  }
  const document = parseToml(file.path, file.text);
  const isForge = isForgeLanes(document);
  const targets = isForge
    ? await loadForgeLanes(source, file, document)
    : resolveOwn(source, file, document);
  const found = [...candidates, ...(isForge ? ownPaths : [])];
  const sources = await Promise.all(found.map((it) => sourcePaths(source.repositoryRoot, it)));
  return { path: file.path, sources: [...new Set(sources.flat())], targets };
}

function resolveOwn(
  source: ManifestSource,
  { path, text }: ManifestFile,
  document: Record<string, unknown>,
): readonly Target[] {
  const checked = manifestSchema.safeParse(document);
  if (!checked.success) {
    throw invalid(path, text, problemsOf(manifestSchema, checked.error, document));
  }
  const hosts = resolveHosts(checked.data.hosts ?? {}, source.hostOverrides, source.localWorkDir);
  const resolved = resolveManifest(checked.data, hosts);
  if (resolved.problems.length > 0) throw invalid(path, text, resolved.problems);
  return resolved.targets;
}

/** The original's manifest, with the targets of ours where it names them. */
async function loadForgeLanes(
  source: ManifestSource,
  { path, text }: ManifestFile,
  document: Record<string, unknown>,
): Promise<readonly Target[]> {
  const checked = forgeLanesSchema.safeParse(document);
  if (!checked.success) {
    throw invalid(path, text, problemsOf(forgeLanesSchema, checked.error, document));
  }
  const own = await readFirst(source.repositoryRoot, ownPaths);
  const declared = own === undefined ? [] : resolveOwn(source, own, parseToml(own.path, own.text));
  const local = localHostSpec(source.localWorkDir);
  return forgeTargets(checked.data, declared, local);
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
  const checked = hostsSchema.safeParse(document);
  if (checked.success) return checked.data;
  throw invalid(origin, undefined, problemsOf(hostsSchema, checked.error, document));
}

interface ManifestFile {
  path: string;
  text: string;
}

async function readFirst(
  root: string,
  candidates: readonly string[],
): Promise<ManifestFile | undefined> {
  for (const path of candidates) {
    try {
      return {
        path: nameInRepository(root, path),
        text: await readFile(isAbsolute(path) ? path : join(root, path), 'utf8'),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return undefined;
}

function parseToml(file: string, text: string): Record<string, unknown> {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The library's message is "Invalid TOML document: <reason>\n\n<excerpt>".
    const [reason = ''] = error.message.split('\n');
    const problem = reason.replace(/^Invalid TOML document: /, 'not TOML: ');
    const place = placeAt(text, error.line, error.column);
    throw unreadable(file, { key: '', problem, place });
  }
}

function parseJson(file: string, text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw unreadable(file, { key: '', problem: `not JSON: ${(error as Error).message}` });
  }
}

function unreadable(file: string, problem: ManifestProblem): FailureError {
  return new FailureError({ kind: 'manifest_invalid', file, problems: [problem] });
}

function invalid(
  file: string,
  text: string | undefined,
  problems: readonly ManifestProblem[],
): FailureError {
  const placeOf = text === undefined ? undefined : placeFinder(text);
  const located = problems.map((problem) => {
    const place = placeOf?.(problem.key);
    return place === undefined ? problem : { ...problem, place };
  });
  return new FailureError({ kind: 'manifest_invalid', file, problems: located });
}
