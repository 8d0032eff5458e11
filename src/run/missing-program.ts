import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Verdict } from '../model/event.ts';

/** By which every shell says that there is no such program. */
const notFound = 127;
const tailBytes = 4096;

/** How shells, and what starts programs for them, say that there is no such program. */
const sayings = [
  /^(?:\S+: )?(?:line \d+: |\d+: )?(?:exec: )?([\w./+@-]+): (?:command )?not found$/,
  /^\S*zsh(?::\d+)?: command not found: ([\w./+@-]+)$/,
  /^fish: Unknown command: ([\w./+@-]+)$/,
  /^\S*env: [‘'"]?([\w./+@-]+)[’'"]?: No such file or directory$/,
  /^timeout: failed to run command [‘'"]?([\w./+@-]+)[’'"]?: No such file or directory$/,
];

/** The program that the last lines of a log miss, where that is what they say. */
export function missingProgram(lines: readonly string[]): string | undefined {
  return lines
    .toReversed()
    .flatMap((line) => sayings.map((saying) => saying.exec(line.trim().slice(0, 500))?.[1]))
    .find((program) => program !== undefined);
}

/** The verdict with the program that the lane's log says its guest does not have. */
export function withMissingProgram(verdict: Verdict, guestLog: string): Verdict {
  if (verdict.kind === 'passed') return verdict;
  const { failure } = verdict;
  if (failure.cause !== 'command_failed' || failure.exitCode !== notFound) return verdict;
  // Blank lines, and what the agent says of the end, come last.
  const missing = missingProgram(tailOf(guestLog).split(/[\r\n]+/));
  return missing === undefined ? verdict : { kind: 'failed', failure: { ...failure, missing } };
}

function tailOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const start = Math.max(0, fstatSync(file).size - tailBytes);
    const bytes = Buffer.alloc(tailBytes);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, tailBytes, start));
  } finally {
    closeSync(file);
  }
}
