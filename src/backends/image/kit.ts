import { createHash } from 'node:crypto';
import { shellProgram } from '../../host/shell-functions.ts';
import { hostProgram } from './scripts.ts';

/** Our own files in the root of a kit, by path. */
export function kitFiles(): Readonly<Record<string, string>> {
  return {
    init: shellProgram(new URL('./kit-init.sh', import.meta.url)),
    'bin/enter-image': shellProgram(new URL('./enter-image.sh', import.meta.url)),
    'bin/dhcp-lease': shellProgram(new URL('./kit-dhcp-lease.sh', import.meta.url)),
  };
}

/** Makes a kit on a host, or finds it there; see make-kit.sh. */
export function makeKitScript(): string {
  return hostProgram(new URL('./make-kit.sh', import.meta.url));
}

/** Names what a kit is made of, as far as that is ours; see make-kit.sh. */
export function kitRecipe(): string {
  const parts = [makeKitScript(), ...Object.entries(kitFiles()).flat()];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
