/** A part of a text for people, in the order in which it stands there. */
export interface Section {
  /** What is left out last has the highest number. */
  importance: number;
  /** The whole part, then shorter ways of saying it; after the last one it is left out. */
  forms: readonly [string, ...string[]];
}

/**
 * Joins sections to a text of at most `limit` bytes of UTF-8: as long as it is longer, the least
 * important section that is left takes its next shorter form. A text that lacks something says so.
 */
export function fit(sections: readonly Section[], limit: number): string {
  const chosen = sections.map(({ forms }) => forms[0]);
  const whole = chosen.join('');
  let bytes = Buffer.byteLength(whole);
  if (bytes <= limit) return whole;
  bytes += Buffer.byteLength(shortened);
  const leastFirst = [...sections.entries()].sort(([, a], [, b]) => a.importance - b.importance);
  for (const [index, { forms }] of leastFirst) {
    for (const form of [...forms.slice(1), '']) {
      if (bytes <= limit) break;
      bytes += Buffer.byteLength(form) - Buffer.byteLength(chosen[index] ?? '');
      chosen[index] = form;
    }
  }
  return `${chosen.join('')}${shortened}`;
}

const shortened = '\n_Shortened to fit; the full report has it all._\n';
