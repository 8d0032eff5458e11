export interface CargoText {
  package: string;
  test?: string | undefined;
  filter?: string | undefined;
  lib?: boolean | undefined;
}

/** The original's cargo command kinds: one exact test, tests by filter, unit tests, all tests. */
export function cargoCommand(cargo: CargoText): [string, ...string[]] {
  const base: [string, ...string[]] = ['cargo', 'test', '--locked', '-p', cargo.package];
  if (cargo.test !== undefined)
    return [...base, '--lib', cargo.test, '--', '--exact', '--nocapture'];
  if (cargo.filter !== undefined) return [...base, cargo.filter, '--', '--nocapture'];
  if (cargo.lib === true) return [...base, '--lib', '--', '--nocapture'];
  return [...base, '--', '--nocapture'];
}
