/**
 * How many columns of a terminal a text takes. Where terminals differ it is the larger number: a line
 * that is cut a little early does no harm, and one that wraps does.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** As much of a text without escape sequences as fits in that many columns, with a mark where it is cut. */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let cut = '';
  let left = columns - 1;
  for (const character of text) {
    left -= widthOf(character);
    if (left < 0) break;
    cut += character;
  }
  return columns < 1 ? '' : `${cut}…`;
}

function widthOf(character: string): 0 | 1 | 2 {
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  return /\p{Emoji_Presentation}/u.test(character) || isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
}

/** Blocks that are wide throughout, https://www.unicode.org/reports/tr11/ */
const wide: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return code >= 0x1100 && wide.some(([first, last]) => code >= first && code <= last);
}
