import type { LoadedManifest } from '../manifest/load.ts';
import type { HostSpec, Manifest } from '../model/target.ts';
import { usage } from './options.ts';

/** The hosts that lanes name. */
export function hostsOfLanes({ targets }: Manifest): readonly HostSpec[] {
  const specs = targets.flatMap(({ lanes }) => lanes.map(({ runner }) => runner.host));
  return [...new Map(specs.map((spec) => [spec.name, spec])).values()];
}

/** Those, and hosts that no lane names yet. */
export function hostsOf(manifest: LoadedManifest): readonly HostSpec[] {
  const all = [...manifest.hosts, ...hostsOfLanes(manifest)];
  return [...new Map(all.map((spec) => [spec.name, spec])).values()];
}

/**
 * All of them, or those asked for.
 * @param none what is said of one that is not among them, in front of its name
 */
export function chosenHosts(
  known: readonly HostSpec[],
  names: readonly string[] | undefined,
  none: string,
): readonly HostSpec[] {
  const hosts = new Map(known.map((spec) => [spec.name, spec]));
  return (names ?? [...hosts.keys()]).map((name) => {
    const spec = hosts.get(name);
    if (spec !== undefined) return spec;
    throw usage(`${none} \`${name}\`; there are ${[...hosts.keys()].join(', ')}`);
  });
}
