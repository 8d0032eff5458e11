import { parse, TomlError } from 'smol-toml';
import type { InvalidSource, ManifestProblem } from '../model/failure.ts';
import { keyText, type Finding } from './finding.ts';
import { placeAt, placeFinder } from './source-span.ts';

/** A text that people wrote, and how to name it in errors. */
export interface SourceText {
  what: InvalidSource['what'];
  file: string;
  text: string;
}

type Document = Record<string, unknown>;

export type Parsed =
  { kind: 'document'; document: Document } | { kind: 'unreadable'; problem: ManifestProblem };

/** Line ends are those of the author's editor: none of them may get into a command. */
export function normalised(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
}

export function parseToml(text: string): Parsed {
  try {
    return { kind: 'document', document: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The library's message is "Invalid TOML document: <reason>\n\n<excerpt>".
    const [reason = ''] = error.message.split('\n');
    const problem = reason.replace(/^Invalid TOML document: /, 'not TOML: ');
    const place = placeAt(text, error.line, error.column);
    return { kind: 'unreadable', problem: { key: '', problem, place } };
  }
}

export function parseJson(text: string): Parsed {
  try {
    return { kind: 'document', document: JSON.parse(text) as Document };
  } catch (error) {
    const problem = `not JSON: ${(error as Error).message}`;
    return { kind: 'unreadable', problem: { key: '', problem } };
  }
}

export function isJson(text: string): boolean {
  return text.trimStart().startsWith('{');
}

/** Findings as problems of their source, each once and in the order of its lines. */
export function placed({ text }: SourceText, findings: readonly Finding[]): ManifestProblem[] {
  const placeOf = isJson(text) ? undefined : placeFinder(text);
  const problems = new Map<string, ManifestProblem>();
  for (const finding of findings) {
    const key = keyText(finding.path);
    const place = placeOf?.(finding);
    const problem = { key, problem: finding.problem, ...(place !== undefined && { place }) };
    problems.set(JSON.stringify([key, finding.problem]), problem);
  }
  return [...problems.values()].sort(
    ({ place: a }, { place: b }) =>
      (a?.line ?? Infinity) - (b?.line ?? Infinity) ||
      (a?.column ?? Infinity) - (b?.column ?? Infinity) ||
      0,
  );
}
