import type { Check } from '../model/check.ts';
import type { Facts } from './facts.ts';
import { shellProgram } from './shell-functions.ts';

/** How scripts tell which programs there are, and of which version; see tool-facts.sh. */
export function toolFunctions(): string {
  return shellProgram(new URL('./tool-facts.sh', import.meta.url));
}

export interface WantedTool {
  name: string;
  /** The lowest version that will do, as `1.7`. */
  least?: string;
}

/** What is said of each program that {@link toolFunctions} looked for. */
export function toolChecks(
  facts: Facts,
  wanted: readonly WantedTool[],
  remedy: string,
): readonly Check[] {
  const said = new Map(
    facts.all('tool').map((fact): [string, string] => {
      const [name = '', ...words] = fact.split(' ');
      return [name, words.join(' ')];
    }),
  );
  return wanted.map(({ name, least }) => toolCheck(name, said.get(name), least, remedy));
}

function toolCheck(
  name: string,
  said: string | undefined,
  least: string | undefined,
  remedy: string,
): Check {
  if (said === undefined) return { name, state: 'failed', seen: 'is not there', remedy };
  const version = versionIn(said);
  if (version === undefined) {
    const seen = said === '' ? 'says no version' : `says no version: ${said}`;
    return { name, state: 'warning', seen, remedy: 'Look whether it is the program it should be.' };
  }
  if (least !== undefined && isOlder(version, least)) {
    const seen = `${version}; at least ${least} is needed`;
    const newer = 'Have a newer release of the host’s distribution, or of that program.';
    return { name, state: 'failed', seen, remedy: newer };
  }
  return { name, state: 'ok', seen: version };
}

/** `10.0.8` of `QEMU emulator version 10.0.8 (Debian 1:10.0.8+ds-0)`. */
export function versionIn(said: string): string | undefined {
  return /\d+\.\d[^\s,()]*/.exec(said)?.[0];
}

/** By the numbers between dots; what stands behind them counts for nothing. */
export function isOlder(version: string, least: string): boolean {
  const [ours, theirs] = [version, least].map((it) => it.split('.').map((n) => parseInt(n, 10)));
  for (const [at, wanted] of (theirs ?? []).entries()) {
    const is = ours?.[at] ?? 0;
    if (is !== wanted) return is < wanted;
  }
  return false;
}
