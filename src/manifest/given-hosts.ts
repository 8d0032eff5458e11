import { check } from './check.ts';
import type { InvalidSource } from '../model/failure.ts';
import { asWritten } from './check.ts';
import { addressFindings } from './resolve-host.ts';
import { hostsSchema, type HostText } from './schema.ts';
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

export function readGivenHosts(given: GivenHosts | undefined): ReadHosts {
  if (given === undefined) return { hosts: new Map(), invalid: undefined };
  const text = normalised(given.text);
  const source = { what: 'host settings', file: given.origin } as const;
  const parsed = isJson(text) ? parseJson(text) : parseToml(text);
  if (parsed.kind === 'unreadable') {
    return { hosts: new Map(), invalid: { ...source, problems: [parsed.problem] } };
  }
  const { value = {}, findings, standIns } = check(hostsSchema, parsed.document);
  const hosts = new Map(Object.entries(value));
  const wrong = [...addressFindings(hosts, [])].map((it) => asWritten(it, standIns));
  const all = [...findings, ...wrong];
  if (all.length === 0) return { hosts, invalid: undefined };
  return { hosts, invalid: { ...source, problems: placed({ ...source, text }, all) } };
}
