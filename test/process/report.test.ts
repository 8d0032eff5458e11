import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../src/model/failure.ts';
import { writeHtml } from '../../src/report/html/write.ts';
import { buildPage } from '../../scripts/build-page.ts';
import { temporaryFolder } from '../support/folder.ts';
import { tenLanes, twoHundredLanes } from '../support/sample-report.ts';

describe('report.html', () => {
  it('is little larger than its logs compressed', async () => {
    using folder = temporaryFolder();
    const report = twoHundredLanes(folder.path, 8_000_000);
    const compressed = report.lanes
      .flatMap((lane) => (lane.job === undefined ? [] : lane.logs))
      .reduce((sum, { path }) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
    const file = join(folder.path, 'report.html');
    const page = buildPage();
    await writeHtml(report, page, file);
    expect(page.length).toBeLessThan(100_000);
    expect(statSync(file).size).toBeLessThan(1.15 * compressed + page.length + 200 * 2000);
  });

  it('is made the same from the same', async () => {
    using folder = temporaryFolder();
    const report = tenLanes(folder.path);
    const [one, other] = ['one.html', 'other.html'].map((name) => join(folder.path, name));
    await writeHtml(report, buildPage(), one ?? '');
    await writeHtml(report, buildPage(), other ?? '');
    expect(readFileSync(one ?? '')).toEqual(readFileSync(other ?? ''));
  });

  it('goes where a link leads, and does not take the place of a device', async () => {
    using folder = temporaryFolder();
    const [real, link] = [join(folder.path, 'real.html'), join(folder.path, 'link.html')];
    writeFileSync(real, 'old');
    symlinkSync(real, link);
    await writeHtml(tenLanes(folder.path), buildPage(), link);
    expect(readFileSync(real, 'utf8')).toMatch(/^<!doctype html>/);
    await writeHtml(tenLanes(folder.path), buildPage(), '/dev/null');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('that cannot be written is a failure that says where', async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'none', 'report.html');
    const failure = await writeHtml(tenLanes(folder.path), buildPage(), path).then(
      () => undefined,
      (error: unknown) => (error instanceof FailureError ? error.failure : error),
    );
    expect(failure).toEqual({
      cause: 'report_unwritable',
      path,
      detail: 'ENOENT: no such file or directory',
    });
  });
});
