import { changedGuest } from '../stages.ts';
import type { FaultKit } from './fault-kit.ts';

const asRoot = 'run_as_root = true';

/** Lanes in VMs that a runner package starts. */
export const microvm: FaultKit = {
  name: 'microvm',
  manifest: { runner: 'remote_linux_vm', hostBackend: 'microvm' },
  contained: false,
  holdsNameless: true,
  stagedOutputs: true,
  keptGuestRuns: true,
  guestProcess: '^qemu-system',
  fileServer: '^/usr/libexec/virtiofsd',
  machine: {
    bootsAs: /qemu-system.* -kernel /,
    asRoot,
    panicsInBoot: (host) => changedGuest(host, 'init', '/^hostname/i echo c >/proc/sysrq-trigger'),
    hangsInBoot: (host) => changedGuest(host, 'init', '/^hostname/i while :; do sleep 1; done'),
    clockIsOff: (host) =>
      changedGuest(host, 'microvm-run', 's/-serial stdio/-rtc base=2001-01-01 &/'),
  },
  forge: (writeResult) => ({
    by: 'lane',
    lane: {
      command: `echo here it runs; cd /run/pikaci/channel; ${writeResult}; sync; poweroff -f; sleep 100`,
      keys: asRoot,
    },
  }),
  cancelled: { lanesOfWholeSuite: 40, lanes: 4, atOnce: 2, withinMs: 9000 },
};
