/**
 * Makes guest output harmless on a step's stdout. The runner reads commands there: `::name::` at
 * the start of a line, leading white space aside, and `##[name]` anywhere in one.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 *
 * A zero-width space breaks either form and shows as nothing. Lines are split where the runner
 * splits them: at LF, CR, and CR LF.
 */
export function guardLine(line: string): string {
  return line
    .replace(/^(\s*)::/u, `$1${zeroWidthSpace}::`)
    .replaceAll('##[', `#${zeroWidthSpace}#[`);
}

const zeroWidthSpace = '\u200b';
