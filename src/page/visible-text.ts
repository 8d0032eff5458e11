/**
 * Characters that are not seen, and that reorder or break the text around them: they can make a
 * log read as what it does not say. https://trojansource.codes
 */
const deceptive =
  /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029])/u;

/** Text cut at its deceptive characters, which come as their code, such as `U+202E`. */
export function visibleText(text: string): { text: string; deceptive: boolean }[] {
  return text
    .split(deceptive)
    .map((part, index) =>
      index % 2 === 0
        ? { text: part, deceptive: false }
        : { text: codePoint(part), deceptive: true },
    )
    .filter((part) => part.text !== '');
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
