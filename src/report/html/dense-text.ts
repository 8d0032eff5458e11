/**
 * Bytes as text inside an HTML document, at 8/7 of their size; base64 takes 8/6.
 *
 * Seven bits make one ASCII character. Three of those the HTML parser would change or act on:
 * NUL, CR, and `<`. They stand together with the seven bits that follow them in one character of
 * U+0100 to U+027F, which UTF-8 writes in two bytes: no byte is lost to them. What is left survives
 * the parser's normalisation of line ends, and a server that says `charset=utf-8`.
 */
const unsafe = [0x00, 0x0d, 0x3c] as const;
const firstPair = 0x100;

const safe = 0xff;
/** Of seven bits: their place in {@link unsafe}, or {@link safe}. */
const place = Uint8Array.from({ length: 128 }, (_, bits) => {
  const index = unsafe.indexOf(bits as (typeof unsafe)[number]);
  return index === -1 ? safe : index;
});

/** @returns the text as UTF-8 */
export function encodeDense(bytes: Uint8Array): Uint8Array {
  const groups = Math.ceil((bytes.length * 8) / 7);
  // A pair takes two bytes for two groups; one more where the last group has no partner.
  const text = new Uint8Array(groups + 1);
  let at = 0;
  let pending = safe;
  const put = (bits: number): void => {
    if (pending !== safe) {
      const character = firstPair + (pending << 7) + bits;
      text[at] = 0xc0 | (character >> 6);
      text[at + 1] = 0x80 | (character & 0x3f);
      at += 2;
      pending = safe;
      return;
    }
    pending = place[bits] ?? safe;
    if (pending === safe) text[at++] = bits;
  };
  let held = 0;
  let count = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0x7fff;
    for (count += 8; count >= 7; count -= 7) put((held >> (count - 7)) & 0x7f);
  }
  if (count > 0) put((held << (7 - count)) & 0x7f);
  if (pending !== safe) put(0);
  return text.subarray(0, at);
}

/** @param length in bytes, since the last bits of a text may be there to fill it only */
export function decodeDense(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  let held = 0;
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character < firstPair) {
      held = (held << 7) | character;
      count += 7;
    } else {
      const pair = character - firstPair;
      held = (held << 14) | ((unsafe[pair >> 7] ?? 0) << 7) | (pair & 0x7f);
      count += 14;
    }
    for (; count >= 8; count -= 8) bytes[at++] = held >> (count - 8);
    held &= 0xff;
  }
  return bytes;
}
