/**
 * Makes a text harmless on a step's stdout. The runner reads commands there: `::name::` at the start
 * of a line, leading white space aside, and `##[name]` anywhere in one; lines end at LF, CR and CR LF.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 *
 * A zero-width space breaks either form and shows as nothing. The runner compares by the rules of a
 * language, for which it is nothing, too, and yet takes what it finds by position: with one character
 * more than it reckons with, what it takes for the name begins with a mark, and no command's does.
 * White space is what .NET takes for it, which other than JavaScript counts U+0085.
 */
export function guardLine(line: string): string {
  // Most lines hold neither, and of lines there may be millions.
  if (!line.includes('::') && !line.includes('##[')) return line;
  return line
    .replace(lineCommand, `$1$2${zeroWidthSpace}::`)
    .replaceAll('##[', `#${zeroWidthSpace}#[`);
}

const zeroWidthSpace = '\u200b';
/** White space without line ends, so that it is looked at once however many lines are blank. */
const lineCommand = /(^|[\r\n])([\t\v\f\u0085\ufeff\p{Z}]*)::/gu;
