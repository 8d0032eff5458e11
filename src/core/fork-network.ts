import type { Lane } from '../model/target.ts';

/**
 * Takes the network from lanes whose code is not the repository's own, unless their host allows it in so
 * many words, be it this machine itself: strangers would reach what only its network protects.
 * @param from whose code it is, in words; nothing for the repository's own
 */
export function withoutForkNetwork(
  lanes: readonly Lane[],
  from: string | undefined,
): { lanes: Lane[]; notes: ReadonlyMap<string, string> } {
  const notes = new Map<string, string>();
  if (from === undefined) return { lanes: [...lanes], notes };
  const closed = lanes.map((lane): Lane => {
    const { runner } = lane;
    if (runner.kind !== 'remote_linux_vm' || runner.network !== 'outbound') return lane;
    if (runner.host.allow.includes('fork_network')) return lane;
    notes.set(
      lane.id,
      `runs without its network, because the code comes from ${from}, and host \`${runner.host.name}\` does not allow that (allow = ["fork_network"])`,
    );
    return { ...lane, runner: { ...runner, network: 'none' } };
  });
  return { lanes: closed, notes };
}
