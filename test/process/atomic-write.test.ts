import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../src/store/atomic-write.ts';
import { temporaryFolder } from '../support/folder.ts';

const source = join(import.meta.dirname, '../../src/store/atomic-write.ts');
const program = `
  const { writeFileAtomically } = await import(process.argv[1]);
  process.on('SIGXFSZ', () => {});
  try { writeFileAtomically(process.argv[2], 'x'.repeat(Number(process.argv[3]))); }
  catch (error) { console.log(error.code); }
`;

/** Writes in a process of its own, under what the shell sets up first. */
function write(path: string, bytes: number, before = ''): string {
  const command = `${before} "$@"`;
  const args = [process.execPath, '--input-type=module', '-e', program, source, path];
  return execFileSync('sh', ['-c', command, 'sh', ...args, String(bytes)], { encoding: 'utf8' });
}

describe('a file that is replaced as a whole', () => {
  it('keeps its old content, and nothing beside it, where the new one does not fit', () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'record.json');
    writeFileAtomically(path, 'old');
    // A file may have 8 blocks: the first write takes a part, the next one fails.
    expect(write(path, 10_000, 'ulimit -f 8;')).toBe('EFBIG\n');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder.path)).toEqual(['record.json']);
  });

  it('keeps nothing beside it where it cannot take the name', () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'record.json');
    mkdirSync(join(path, 'in the way'), { recursive: true });
    expect(() => writeFileAtomically(path, 'new')).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(readdirSync(folder.path)).toEqual(['record.json']);
  });

  const strace = spawnSync('strace', ['-V']).status === 0;
  it.skipIf(!strace)('is on the disk, its name included, when the call returns', () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'record.json');
    const log = join(folder.path, 'calls');
    write(path, 5, `strace -f -y -o '${log}' -e trace=rename,renameat,renameat2,fsync`);
    const calls = readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line.includes(folder.path))
      .map((line) => /(fsync|rename)\w*\(.*$/.exec(line)?.[0] ?? '');
    expect(calls).toEqual([
      expect.stringMatching(/^fsync\(\d+<\S+record\.json\.\d+\.new>/),
      expect.stringMatching(/^rename/),
      expect.stringMatching(new RegExp(`^fsync\\(\\d+<${folder.path}>`)),
    ]);
  });
});
