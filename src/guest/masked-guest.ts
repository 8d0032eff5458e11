import type { Variables } from '../model/lane-given.ts';
import type { Guest } from './guest.ts';
import { LogMask } from './log-mask.ts';
import { secretForms } from './secret-forms.ts';

/**
 * A guest that tells none of the secrets that it was given: not in its log, nor in what else it wrote
 * for us. What the log's bytes are counted by has counted them before. Artifacts are what they are.
 */
export function maskedGuest(guest: Guest, secrets: Variables): Guest {
  const words = Object.values(secrets).flatMap((value) => secretForms(value));
  if (words.length === 0) return guest;
  return {
    ...guest,
    run: async (options) => {
      const mask = new LogMask(words);
      const handOn = (bytes: Buffer): void | Promise<void> =>
        bytes.length === 0 ? undefined : options.onOutput(bytes);
      try {
        await guest.run({ ...options, onOutput: (chunk) => handOn(mask.push(chunk)) });
      } finally {
        // However it ended: what was held back is the guest's last word.
        await handOn(mask.end());
      }
    },
    collect: async (signal) => {
      const collected = await guest.collect(signal);
      const { resultText, console } = collected;
      return { ...collected, resultText: masked(resultText), console: masked(console) };
    },
  };

  function masked(text: string): string {
    const mask = new LogMask(words);
    return Buffer.concat([mask.push(Buffer.from(text)), mask.end()]).toString();
  }
}
