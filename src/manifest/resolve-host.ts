import { parseAddress, type HostAddress } from '../model/address.ts';
import type { HostSpec } from '../model/target.ts';
import type { HostText } from './schema.ts';

export type ResolvedHost = { spec: HostSpec } | { problem: string };

/**
 * Hosts by name, overrides over the manifest's own settings; `local` is always there. A broken
 * address is a problem of its host alone and is told where a lane asks for that host.
 */
export function resolveHosts(
  declared: Readonly<Record<string, HostText>>,
  overrides: Readonly<Record<string, HostText>>,
  localWorkDir: string,
): Map<string, ResolvedHost> {
  const hosts = new Map<string, ResolvedHost>();
  const all: Readonly<Record<string, HostText>> = { local: { address: 'local' }, ...declared };
  for (const name of new Set([...Object.keys(all), ...Object.keys(overrides)])) {
    const base: HostText = all[name] ?? {};
    const override = overrides[name] ?? {};
    const microvm = { ...base.microvm, ...override.microvm };
    hosts.set(name, resolveHost(name, { ...base, ...override, microvm }, localWorkDir));
  }
  return hosts;
}

function resolveHost(name: string, text: HostText, localWorkDir: string): ResolvedHost {
  if (text.address === undefined) {
    return {
      problem: `host \`${name}\` has no address; set hosts.${name}.address, or give it from outside (input \`hosts\`, --hosts)`,
    };
  }
  const address = parseAddress(text.address);
  if (address === undefined) {
    return {
      // What is no address may hold a password, so it is not repeated.
      problem: `hosts.${name}.address must be "local" or "ssh://user@name:port" (or a list of those), without a password or a path`,
    };
  }
  return { spec: hostSpec(name, address, text, localWorkDir) };
}

function hostSpec(
  name: string,
  address: HostAddress,
  text: HostText,
  localWorkDir: string,
): HostSpec {
  const isLocal = address.kind === 'local';
  const { guest, vcpu = 2, mem_mib: memMib = 2048, nix = 'nix' } = text.microvm ?? {};
  const bootTimeoutSecs = text.microvm?.boot_timeout_secs ?? 180;
  return {
    name,
    os: text.kind ?? (isLocal && process.platform === 'darwin' ? 'mac' : 'linux'),
    address,
    workDir: text.work_dir ?? (isLocal ? localWorkDir : '/var/tmp/pikaci'),
    backend: text.backend ?? 'auto',
    maxGuests: text.max_guests,
    maxVcpu: text.max_vcpu,
    maxMemMib: text.max_mem_mib,
    maxDiskGib: text.max_disk_gib,
    allow: text.allow ?? [],
    microvm: guest === undefined ? undefined : { guest, vcpu, memMib, bootTimeoutSecs, nix },
  };
}

/** This machine. */
export function localHostSpec(workDir: string): HostSpec {
  return hostSpec('local', { kind: 'local' }, {}, workDir);
}
