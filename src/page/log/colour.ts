import type { Colour, Rgb, Style } from './sgr.ts';

type Theme = 'light' | 'dark';

/** Text and background of a log; the style sheet has the same. */
const base: Readonly<Record<Theme, { text: Rgb; background: Rgb }>> = {
  light: { text: [31, 35, 40], background: [252, 252, 253] },
  dark: { text: [222, 227, 233], background: [13, 16, 20] },
};

/** The sixteen colours that have names, per theme; the second eight are the bright ones. */
const named: Readonly<Record<Theme, readonly Rgb[]>> = {
  light: [
    [31, 35, 40],
    [190, 30, 38],
    [20, 112, 50],
    [138, 92, 0],
    [9, 88, 196],
    [124, 58, 190],
    [16, 112, 128],
    [99, 108, 118],
    [80, 88, 97],
    [207, 34, 46],
    [26, 127, 55],
    [154, 103, 0],
    [33, 110, 230],
    [141, 76, 215],
    [27, 130, 148],
    [140, 149, 159],
  ],
  dark: [
    [110, 118, 129],
    [255, 123, 114],
    [86, 194, 112],
    [222, 173, 74],
    [104, 166, 255],
    [204, 152, 255],
    [84, 196, 212],
    [196, 203, 211],
    [132, 141, 151],
    [255, 161, 152],
    [126, 221, 147],
    [240, 200, 110],
    [146, 193, 255],
    [221, 186, 255],
    [130, 218, 230],
    [255, 255, 255],
  ],
};

/** What the Web Content Accessibility Guidelines ask of text, and a little for a tinted row. */
const readableContrast = 5;

export interface Paint {
  /** CSS colours that follow the theme; empty for the log's own. */
  color: string;
  background: string;
}

/**
 * The colours of a piece of log. A program chose them for a terminal it did not know, so text is
 * moved towards black or white as far as it takes to be readable on what it stands on.
 */
export function paint(style: Style): Paint {
  const { fg, bg, dim, reverse } = style;
  if (fg === null && bg === null && !dim && !reverse) return { color: '', background: '' };
  const light = themed(style, 'light');
  const dark = themed(style, 'dark');
  return {
    color: css(light.text, dark.text),
    background: bg === null && !reverse ? '' : css(light.background, dark.background),
  };
}

function themed({ fg, bg, dim, reverse }: Style, theme: Theme): { text: Rgb; background: Rgb } {
  const front = fg === null ? base[theme].text : resolve(fg, theme);
  const back = bg === null ? base[theme].background : resolve(bg, theme);
  const [text, background] = reverse ? [back, front] : [front, back];
  return { background, text: readable(dim ? mix(text, background, 0.35) : text, background) };
}

/** The colour nearest to `text`, on its way to black or white, that is readable on `background`. */
export function readable(text: Rgb, background: Rgb): Rgb {
  if (contrast(text, background) >= readableContrast) return text;
  const white: Rgb = [255, 255, 255];
  const black: Rgb = [0, 0, 0];
  const far = contrast(white, background) > contrast(black, background) ? white : black;
  let near = 0;
  let enough = 1;
  for (let step = 0; step < 8; step += 1) {
    const middle = (near + enough) / 2;
    if (contrast(mix(text, far, middle), background) >= readableContrast) enough = middle;
    else near = middle;
  }
  return mix(text, far, enough);
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2): number =>
    Math.round(from[index] + (to[index] - from[index]) * share);
  return [part(0), part(1), part(2)];
}

function resolve(colour: Colour, theme: Theme): Rgb {
  if (colour.kind === 'rgb') return colour.rgb;
  return named[theme][colour.index] ?? paletteColour(colour.index);
}

/** Colours 16 to 255 as xterm has them: a cube of 6 × 6 × 6, then greys. */
function paletteColour(index: number): Rgb {
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return [grey, grey, grey];
  }
  const level = (step: number): number => (step === 0 ? 0 : 55 + step * 40);
  const cube = index - 16;
  return [level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)];
}

function css(light: Rgb, dark: Rgb): string {
  return `light-dark(rgb(${light.join(' ')}), rgb(${dark.join(' ')}))`;
}
