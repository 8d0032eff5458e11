import type { Check } from '../model/check.ts';

/** What a VM's processor ran on, as whatever boots it says. */
export type Accelerator = { kind: 'kvm' } | { kind: 'tcg'; because: TcgReason };

/** Why a guest was emulated: there is no KVM, this user may not open it, it runs nothing, it gave up. */
const tcgReasons = ['absent', 'denied', 'broken', 'ended'] as const;
type TcgReason = (typeof tcgReasons)[number] | 'unknown';

/** Reads the one line of the file `accelerator`: `kvm`, or `tcg` and why. Nothing for other words. */
export function readAccelerator(line: string): Accelerator | undefined {
  const [kind, why] = line.trim().split(' ');
  if (kind === 'kvm') return { kind };
  if (kind !== 'tcg') return undefined;
  return { kind, because: tcgReasons.find((reason) => reason === why) ?? 'unknown' };
}

/** What keeps guests from KVM, and what to do about it. */
const tcgWords: Readonly<Record<TcgReason, readonly [string, string]>> = {
  absent: [
    'there is no /dev/kvm',
    'where the processor can virtualise, switch that on in its firmware or, for a VM, nested virtualisation in the machine around it',
  ],
  denied: [
    'its user may not open /dev/kvm',
    'add it to the group of that device (often: sudo usermod -aG kvm USER), and log in anew',
  ],
  broken: [
    '/dev/kvm is there, but runs nothing',
    'look whether virtualisation is on in its firmware, or nested virtualisation in the machine around it',
  ],
  ended: ['with KVM the VMM ended before the guest was heard', 'its console shows why'],
  unknown: ['it is not known why', 'look whether /dev/kvm can be opened there'],
};

/**
 * What people should know of a host whose guests are emulated and need not be.
 * @returns nothing where there is nothing that they could do
 */
export function acceleratorAdvice(host: string, accelerator: Accelerator): string | undefined {
  if (accelerator.kind === 'kvm') return undefined;
  const { because } = accelerator;
  if (because === 'absent' || because === 'unknown') return undefined;
  const [why, remedy] = tcgWords[because];
  return `guests on ${host} are emulated, which is many times slower: ${why}; ${remedy}`;
}

export function acceleratorCheck(accelerator: Accelerator): Check {
  const name = 'KVM';
  if (accelerator.kind === 'kvm') return { name, state: 'ok', seen: 'guests run on it' };
  const [why, remedy] = tcgWords[accelerator.because];
  const seen = `guests are emulated, which is many times slower: ${why}`;
  return { name, state: 'warning', seen, remedy: `${capitalised(remedy)}.` };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
