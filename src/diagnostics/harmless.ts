/** A line without any escape sequence, for terminals that know no colours. */
export function colourless(line: string): string {
  return harmless(line).replace(/\u001b\[[0-9;:]*m/g, '');
}

/**
 * A line of guest output for whatever obeys escape sequences: colours stay; what moves the cursor,
 * sets titles or asks the terminal to answer goes.
 */
export function harmless(line: string): string {
  if (!control.test(line)) return line;
  return line
    .replace(
      /\u001b(?!\[[0-9;:]*m)(?:\[[0-?]*[ -/]*[@-~]|[ -/]+[0-~]|[\]P^_X][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)?/gu,
      '',
    )
    .replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f\u0080-\u009f]/g, '');
}

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
