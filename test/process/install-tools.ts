import { findProgram, installPackages } from '../setup/debian.ts';

/** Other tars than GNU's, BusyBox, and what contains lanes on the host itself. */
const packages = { bsdtar: 'libarchive-tools', busybox: 'busybox-static', bwrap: 'bubblewrap' };

/** Tests with a program that cannot be had are skipped. */
export default function setup(): void {
  const missing = Object.entries(packages).filter(([name]) => findProgram(name) === undefined);
  if (missing.length > 0) installPackages(...missing.map(([, name]) => name));
  const still = missing.filter(([name]) => findProgram(name) === undefined);
  if (still.length > 0) {
    console.warn(`some tests are skipped: no ${still.map(([name]) => name).join(', ')}`);
  }
}
