import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpack, usualLimits, type UnpackLimits, type Wanted } from '../../src/github/unpack.ts';
import { temporaryFolder } from '../support/folder.ts';
import { zip, type ZipEntry } from '../support/zip.ts';

// Archives that any job of a workflow run may have made.

const { signal } = new AbortController();

const noise = randomBytes(1000);

const everything: Wanted = () => Infinity;

async function unpacked(
  root: string,
  entries: readonly ZipEntry[] | Buffer,
  more: Partial<UnpackLimits> = {},
  wanted = everything,
): Promise<string[]> {
  const archive = join(root, 'archive.zip');
  writeFileSync(archive, Buffer.isBuffer(entries) ? entries : zip(entries));
  const limits = { ...usualLimits, ...more };
  const how = { wanted, limits, room: { bytes: limits.bytesOfAll } };
  return unpack(archive, join(root, 'into'), how, signal);
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
    ['holds a name that is too long', [{ name: 'a/'.repeat(600) + 'b' }], /more than 1024 bytes/],
    [
      'has files that share their bytes',
      Array.from({ length: 20 }, (__, n) => ({
        name: `${n}`,
        content: noise,
        overlaps: n > 0,
      })),
      /lie over each other/,
    ],
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
    expect(await unpacked(folder.path, entries, { files: 3 })).toHaveLength(3);
    using other = temporaryFolder();
    await expect(unpacked(other.path, entries, { files: 2 })).rejects.toThrow(
      'it holds more than 2 files',
    );
  });

  it('unpacks to as many bytes as are allowed, and not one more', async () => {
    const entries = ['a', 'b'].map((name) => ({ name, content: 'x'.repeat(500_000) }));
    using folder = temporaryFolder();
    expect(await unpacked(folder.path, entries, { bytes: 1_000_000 })).toHaveLength(2);
    using other = temporaryFolder();
    await expect(unpacked(other.path, entries, { bytes: 999_999 })).rejects.toThrow(
      'it unpacks to more than 999999 bytes',
    );
    expect(existsSync(join(other.path, 'into/b'))).toBe(false);
  });

  it('gives what is wanted of it, as long as that is not too large, and nothing else', async () => {
    const wanted: Wanted = (name) => ({ 'run.json': 10, 'jobs/unit/host.log': 3 })[name];
    const inner = zip([{ name: 'run.json', content: 'x'.repeat(1_000_000) }]);
    const entries = [
      { name: 'run.json', content: '{}' },
      { name: 'jobs/unit/host.log', content: 'long' },
      { name: 'jobs/unit/artifacts/inner.zip', content: inner },
    ];
    using folder = temporaryFolder();
    expect(await unpacked(folder.path, entries, { bytes: 2 }, wanted)).toEqual(['run.json']);
    expect(readdirSync(join(folder.path, 'into'))).toEqual(['run.json']);
  });

  it('takes its part of what all archives together may have', async () => {
    using folder = temporaryFolder();
    const archive = join(folder.path, 'archive.zip');
    writeFileSync(archive, zip([{ name: 'a', content: 'x'.repeat(600) }]));
    const limits = { ...usualLimits, bytesOfAll: 1000 };
    const how = { wanted: everything, limits, room: { bytes: 1000 } };
    expect(await unpack(archive, join(folder.path, 'one'), how, signal)).toEqual(['a']);
    await expect(unpack(archive, join(folder.path, 'two'), how, signal)).rejects.toThrow(
      'all artifacts unpack to more than 1000 bytes',
    );
    expect(readdirSync(join(folder.path, 'two'))).toEqual([]);
  });

  it('is left when the step is cancelled', async () => {
    using folder = temporaryFolder();
    const archive = join(folder.path, 'archive.zip');
    writeFileSync(archive, zip([{ name: 'a' }]));
    const reason = new Error('cancelled');
    const unpacking = unpack(
      archive,
      join(folder.path, 'into'),
      { wanted: everything, limits: usualLimits, room: { bytes: 0 } },
      AbortSignal.abort(reason),
    );
    await expect(unpacking).rejects.toThrow(reason);
  });
});
