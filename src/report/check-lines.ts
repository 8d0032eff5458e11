import type { Check, CheckState } from '../model/check.ts';
import type { Palette } from './status-text.ts';

/** What a word of the state's is coloured like. */
const colours: Readonly<Record<CheckState, string>> = {
  ok: 'passed',
  warning: 'warning',
  failed: 'failed',
};

/** Less than this is left for texts: what does not fit gets lines of its own. */
const narrowest = 32;

/**
 * Checks as a table, the remedy below what it is for. Remedies stay whole, so that what is to be copied
 * can be, however narrow the terminal is.
 * @param width of the terminal, where there is one
 */
export function checkLines(checks: readonly Check[], paint: Palette, width = Infinity): string[] {
  const names = Math.max(0, ...checks.map(({ name }) => name.length));
  const left = 2 + longestState + 2 + names + 2;
  const isNarrow = width - left < narrowest;
  const indent = ' '.repeat(isNarrow ? 4 : left);
  return checks.flatMap(({ name, state, seen, remedy }) => {
    const head = `  ${paint.as(colours[state], state.padEnd(longestState))}  `;
    const fix = remedy === undefined ? [] : [`${indent}→ ${remedy}`];
    if (isNarrow && 2 + longestState + 2 + name.length + 2 + seen.length > width) {
      const lines = wrapped(seen, width - indent.length);
      return [`${head}${name}`, ...lines.map((line) => `${indent}${line}`), ...fix];
    }
    const [first = '', ...more] = isNarrow ? [seen] : wrapped(seen, width - left);
    const title = isNarrow ? name : name.padEnd(names);
    return [`${head}${title}  ${first}`, ...more.map((line) => `${indent}${line}`), ...fix];
  });
}

const longestState = 'warning'.length;

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
