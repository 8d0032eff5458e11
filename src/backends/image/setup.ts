import type { BackendSetup } from '../../guest/backend.ts';
import { isKitThere } from './probe.ts';
import { readyKit } from './kit.ts';

/** Packages of Debian and Ubuntu, by the programs that guests of images need of them. */
export function setupImageHost(processor: string): BackendSetup {
  return {
    packages: {
      [`qemu-system-${processor}`]: qemuPackage(processor),
      skopeo: 'skopeo',
      'mkfs.erofs': 'erofs-utils',
      'mkfs.ext4': 'e2fsprogs',
      passt: 'passt',
      zstd: 'zstd',
      xz: 'xz-utils',
      flock: 'util-linux',
      setpriv: 'util-linux',
      sha256sum: 'coreutils',
      timeout: 'coreutils',
      truncate: 'coreutils',
      tar: 'tar',
      ldd: 'libc-bin',
      'dpkg-deb': 'dpkg',
    },
    parts: [
      {
        name: 'guest kit (a kernel and a root for guests, below the work folder)',
        isThere: isKitThere,
        make: async (host, signal) => {
          await readyKit(host, signal);
        },
      },
    ],
  };
}

/** Debian has QEMU by families of processors. */
function qemuPackage(processor: string): string {
  switch (processor) {
    case 'x86_64':
      return 'qemu-system-x86';
    case 'aarch64':
      return 'qemu-system-arm';
    default:
      return 'qemu-system-misc';
  }
}
