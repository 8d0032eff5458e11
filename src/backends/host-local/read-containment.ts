import type { Containment } from '../../model/containment.ts';

/** Reads the answer of `contain.sh probe`: the way that works, or `no` and why none does. */
export function readContainment(answer: string): Containment {
  const [way = '', ...reason] = answer.trim().split(' ');
  return way === 'bwrap' || way === 'unshare'
    ? { contained: true }
    : { contained: false, reason: reason.join(' ') };
}
