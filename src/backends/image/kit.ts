import { createHash } from 'node:crypto';
import { shellProgram } from '../../host/shell-functions.ts';
import type { Host } from '../../host/host.ts';
import { answerOf, hostProgram } from './scripts.ts';

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

/** Has a kit made, or found, on a host; its path is below the work folder. */
export async function readyKit(host: Host, signal: AbortSignal): Promise<string> {
  const command = {
    script: makeKitScript(),
    args: [host.spec.workDir, kitRecipe(), ...Object.entries(kitFiles()).flat()],
    purpose: 'make the guest kit',
  };
  return answerOf(host, command, await host.call(command, { signal })).trim();
}

/** The program `boot` of guests; see image-boot.sh. */
export function bootScript(): string {
  return shellProgram(new URL('./image-boot.sh', import.meta.url), acceleratorFunctions());
}

/** Functions only; see choose-accelerator.sh. */
export function acceleratorFunctions(): string {
  return shellProgram(new URL('./choose-accelerator.sh', import.meta.url));
}
