import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import type { SceneOptions } from './scene.ts';

/** What a fault needs on the host before its scene opens, taken back afterwards. */
export interface Stage extends Disposable {
  options: SceneOptions;
}

/** A disk of so many megabytes that holds all that is ours on the host. */
export function smallDisk(host: EmbeddedHost, megabytes: number): Stage {
  const mounted = `size=${megabytes}m,mode=1777`;
  host.shell('sh', '-c', 'mkdir -p "$1" && mount -t tmpfs -o "$2" tmpfs "$1"', 'sh', disk, mounted);
  return {
    options: { workDir: `${disk}/pikaci` },
    [Symbol.dispose]: () => void host.shell('umount', disk),
  };
}

/** @param left megabytes that are left */
export function fillDisk(host: EmbeddedHost, left = 0): void {
  const script = `dd if=/dev/zero of=${disk}/room bs=1M count="$1" 2>/dev/null
dd if=/dev/zero of=${disk}/fill bs=64k 2>/dev/null || :
rm ${disk}/room`;
  host.shell('sh', '-c', script, 'sh', String(left));
}

const disk = '/srv/small';

/** A runner package like the host's own, with one file changed by sed. */
export function changedGuest(host: EmbeddedHost, file: string, edit: string): Stage {
  const script = 'cp -R /opt/pikaci/guest "$1" && sed -i "$2" "$1/$3" && chown -R ci "$1"';
  const folder = `/opt/pikaci/changed-${Date.now()}`;
  host.shell('sh', '-c', script, 'sh', folder, edit, file);
  return {
    options: { guest: `path:${folder}#runner` },
    [Symbol.dispose]: () => void host.shell('rm', '-rf', folder),
  };
}

/**
 * A `date` that is off by what stands in a file, found before the machine's own: nothing of ours reads
 * the clock in another way, and the clock itself is that of the machine under the tests.
 */
export function shiftableClock(host: EmbeddedHost, seconds: number): Stage {
  const program =
    '#!/bin/sh\nexec /bin/date -d "@$(($(/bin/date +%s) + $(cat /run/clock-shift)))" "$@"\n';
  host.shell('sh', '-c', 'printf %s "$1" >"$2" && chmod 755 "$2"', 'sh', program, date);
  shiftClock(host, seconds);
  return {
    options: {},
    [Symbol.dispose]: () => void host.shell('rm', date),
  };
}

export function shiftClock(host: EmbeddedHost, seconds: number): void {
  host.shell('sh', '-c', `echo ${seconds} >/run/clock-shift`);
}

const date = '/usr/local/bin/date';
