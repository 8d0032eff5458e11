/** A tar is made of records of so many bytes. */
export const recordBytes = 512;

/** How many zeros follow content of so many bytes, up to the next record. */
function paddingBytes(size: number): number {
  return (recordBytes - (size % recordBytes)) % recordBytes;
}

export type TarEntry =
  | { kind: 'file'; path: string; executable: boolean; size: number }
  | { kind: 'link'; path: string; target: string };

/**
 * Writes the record that stands before an entry's content (POSIX ustar), from the start of `bytes`
 * on. Equal entries give equal bytes, and builds never see a time from the future: owners are 0,
 * and times the second day that a zip can hold, wherever it is made. What does not fit is cut; see {@link paxExtension}.
 *
 * Ours, because the libraries for it take longer over a small file than reading and hashing it.
 */
export function writeHeader(bytes: Buffer, entry: TarEntry): void {
  if (entry.kind === 'link') {
    writeRecord(bytes, { type: '2', mode: 0o755, size: 0, name: entry.path, target: entry.target });
  } else {
    const mode = entry.executable ? 0o755 : 0o644;
    writeRecord(bytes, { type: '0', mode, size: entry.size, name: entry.path, target: '' });
  }
}

/** Whole records that go before an entry's header and say what does not fit there; mostly none. */
export function paxExtension(entry: TarEntry): Buffer {
  const size = entry.kind === 'file' ? entry.size : 0;
  const target = entry.kind === 'link' ? entry.target : '';
  if (fits(entry.path) && fits(target) && size <= largestSize) return nothing;
  const content = Buffer.from(
    paxRecord('path', entry.path) +
      (target === '' ? '' : paxRecord('linkpath', target)) +
      paxRecord('size', String(size)),
  );
  const records = Buffer.alloc(recordBytes + content.length + paddingBytes(content.length));
  writeRecord(records, { type: 'x', mode: 0o644, size: content.length, name: 'pax', target: '' });
  content.copy(records, recordBytes);
  return records;
}

const nothing = Buffer.alloc(0);

/** In seconds. */
const modifiedAt = Date.UTC(1980, 0, 2) / 1000;
/** In bytes. */
const longestName = 100;
/** Eleven octal digits. */
const largestSize = 8 ** 11 - 1;

/** Beyond ASCII, only pax says how a name is encoded. */
function fits(name: string): boolean {
  return name.length <= longestName && /^[\0-\x7f]*$/.test(name);
}

/** `length key=value\n`, where the length counts its own digits, too. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  let length = bytes;
  while (length !== bytes + String(length).length) length = bytes + String(length).length;
  return `${length}${rest}`;
}

interface RecordFields {
  type: string;
  mode: number;
  size: number;
  name: string;
  target: string;
}

function writeRecord(bytes: Buffer, { type, mode, size, name, target }: RecordFields): void {
  const write = (field: string, at: number): unknown => bytes.write(field, at, 'latin1');
  bytes.fill(0, 0, recordBytes);
  write(name.slice(0, longestName), 0);
  write(octal(mode, 7), 100);
  write(octal(0, 7), 108);
  write(octal(0, 7), 116);
  write(octal(Math.min(size, largestSize), 11), 124);
  write(octal(modifiedAt, 11), 136);
  write(type, 156);
  write(target.slice(0, longestName), 157);
  write('ustar\x0000', 257);
  // The sum of all bytes, its own eight taken for spaces.
  let checksum = 8 * 32;
  for (let at = 0; at < recordBytes; at += 1) checksum += bytes[at] ?? 0;
  write(`${octal(checksum, 6)}\0 `, 148);
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}
