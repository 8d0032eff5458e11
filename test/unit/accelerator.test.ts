import { describe, expect, it } from 'vitest';
import { acceleratorAdvice, readAccelerator } from '../../src/guest/accelerator.ts';

describe('what a guest ran on', () => {
  it.each([
    ['kvm', { kind: 'kvm' }],
    ['kvm\n', { kind: 'kvm' }],
    ['tcg denied', { kind: 'tcg', because: 'denied' }],
    ['tcg', { kind: 'tcg', because: 'unknown' }],
    ['tcg since Tuesday', { kind: 'tcg', because: 'unknown' }],
    ['', undefined],
    ['hvf', undefined],
  ])('is read from `%s`', (line, accelerator) => {
    expect(readAccelerator(line)).toEqual(accelerator);
  });

  it('is worth a word where something can be done about it', () => {
    const advice = (line: string): string | undefined => {
      const accelerator = readAccelerator(line);
      return accelerator && acceleratorAdvice('builder', accelerator);
    };
    expect(advice('tcg denied')).toMatch(/guests on builder are emulated.*usermod -aG kvm/);
    expect(advice('tcg broken')).toContain('nested virtualisation');
    expect(advice('tcg absent')).toBeUndefined();
    expect(advice('kvm')).toBeUndefined();
  });
});
