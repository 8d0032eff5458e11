import { quote, quoteAll } from '../../model/shell-quote.ts';
import type { HostCommand } from '../host.ts';

/** Linux takes 128 KB in one word (MAX_ARG_STRLEN). */
const longestWord = 100_000;

/**
 * A text for `sh` that runs a script in a process of its own, or in place of that `sh`: then the
 * script leads the channel's process group.
 */
export function programOf({ script, args = [] }: HostCommand, start: 'sh' | 'exec sh'): string {
  const isLong = [script, ...args].some((word) => Buffer.byteLength(word) > longestWord);
  // What is no program's argument has no limit.
  return isLong
    ? `(\nset -- ${quoteAll(args)}\n${script}\n)`
    : `${start} -c ${quote(script)} ${quoteAll(['sh', ...args])}`;
}
