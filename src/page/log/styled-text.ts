import { harmless } from '../../diagnostics/harmless.ts';
import { applySgr, type Style } from './sgr.ts';

/** A piece of a line that looks the same from end to end. */
export interface StyledText {
  text: string;
  style: Style;
}

/**
 * A line cut where its look changes. Sequences that do anything but that are dropped.
 * @param style what the line begins with
 */
export function styledText(line: string, style: Style): StyledText[] {
  const pieces: StyledText[] = [];
  let look = style;
  for (const [index, part] of harmless(line).split(sgr).entries()) {
    // `split` puts what the group caught between the texts.
    if (index % 2 === 1) look = applySgr(look, part);
    else if (part !== '') pieces.push({ text: part, style: look });
  }
  return pieces;
}

/** What text looks like behind `text`: a terminal keeps that over the end of a line. */
export function styleBehind(text: string, style: Style): Style {
  let look = style;
  for (const [, parameters = ''] of text.matchAll(new RegExp(sgr, 'g'))) {
    look = applySgr(look, parameters);
  }
  return look;
}

/** A line's text alone, for looking something up in it. */
export function plainText(line: string): string {
  return control.test(line) ? harmless(line).replaceAll(new RegExp(sgr, 'g'), '') : line;
}

const sgr = /\u001b\[([0-9;]*)m/;
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
