import { palette, type Palette } from '../report/status-text.ts';

/** Colours where a person looks at a terminal and did not decline them: https://no-color.org */
export function stdoutPalette(): Palette {
  return palette(process.stdout.isTTY && process.env['NO_COLOR'] === undefined);
}
