/** A shorter value would stand in every other word of a log. */
export const shortestSecret = 4;

/** A shorter form is found by chance. */
const shortestEncoded = 8;

/**
 * How a secret may stand in a log: as it is, line by line, and as tools write it that encode what they
 * pass on: percent signs, JSON, and Base64, whatever stands in front of it there.
 */
export function secretForms(value: string): readonly Buffer[] {
  const texts = [value, value.trim(), ...value.split(/[\r\n]+/).map((line) => line.trim())].filter(
    (text) => text.length >= shortestSecret,
  );
  const encoded = [value, value.trim()].flatMap((text) => [
    encodeURIComponent(text.toWellFormed()),
    JSON.stringify(text).slice(1, -1),
    ...base64Forms(Buffer.from(text)),
  ]);
  const forms = [...texts, ...encoded.filter((text) => text.length >= shortestEncoded)];
  return [...new Set(forms)].map((text) => Buffer.from(text));
}

/**
 * Base64 tells three bytes in four characters, so what a value becomes depends on where it begins: at
 * each third byte anew. Of the ends only what is the value's alone is known.
 */
function base64Forms(value: Buffer): string[] {
  const aligned = [0, 1, 2].map((skipped) => {
    const rest = value.subarray(skipped);
    return rest.subarray(0, rest.length - (rest.length % 3));
  });
  return (['base64', 'base64url'] as const).flatMap((encoding) =>
    [value, ...aligned].map((bytes) => bytes.toString(encoding).replace(/=+$/, '')),
  );
}
