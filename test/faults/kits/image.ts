import type { EmbeddedHost } from '../../embedded-host/embedded-host.ts';
import { kitRecipe } from '../../../src/backends/image/kit.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { layKeptKit, layKit } from '../../support/guest-kit.ts';
import { writeImage } from '../../support/oci-image.ts';
import { Registry } from '../../support/registry.ts';
import { busyboxImage, withBash } from '../../support/sample-images.ts';
import type { Stage } from '../stages.ts';
import type { Arrangement, FaultKit } from './fault-kit.ts';

const asRoot = 'run_as_root = true';

/** Lanes in VMs of an OCI image. */
export const image: FaultKit = {
  name: 'image',
  manifest: { runner: 'remote_linux_vm', hostBackend: 'microvm' },
  arrange: haveImage,
  contained: false,
  holdsNameless: true,
  stagedOutputs: false,
  keptGuestRuns: true,
  guestProcess: '^qemu-system',
  // A kit has 100 MB, most of it modules.
  smallDisk: { megabytes: 160, lay: layKeptKit },
  machine: {
    bootsAs: /qemu-system.* -kernel /,
    asRoot,
    panicsInBoot: (host) => changedInit(host, '/^hostname/i echo c >/proc/sysrq-trigger'),
    hangsInBoot: (host) => changedInit(host, '/^hostname/i while :; do sleep 1; done'),
    clockIsOff: (host) => changedVmm(host, '-rtc base=2001-01-01'),
  },
  forge: (writeResult) => ({
    by: 'lane',
    lane: {
      command: `echo here it runs; cd /tmp; ${writeResult}
for port in /sys/class/virtio-ports/*; do
  [ "$(cat "$port/name")" != result ] || [ ! -e result.json ] || cat result.json >"/dev/\${port##*/}"
done
poweroff -f; sleep 100`,
      keys: asRoot,
    },
  }),
  cancelled: { lanesOfWholeSuite: 50, lanes: 4, atOnce: 2, withinMs: 9000 },
  // What other kits do in another way.
  covering: {
    moment: 'running',
    faults: [
      'SIGKILL of the VMM',
      'the guest’s kernel panics',
      'the host’s disk is full',
      'result.json has a wrong nonce',
      'result.json has 10 MB',
    ],
  },
};

const published = new WeakMap<EmbeddedHost, Promise<string>>();

/** A registry with an image, and a kit: once for a host, which ends them with itself. */
async function haveImage(host: EmbeddedHost): Promise<Arrangement> {
  const known = published.get(host) ?? publish(host);
  published.set(host, known);
  return { laneKeys: `image = "${await known}"`, [Symbol.dispose]: () => undefined };
}

async function publish(host: EmbeddedHost): Promise<string> {
  await layKit(host);
  const registry = await Registry.start(host);
  using folder = temporaryFolder();
  await writeImage(folder.path, withBash(host, busyboxImage(host)));
  await registry.push(folder.path, 'ci/faults:v1');
  return registry.reference('ci/faults:v1');
}

/** Of archives behind one another in an initramfs, the later one counts. */
function changedInit(host: EmbeddedHost, edit: string): Stage {
  const script = `cd "$1" && cp --sparse=always initramfs initramfs.own && mkdir changed && cd changed
busybox cpio -id init <../initramfs 2>/dev/null && sed -i "$2" init && echo init | busybox cpio -o -H newc >>../initramfs`;
  const kit = `${host.instance.work_dir}/kits/${kitRecipe()}`;
  host.shell('sh', '-ec', script, 'sh', kit, edit);
  const restore = 'cd "$1" && mv initramfs.own initramfs && rm -r changed';
  return {
    options: {},
    [Symbol.dispose]: () => void host.shell('sh', '-ec', restore, 'sh', kit),
  };
}

/** A VMM that is found before the machine's own, and starts that one with more arguments. */
function changedVmm(host: EmbeddedHost, more: string): Stage {
  const program = `#!/bin/sh\nexec /usr/bin/qemu-system-x86_64 "$@" ${more}\n`;
  host.shell('sh', '-c', 'printf %s "$1" >"$2" && chmod 755 "$2"', 'sh', program, vmm);
  return { options: {}, [Symbol.dispose]: () => void host.shell('rm', vmm) };
}

const vmm = '/usr/local/bin/qemu-system-x86_64';
