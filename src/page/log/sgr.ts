/** How a piece of terminal output looks: what "select graphic rendition" (`ESC [ … m`) sets. */
export interface Style {
  readonly fg: Colour | null;
  readonly bg: Colour | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  /** Text and background change places. */
  readonly reverse: boolean;
}

/** Of the palette, the first sixteen look as the theme has them. */
export type Colour = { kind: 'palette'; index: number } | { kind: 'rgb'; rgb: Rgb };

export type Rgb = readonly [red: number, green: number, blue: number];

export const plain: Style = {
  fg: null,
  bg: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  strikethrough: false,
  reverse: false,
};

/**
 * What a code sets. Blinking and concealment are not among them: what a log says is never hidden.
 * https://www.xfree86.org/current/ctlseqs.html
 */
const changes: Readonly<Record<number, Partial<Style>>> = {
  0: plain,
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { reverse: true },
  9: { strikethrough: true },
  21: { underline: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { reverse: false },
  29: { strikethrough: false },
  39: { fg: null },
  49: { bg: null },
};

/** @param parameters what stands between `ESC [` and `m`, such as `1;31` */
export function applySgr(style: Style, parameters: string): Style {
  const codes = parameters.split(';').map(Number);
  let next = style;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48) {
      const { colour, taken } = extendedColour(codes.slice(at + 1, at + 5));
      if (colour !== null) next = { ...next, [code === 38 ? 'fg' : 'bg']: colour };
      at += taken;
    } else {
      next = { ...next, ...(changes[code] ?? namedColour(code)) };
    }
  }
  return next;
}

function namedColour(code: number): Partial<Style> {
  const palette = (index: number): Colour => ({ kind: 'palette', index });
  if (code >= 30 && code <= 37) return { fg: palette(code - 30) };
  if (code >= 40 && code <= 47) return { bg: palette(code - 40) };
  if (code >= 90 && code <= 97) return { fg: palette(code - 90 + 8) };
  if (code >= 100 && code <= 107) return { bg: palette(code - 100 + 8) };
  return {};
}

/** The codes behind 38 or 48: `5;n`, or `2;r;g;b`. */
function extendedColour(codes: readonly number[]): { colour: Colour | null; taken: number } {
  const [kind, first = 0, second = 0, third = 0] = codes;
  const valid = (value: number): boolean => value <= 255;
  if (kind === 5) {
    return { colour: valid(first) ? { kind: 'palette', index: first } : null, taken: 2 };
  }
  if (kind !== 2) return { colour: null, taken: 1 };
  const rgb = [first, second, third] as const;
  return { colour: rgb.every(valid) ? { kind: 'rgb', rgb } : null, taken: 4 };
}
