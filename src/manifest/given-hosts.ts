import { check } from './check.ts';
import type { BackendSettings } from '../model/backend.ts';
import type { InvalidSource } from '../model/failure.ts';
import { asWritten } from './check.ts';
import type { Finding } from './finding.ts';
import { addressFindings } from './resolve-host.ts';
import { schemasWith, type HostText } from './manifest-schema.ts';
import { isJson, normalised, parseJson, parseToml, placed } from './source-text.ts';

/** Host settings from outside (input `hosts`, flag --hosts), as TOML or JSON, by host name. */
export interface GivenHosts {
  /** How the user calls where they come from. */
  origin: string;
  text: string;
}

export interface ReadHosts {
  hosts: ReadonlyMap<string, HostText>;
  invalid: InvalidSource | undefined;
}

export function readGivenHosts(
  given: GivenHosts | undefined,
  backends: readonly BackendSettings[],
): ReadHosts {
  if (given === undefined) return { hosts: new Map(), invalid: undefined };
  const text = normalised(given.text);
  const source = { what: 'host settings', file: given.origin } as const;
  const parsed = isJson(text) ? parseJson(text) : parseToml(text);
  if (parsed.kind === 'unreadable') {
    return { hosts: new Map(), invalid: { ...source, problems: [parsed.problem] } };
  }
  const wrapped = [...wrappedHosts(parsed.document, backends)];
  if (wrapped.length > 0) {
    return {
      hosts: new Map(),
      invalid: { ...source, problems: placed({ ...source, text }, wrapped) },
    };
  }
  const { value = {}, findings, standIns } = check(schemasWith(backends).hosts, parsed.document);
  const hosts = new Map(Object.entries(value));
  const wrong = [...addressFindings(hosts, [])].map((it) => asWritten(it, standIns));
  const all = [...findings, ...wrong];
  if (all.length === 0) return { hosts, invalid: undefined };
  return { hosts, invalid: { ...source, problems: placed({ ...source, text }, all) } };
}

/** `[hosts.builder]`, as a manifest has it, in the place of `[builder]`. */
function* wrappedHosts(
  { hosts }: Readonly<Record<string, unknown>>,
  backends: readonly BackendSettings[],
): Generator<Finding> {
  if (typeof hosts !== 'object' || hosts === null) return;
  const own = ['address', 'allow', ...backends.map(({ name }) => name)];
  for (const [name, settings] of Object.entries(hosts)) {
    // A host called `hosts` has keys of one, and what is a table in it says so.
    if (typeof settings !== 'object' || own.includes(name)) continue;
    const problem = `write [${name}]: hosts stand here by their names alone`;
    yield { path: ['hosts', name], at: 'key', problem };
  }
}
