import { parseArgs, type ParseArgsConfig } from 'node:util';
import { FailureError } from '../model/failure.ts';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** Flags that stand before or after any command. */
const commonOptions = {
  'state-root': { type: 'string' },
  manifest: { type: 'string' },
} as const satisfies OptionsConfig;

/** Flags of commands that talk to hosts. */
export const hostOptions = {
  hosts: { type: 'string' },
  'ssh-key': { type: 'string' },
  'ssh-known-hosts': { type: 'string' },
  'ssh-proxy-jump': { type: 'string' },
  'ssh-agent': { type: 'boolean' },
} as const satisfies OptionsConfig;

/**
 * Parses a command's words strictly.
 * @throws FailureError `usage`, with the parser's own words, which name the flag
 */
export function parseCommand<const T extends OptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...commonOptions, ...options },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const [problem = ''] = (error as Error).message.split('. ');
    throw usage(problem);
  }
}

export function usage(problem: string): FailureError {
  return new FailureError({ cause: 'usage', problem, hint: 'See `pikaci help`.' });
}

/** @param otherwise what the command takes, for the error */
export function onePositional(positionals: readonly string[], otherwise: string): string {
  const [only, ...rest] = positionals;
  if (only === undefined || rest.length > 0) throw usage(otherwise);
  return only;
}

/** A whole number from 0. */
export function count(
  flag: string,
  value: string | undefined,
  most = 999_999_999,
): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value);
  const range = most < 999_999_999 ? ` from 0 to ${most}` : '';
  throw usage(`--${flag} is \`${value}\`; it takes a whole number${range}`);
}

/** One of the words that a flag may have. */
export function oneOf<const T extends string>(
  flag: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const match = known.find((word) => word === value);
  if (match === undefined) throw usage(`--${flag} is \`${value}\`; it can be ${known.join(', ')}`);
  return match;
}
