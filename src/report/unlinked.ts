const zeroWidthSpace = '\u200b';

/**
 * Text of others where GitHub takes no markdown, and may look for people and issues all the same:
 * a space that does not show stands in each.
 */
export function unlinked(text: string): string {
  return text
    .replace(/@(?=[\p{L}\p{N}])/gu, `@${zeroWidthSpace}`)
    .replace(/#(?=\d)/g, `#${zeroWidthSpace}`)
    .replace(/\bgh-(?=\d)/gi, (prefix) => `${prefix}${zeroWidthSpace}`);
}
