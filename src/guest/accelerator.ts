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

/**
 * What people should know of a host whose guests are emulated and need not be.
 * @returns nothing where there is nothing that they could do
 */
export function acceleratorAdvice(host: string, accelerator: Accelerator): string | undefined {
  if (accelerator.kind === 'kvm') return undefined;
  const slow = `guests on ${host} are emulated, which is many times slower`;
  switch (accelerator.because) {
    case 'denied':
      return `${slow}: its user may not open /dev/kvm; add it to the group of that device (often: sudo usermod -aG kvm USER), and log in anew`;
    case 'broken':
      return `${slow}: /dev/kvm is there, but runs nothing; look whether virtualisation is on in its firmware, or nested virtualisation in the machine around it`;
    case 'ended':
      return `${slow}: with KVM the VMM ended before the guest was heard; its console shows why`;
    case 'absent':
    case 'unknown':
      return undefined;
  }
}
