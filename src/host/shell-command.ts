import { quote, quoteAll } from '../model/shell-quote.ts';
import type { HostCommand } from './host.ts';

/**
 * One line for whatever login shell the user has there (fish and csh read it alike), which starts
 * `sh` with the script as a single quoted word.
 */
export function shellCommand({ script, args = [] }: HostCommand): string {
  return `exec sh -c ${quote(script)} ${quoteAll(['sh', ...args])}`;
}
