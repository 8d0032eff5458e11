import { FailureError, type HostsOrigin, type InvalidSource } from '../model/failure.ts';
import type { BackendSettings } from '../model/backend.ts';
import type { HostSpec, Target } from '../model/target.ts';
import { asWritten, check } from './check.ts';
import { forgeFindings, forgeLanesSchema, forgeTargets, isForgeLanes } from './forge-lanes.ts';
import { readGivenHosts, type GivenHosts } from './given-hosts.ts';
import type { Finding } from './finding.ts';
import { patternFindings, type PatternFinding } from './pattern-findings.ts';
import { localHostSpec, resolveHosts } from './resolve-host.ts';
import { resolveManifest } from './resolve.ts';
import { schemasWith } from './manifest-schema.ts';
import { normalised, parseToml, placed, type Parsed, type SourceText } from './source-text.ts';
import { untoldProblem } from './untold-hosts.ts';

/** Where a manifest is looked for, in order, when none is named. */
export const ownPaths = ['pikaci.toml', '.github/pikaci.toml'] as const;
export const defaultManifestPaths = [...ownPaths, 'ci/forge-lanes.toml'] as const;

export interface ReadOptions {
  /** Text of a file; nothing where there is none. */
  read: (path: string) => Promise<string | undefined>;
  /** A file as people know it. */
  nameOf: (path: string) => string;
  candidates: readonly string[];
  hosts: GivenHosts | undefined;
  /** Whose word counts for hosts that are reached over SSH. */
  hostsOrigin: HostsOrigin;
  /** Whose settings hosts may have. */
  backends: readonly BackendSettings[];
  /** Folder for work on the local host where nobody names one. */
  localWorkDir: string;
  /** What was taken once need not be taken now. */
  patterns: 'checked' | 'unchecked';
  /** What a pattern may be about: names of files in the work tree. */
  workTreePaths: () => Promise<readonly string[]>;
}

export interface ReadManifest {
  path: string;
  targets: readonly Target[];
  /** That it declares, or that are given beside it. */
  hosts: readonly HostSpec[];
  /** Whether it builds on a manifest of ours beside it. */
  isForge: boolean;
  /** What will keep lanes from running as the manifest is, and does not keep them from a plan. */
  warnings: readonly string[];
}

/**
 * Reads and resolves a manifest.
 * @throws FailureError `manifest_missing` or `manifest_invalid`, the latter with all problems
 */
export async function readManifest(options: ReadOptions): Promise<ReadManifest> {
  const { candidates } = options;
  const given = readGivenHosts(options.hosts, options.backends);
  const reader = new Reader(options, given.hosts);
  const file = await reader.first(candidates);
  if (file === undefined) {
    throw new FailureError({ cause: 'manifest_missing', searched: candidates });
  }
  const parsed = reader.parse(file);
  const isForge = isForgeLanes(parsed);
  const targets = isForge ? await reader.forge(file, parsed) : await reader.own(file, parsed);
  const invalid = [...reader.invalid, ...(given.invalid === undefined ? [] : [given.invalid])];
  if (invalid.length > 0) throw new FailureError({ cause: 'manifest_invalid', sources: invalid });
  const { hosts, warnings } = reader;
  return { path: file.file, targets, hosts, isForge, warnings };
}

type Document = Record<string, unknown>;

class Reader {
  readonly invalid: InvalidSource[] = [];
  readonly warnings: string[] = [];
  hosts: readonly HostSpec[] = [];
  readonly #options: ReadOptions;
  readonly #given: ReturnType<typeof readGivenHosts>['hosts'];

  constructor(options: ReadOptions, given: ReturnType<typeof readGivenHosts>['hosts']) {
    this.#options = options;
    this.#given = given;
  }

  async first(candidates: readonly string[]): Promise<SourceText | undefined> {
    for (const path of candidates) {
      const text = await this.#options.read(path);
      if (text === undefined) continue;
      return { what: 'manifest', file: this.#options.nameOf(path), text: normalised(text) };
    }
    return undefined;
  }

  /** An empty document where it cannot be read, which is told. */
  parse(source: SourceText): Document {
    const parsed: Parsed = parseToml(source.text);
    if (parsed.kind === 'document') return parsed.document;
    this.invalid.push({ what: source.what, file: source.file, problems: [parsed.problem] });
    return {};
  }

  async own(source: SourceText, document: Document): Promise<readonly Target[]> {
    // What cannot be parsed has been told; what is not there would be told of an empty document.
    if (this.invalid.some(({ file }) => file === source.file)) return [];
    const { value, findings, standIns } = check(
      schemasWith(this.#options.backends).manifest,
      document,
    );
    const all = [...findings];
    let targets: readonly Target[] = [];
    if (value !== undefined) {
      const { backends, hostsOrigin, localWorkDir } = this.#options;
      const declared = new Map(Object.entries(value.hosts ?? {}));
      const { hosts, untold, ...ofHosts } = resolveHosts({
        declared,
        given: this.#given,
        origin: hostsOrigin,
        manifest: source.file,
        localWorkDir,
        backends,
      });
      this.hosts = [...hosts.values()].filter(
        ({ name }) => declared.has(name) || this.#given.has(name),
      );
      const resolved = resolveManifest(value, hosts);
      const more = [
        ...ofHosts.findings,
        ...resolved.findings,
        ...(await this.#patterns(patternFindings(value))),
      ];
      all.push(...more.map((it) => asWritten(it, standIns)));
      targets = resolved.targets;
      const misplaced = untold.filter(({ keys }) => hostsOrigin === 'workflow' && keys.length > 0);
      // A plan need not be given the hosts at all, so that is no news here.
      const warnings = misplaced.map((host) => ({ ...host, isGiven: true }));
      this.warnings.push(...warnings.map((it) => untoldProblem(hostsOrigin, source.file, it)));
    }
    this.#tell(source, all);
    return targets;
  }

  /** The original's manifest, with the targets of ours where it names them. */
  async forge(source: SourceText, document: Document): Promise<readonly Target[]> {
    const { value, findings } = check(forgeLanesSchema, document);
    const more = value === undefined ? [] : await this.#patterns(forgeFindings(value));
    this.#tell(source, [...findings, ...more]);
    const own = await this.first(ownPaths);
    const declared = own === undefined ? [] : await this.own(own, this.parse(own));
    if (value === undefined) return [];
    return forgeTargets(value, declared, localHostSpec(this.#options.localWorkDir));
  }

  /** Without those about marks of other languages of patterns that some name does hold. */
  async #patterns(findings: readonly PatternFinding[]): Promise<readonly Finding[]> {
    if (this.#options.patterns === 'unchecked') return [];
    if (findings.every(({ unless }) => unless === undefined)) return findings;
    const paths = await this.#options.workTreePaths();
    return findings.filter(
      ({ unless }) => unless === undefined || !paths.some((path) => path.includes(unless)),
    );
  }

  #tell(source: SourceText, findings: Parameters<typeof placed>[1]): void {
    if (findings.length === 0) return;
    const { what, file } = source;
    this.invalid.push({ what, file, problems: placed(source, findings) });
  }
}
