import { recordBytes } from '../../src/snapshot/tar-header.ts';

/** A member as no writer of ours makes it: any type, mode, name and target. */
export interface RawMember {
  name: string;
  /** As in the format: 0 file, 1 hard link, 2 link, 3 and 4 devices, 5 folder, 6 fifo. */
  type?: string;
  mode?: number;
  target?: string;
  content?: string;
}

/** A tar in POSIX's format. */
export function rawTar(members: readonly RawMember[]): Buffer {
  return Buffer.concat([...members.map(record), Buffer.alloc(2 * recordBytes)]);
}

function record({ name, type = '0', mode = 0o644, target = '', content = '' }: RawMember): Buffer {
  const size = Buffer.byteLength(content);
  const bytes = Buffer.alloc(recordBytes + Math.ceil(size / recordBytes) * recordBytes);
  const write = (text: string, at: number): unknown => bytes.write(text, at);
  write(name, 0);
  write(mode.toString(8).padStart(7, '0'), 100);
  write('0000000', 108);
  write('0000000', 116);
  write(size.toString(8).padStart(11, '0'), 124);
  write('00000000001', 136);
  write(type, 156);
  write(target, 157);
  write('ustar\x0000', 257);
  // Numbers of a device: that of /dev/null.
  write('0000001', 329);
  write('0000003', 337);
  bytes.fill(' ', 148, 156);
  const sum = bytes.subarray(0, recordBytes).reduce((total, byte) => total + byte, 0);
  write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  write(content, recordBytes);
  return bytes;
}
