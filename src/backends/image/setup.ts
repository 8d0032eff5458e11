import type { BackendSetup } from '../../guest/backend.ts';
import { isKitThere } from './probe.ts';
import { readyKit } from './kit.ts';

/** Packages of Debian and Ubuntu, by the programs that guests of images need of them. */
export function setupImageHost(processor: string): BackendSetup {
  return {
    packages: {
      ...qemuPackage(processor),
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
        name: 'guest kit',
        isThere: isKitThere,
        make: async (host, signal) => {
          await readyKit(host, signal);
        },
      },
    ],
  };
}

/** Of a processor that no kit is known for there is none; making the kit says so. */
function qemuPackage(processor: string): Record<string, string> {
  switch (processor) {
    case 'x86_64':
      return { 'qemu-system-x86_64': 'qemu-system-x86' };
    case 'aarch64':
      return { 'qemu-system-aarch64': 'qemu-system-arm' };
    default:
      return {};
  }
}
