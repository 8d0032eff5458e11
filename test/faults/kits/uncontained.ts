import type { EmbeddedHost } from '../../embedded-host/embedded-host.ts';
import type { FaultKit } from './fault-kit.ts';
import { hostLocal } from './host-local.ts';

/** Lanes on a host that cannot contain them. */
export const uncontained: FaultKit = {
  ...hostLocal,
  name: 'host_local uncontained',
  arrange: withoutContainment,
  contained: false,
  holdsNameless: false,
  forge: (writeResult) => ({
    by: 'lane',
    lane: {
      command: `echo here it runs; cd "$XDG_STATE_HOME/../../channel"; ${writeResult}; pkill -KILL -f "^bash request/agent"; sleep 100`,
    },
  }),
  cancelled: { ...hostLocal.cancelled, lanes: 4 },
  // The ways in which such lanes end.
  covering: {
    moment: 'running',
    faults: [
      'SIGINT',
      'SIGKILL of our process',
      'the guest leaves daemons',
      'result.json has a wrong nonce',
    ],
  },
};

/** Keeps from the host's users what lanes on it are contained by. */
function withoutContainment(host: EmbeddedHost): Disposable {
  const allow = (mode: string): void =>
    void host.shell('chmod', mode, '/usr/bin/bwrap', '/usr/bin/unshare');
  allow('0700');
  return { [Symbol.dispose]: () => allow('0755') };
}
