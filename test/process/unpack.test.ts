import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpack, usualLimits, type UnpackLimits } from '../../src/github/unpack.ts';
import { temporaryFolder } from '../support/folder.ts';
import { zip, type ZipEntry } from '../support/zip.ts';

// Archives that any job of a workflow run may have made.

const { signal } = new AbortController();

async function unpacked(
  root: string,
  entries: readonly ZipEntry[] | Buffer,
  limits: UnpackLimits = usualLimits,
): Promise<string[]> {
  const archive = join(root, 'archive.zip');
  writeFileSync(archive, Buffer.isBuffer(entries) ? entries : zip(entries));
  return unpack(archive, join(root, 'into'), limits, signal);
}

describe('an archive', () => {
  it('unpacks into a new folder, with permissions and nothing beyond them', async () => {
    using folder = temporaryFolder();
    const files = await unpacked(folder.path, [
      { name: 'jobs/' },
      { name: 'run.json', content: '{}', mode: 0o100640 },
      { name: 'jobs/unit/run', content: '#!/bin/sh', mode: 0o104755 },
      { name: 'jobs/größe.log', content: '', mode: 0o100444 },
      { name: 'made on Windows', content: 'x', mode: 0 },
    ]);
    expect(files).toEqual(['jobs/größe.log', 'jobs/unit/run', 'made on Windows', 'run.json']);
    const modes = files.map((file) => statSync(join(folder.path, 'into', file)).mode & 0o7777);
    expect(modes).toEqual([0o644, 0o755, 0o600, 0o640]);
    expect(readFileSync(join(folder.path, 'into/jobs/unit/run'), 'utf8')).toBe('#!/bin/sh');
  });

  it.each<[string, readonly ZipEntry[] | Buffer, RegExp]>([
    ['leads out of its folder', [{ name: '../evil' }], /relative path: \.\.\/evil/],
    ['leads out on a way round', [{ name: 'jobs/../../evil' }], /relative path/],
    ['is absolute', [{ name: '/tmp/evil' }], /absolute path/],
    ['is absolute on Windows', [{ name: 'C:/evil' }], /absolute path/],
    ['leads out with backslashes', [{ name: '..\\evil' }], /relative path|invalid characters/],
    [
      'holds a link',
      [{ name: 'evil', content: '/etc', mode: 0o120777 }],
      /evil is not a plain file/,
    ],
    ['holds a device', [{ name: 'evil', mode: 0o020666 }], /evil is not a plain file/],
    ['holds a name twice', [{ name: 'a' }, { name: 'a' }], /EEXIST/],
    ['holds a file that is a folder, too', [{ name: 'a' }, { name: 'a/b' }], /EEXIST|ENOTDIR/],
    [
      'says less than it holds',
      [{ name: 'a', content: 'x'.repeat(99), saidSize: 9 }],
      /too many bytes/,
    ],
    ['says more than it holds', [{ name: 'a', content: 'x', saidSize: 9 }], /not enough bytes/],
    ['is none', Buffer.from('not an archive'), /end of central directory/i],
    ['is cut off', zip([{ name: 'a', content: 'x' }]).subarray(0, 40), /end of central directory/i],
  ])('that %s is refused', async (_, entries, problem) => {
    using folder = temporaryFolder();
    await expect(unpacked(folder.path, entries)).rejects.toThrow(problem);
    expect(readdirSync(folder.path).sort()).not.toContain('evil');
    expect(existsSync(join(folder.path, 'into/evil'))).toBe(false);
    expect(existsSync('/tmp/evil')).toBe(false);
  });

  it('holds as many files as are allowed, and not one more', async () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name }));
    using folder = temporaryFolder();
    expect(await unpacked(folder.path, entries, { files: 3, bytes: 0 })).toHaveLength(3);
    using other = temporaryFolder();
    await expect(unpacked(other.path, entries, { files: 2, bytes: 0 })).rejects.toThrow(
      'it holds more than 2 files',
    );
  });

  it('unpacks to as many bytes as are allowed, and not one more', async () => {
    const entries = ['a', 'b'].map((name) => ({ name, content: 'x'.repeat(500_000) }));
    using folder = temporaryFolder();
    expect(await unpacked(folder.path, entries, { files: 2, bytes: 1_000_000 })).toHaveLength(2);
    using other = temporaryFolder();
    await expect(unpacked(other.path, entries, { files: 2, bytes: 999_999 })).rejects.toThrow(
      'it unpacks to more than 999999 bytes',
    );
    expect(existsSync(join(other.path, 'into/b'))).toBe(false);
  });

  it('is left when the step is cancelled', async () => {
    using folder = temporaryFolder();
    const archive = join(folder.path, 'archive.zip');
    writeFileSync(archive, zip([{ name: 'a' }]));
    const reason = new Error('cancelled');
    const unpacking = unpack(
      archive,
      join(folder.path, 'into'),
      usualLimits,
      AbortSignal.abort(reason),
    );
    await expect(unpacking).rejects.toThrow(reason);
  });
});
