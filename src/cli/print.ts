import { guardLine } from '../report/guard.ts';
import { harmless } from '../diagnostics/harmless.ts';

/**
 * A line as a person's terminal, or the workflow step that this program runs in, can take it: names of
 * files, texts of a manifest and output of guests come from wherever, and none of them is obeyed.
 */
export function shown(line: string): string {
  return guardLine(harmless(line));
}

export function printLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${shown(line)}\n`).join(''));
}

/** For programs, and yet it may be read where the lines above are. */
export function printJson(value: unknown, indent?: number): void {
  process.stdout.write(`${guardedJson(JSON.stringify(value, undefined, indent))}\n`);
}

/** The same value: neither stands anywhere in JSON but in strings, which may escape any character. */
function guardedJson(json: string): string {
  return json
    .replaceAll('##[', String.raw`#\u0023[`)
    .replace(/[\u007f-\u009f]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
}
