import { parseAddress, type HostAddress, type UnknownAddress } from '../model/address.ts';
import { settingsFor, type BackendSettings, type GuestSize } from '../model/backend.ts';
import { permissions, usualDiskGib, usualWorkDir, type HostSpec } from '../model/target.ts';
import type { HostsOrigin } from '../model/failure.ts';
import type { Finding } from './finding.ts';
import type { HostText } from './manifest-schema.ts';
import { untoldFailure, type UntoldHost } from './untold-hosts.ts';

export interface HostsSource {
  /** By the manifest. */
  declared: ReadonlyMap<string, HostText>;
  /** From outside: input `hosts`, flag --hosts. */
  given: ReadonlyMap<string, HostText>;
  /** In a workflow an SSH host is what is given, and nothing else: who writes the manifest may be a stranger. */
  origin: HostsOrigin;
  /** How to call the manifest. */
  manifest: string;
  localWorkDir: string;
  backends: readonly BackendSettings[];
}

export interface ResolvedHosts {
  hosts: ReadonlyMap<string, HostSpec>;
  /** Of the manifest, with the paths of its keys. */
  findings: readonly Finding[];
  /** What will keep lanes from hosts, where a lane is to reach one. */
  untold: readonly UntoldHost[];
}

/** Hosts by name; `local` is always there. */
export function resolveHosts(source: HostsSource): ResolvedHosts {
  const { declared, given } = source;
  const names = [...new Set(['local', ...declared.keys(), ...given.keys()])];
  const told = new Map(names.map((name) => [name, settingsOf(source, name)]));
  const untold = [...told.values()].flatMap((it) => (it.kind === 'untold' ? [it.host] : []));
  const specs = [...told].map(([name, settings]): [string, HostSpec] => [
    name,
    settings.kind === 'told'
      ? hostSpec(name, settings.address, settings.text, source)
      : hostSpec(name, unknownAddress(source, settings.host), {}, source),
  ]);
  return { hosts: new Map(specs), findings: [...findingsOf(declared)], untold };
}

function unknownAddress({ origin, manifest }: HostsSource, host: UntoldHost): UnknownAddress {
  return { kind: 'unknown', why: untoldFailure(origin, manifest, host) };
}

/** What is wrong with an address, wherever it is written. */
export function* addressFindings(
  hosts: ReadonlyMap<string, HostText>,
  prefix: readonly string[],
): Generator<Finding> {
  for (const [name, { address }] of hosts) {
    if (address === undefined || parseAddress(address) !== undefined) continue;
    // What is no address may hold a password, so it is not repeated.
    const problem =
      'must be "local" or "ssh://user@name:port" (or a list of those), without a password or a path';
    yield { path: [...prefix, name, 'address'], at: 'value', problem };
  }
}

function* findingsOf(declared: ReadonlyMap<string, HostText>): Generator<Finding> {
  yield* addressFindings(declared, ['hosts']);
  const address = declared.get('local')?.address;
  if (address === undefined || address === 'local') return;
  const problem = '`local` is the machine that pikaci runs on; give the host another name';
  yield { path: ['hosts', 'local', 'address'], at: 'value', problem };
}

type Settings =
  { kind: 'told'; address: HostAddress; text: HostText } | { kind: 'untold'; host: UntoldHost };

function settingsOf({ declared, given, origin, backends }: HostsSource, name: string): Settings {
  const base = declared.get(name) ?? {};
  const over = given.get(name) ?? {};
  const merged: HostText = { ...base, ...over, ...mergedSettings(backends, base, over) };
  const here = name === 'local' ? 'local' : undefined;
  const mayMerge = origin === 'terminal' || !given.has(name);
  const text = mayMerge ? merged : over;
  const address = text.address ?? here;
  const parsed = address === undefined ? undefined : parseAddress(address);
  const keys = Object.keys(base);
  const untold: UntoldHost = { name, keys, isGiven: given.has(name), text: merged };
  if (parsed === undefined) return { kind: 'untold', host: untold };
  if (origin === 'workflow' && parsed.kind === 'ssh' && (keys.length > 0 || !given.has(name))) {
    return { kind: 'untold', host: untold };
  }
  return { kind: 'told', address: parsed, text };
}

/** Of each backend, key by key. */
function mergedSettings(
  backends: readonly BackendSettings[],
  base: HostText,
  over: HostText,
): Record<string, unknown> {
  const named = backends.filter(({ name }) => base[name] !== undefined || over[name] !== undefined);
  const merged = named.map(({ name }) => [
    name,
    { ...(base[name] as object | undefined), ...(over[name] as object | undefined) },
  ]);
  return Object.fromEntries(merged) as Record<string, unknown>;
}

function hostSpec(
  name: string,
  address: HostSpec['address'],
  text: HostText,
  { origin, localWorkDir, backends }: Pick<HostsSource, 'origin' | 'localWorkDir' | 'backends'>,
): HostSpec {
  const isLocal = address.kind === 'local';
  const named = backends.filter((backend) => text[backend.name] !== undefined);
  const settings = Object.fromEntries(named.map((backend) => [backend.name, text[backend.name]]));
  // What is said of some counts for all: another way to make guests is not to be a way to more.
  const size = usualSize(named.length > 0 ? named : backends, settings);
  // What a stranger's lane may ask of a team's machine is what every lane gets, unless it says more.
  const isGuarded = origin === 'workflow' && !isLocal;
  return {
    name,
    os: text.kind ?? (isLocal && process.platform === 'darwin' ? 'mac' : 'linux'),
    address,
    workDir: text.work_dir ?? (isLocal ? localWorkDir : usualWorkDir),
    backend: text.backend ?? 'auto',
    maxGuests: text.max_guests,
    maxVcpu: text.max_vcpu ?? (isGuarded ? size.vcpu : undefined),
    maxMemMib: text.max_mem_mib ?? (isGuarded ? size.memMib : undefined),
    maxDiskGib: text.max_disk_gib ?? (isGuarded ? usualDiskGib : undefined),
    allow: text.allow ?? (isGuarded ? [] : permissions),
    settings,
  };
}

/** The most that any backend which can run there gives a guest that asks for nothing. */
function usualSize(
  backends: readonly BackendSettings[],
  settings: HostSpec['settings'],
): GuestSize {
  const sizes = backends.flatMap((backend) => {
    const said = settingsFor(backend, { settings });
    return said.kind === 'said' ? (backend.size?.(said.settings) ?? []) : [];
  });
  return {
    vcpu: Math.max(1, ...sizes.map(({ vcpu }) => vcpu)),
    memMib: Math.max(1, ...sizes.map(({ memMib }) => memMib)),
  };
}

/** This machine. */
export function localHostSpec(localWorkDir: string): HostSpec {
  return hostSpec(
    'local',
    { kind: 'local' },
    {},
    { origin: 'terminal', localWorkDir, backends: [] },
  );
}

/** A host that nobody has written settings for yet. */
export function newHostSpec(
  name: string,
  address: HostAddress,
  workDir: string | undefined,
  localWorkDir: string,
): HostSpec {
  const text = workDir === undefined ? {} : { work_dir: workDir };
  return hostSpec(name, address, text, { origin: 'terminal', localWorkDir, backends: [] });
}
