import type { Check, CheckState } from '../model/check.ts';
import type { Palette } from './status-text.ts';

/** What a word of the state's is coloured like. */
const colours: Readonly<Record<CheckState, string>> = {
  ok: 'passed',
  warning: 'warning',
  failed: 'failed',
};

/** Less than this is left for texts: they get lines of their own. */
const narrowest = 32;

/**
 * Checks as a table, the remedy below what it is for.
 * @param width of the terminal, where there is one
 */
export function checkLines(checks: readonly Check[], paint: Palette, width = Infinity): string[] {
  const names = Math.max(0, ...checks.map(({ name }) => name.length));
  const left = 2 + 'warning'.length + 2 + names + 2;
  const isNarrow = width - left < narrowest;
  const indent = isNarrow ? 4 : left;
  return checks.flatMap(({ name, state, seen, remedy }) => {
    const head = `  ${paint.as(colours[state], state.padEnd('warning'.length))}  `;
    const [first = '', ...more] = wrapped(seen, width - indent);
    const under = (lines: readonly string[]): string[] =>
      lines.map((line) => `${' '.repeat(indent)}${line}`);
    const fix = remedy === undefined ? [] : wrapped(`→ ${remedy}`, width - indent);
    return isNarrow
      ? [`${head}${name}`, ...under([first, ...more, ...fix])]
      : [`${head}${name.padEnd(names + 2)}${first}`, ...under([...more, ...fix])];
  });
}

/** Between words; one that is longer than a line stays whole, so that it can be copied. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
