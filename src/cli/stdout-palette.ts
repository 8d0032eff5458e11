import { palette, type Palette } from '../report/status-text.ts';

/** Colours where a person looks at a terminal and did not decline them: https://no-color.org */
export function stdoutPalette(): Palette {
  return palette(stdoutIsCapable() && process.env['NO_COLOR'] === undefined);
}

/** A terminal that knows more than to print characters one after the other. */
export function stdoutIsCapable(): boolean {
  return process.stdout.isTTY && process.env['TERM'] !== 'dumb';
}
