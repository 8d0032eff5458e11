import { expect, it } from 'vitest';
import { withoutForkNetwork } from '../../src/core/fork-network.ts';
import type { Lane, Network } from '../../src/model/target.ts';
import { lane, local } from '../support/samples.ts';

function laneWith(network: Network, allow: Lane['runner']['host']['allow'] = []): Lane {
  const host = { ...local, name: 'builder', allow };
  return lane({ id: 'l', runner: { kind: 'remote_linux_vm', host, staged: undefined, network } });
}
const networkOf = ({ runner }: Lane): Network | undefined =>
  runner.kind === 'remote_linux_vm' ? runner.network : undefined;

it.each<[string, Lane, string | undefined, Network]>([
  ['a fork’s lane loses its network', laneWith('outbound'), 'the fork a/b', 'none'],
  ['unless its host allows it', laneWith('outbound', ['fork_network']), 'the fork a/b', 'outbound'],
  ['one’s own code keeps it', laneWith('outbound'), undefined, 'outbound'],
  ['what has none has none', laneWith('none'), 'the fork a/b', 'none'],
])('%s', (_name, given, from, network) => {
  const { lanes, notes } = withoutForkNetwork([given], from);
  expect(lanes.map(networkOf)).toEqual([network]);
  expect(notes.has('l')).toBe(networkOf(given) !== network);
});
