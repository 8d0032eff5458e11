import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { pack } from 'tar-stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findExpression } from '../../src/guest/find-expression.ts';
import type { GuestSlot } from '../../src/guest/guest.ts';
import { judge } from '../../src/guest/result.ts';
import { supervisedGuest } from '../../src/guest/supervised-guest.ts';
import { localHost } from '../../src/host/local.ts';
import { describeFailure } from '../../src/model/describe-failure.ts';
import { failureOf, type Failure } from '../../src/model/failure.ts';
import { compilePatterns } from '../../src/plan/path-matcher.ts';
import { collectArtifacts, keepArtifacts } from '../../src/run/collect-artifacts.ts';
import { temporaryFolder } from '../support/folder.ts';
import { appears, guestIn, supervise } from '../support/supervised.ts';
import { local } from '../support/samples.ts';

const never = new AbortController().signal;
const mib = 1024 * 1024;
const nineGb = 9_000_000_000;

function placeAt(dir: string): GuestSlot {
  const host = localHost(local);
  const keep = (): Promise<void> => Promise.resolve();
  return { host, name: 'n', dir, keep, [Symbol.asyncDispose]: keep };
}

const guestAt = (dir: string) => supervisedGuest(placeAt(dir), 'n', { boot: 60, command: 60 });

describe('a guest’s log', () => {
  const follow = async (folder: string, agent: string, logBytes: number): Promise<string> => {
    const dir = guestIn(folder, 'n', agent);
    writeFileSync(join(dir, 'guest.log'), '');
    const child = supervise(dir, 'n');
    await appears(join(dir, 'supervisor.pid'));
    const heard: Buffer[] = [];
    const onOutput = (chunk: Buffer): void => void heard.push(chunk);
    await guestAt(dir).run({ onOutput, logBytes, signal: never });
    child.kill('SIGKILL');
    return Buffer.concat(heard).toString('latin1');
  };
  const note = '\n[pikaci] the log is cut here, at log_mib = 1; the lane goes on\n';

  it.each([
    [
      'has nine gigabytes that take no disk',
      `echo begun >guest.log; truncate -s ${nineGb} guest.log`,
    ],
    [
      'never ends',
      'echo begun >guest.log; while [ ! -e enough ]; do head -c 100000 /dev/zero; done >>guest.log & sleep 1; : >enough; wait',
    ],
    ['is a byte too long', `echo begun >guest.log; truncate -s ${mib + 1} guest.log`],
  ])('that %s is cut, and the lane goes on', async (_, agent) => {
    using folder = temporaryFolder();
    const log = await follow(folder.path, `${agent}; : >went-on`, mib);
    expect(log.length).toBe(mib + note.length);
    expect(log.slice(0, 6)).toBe('begun\n');
    expect(log.slice(-note.length)).toBe(note);
    expect(existsSync(join(folder.path, 'guests/n/went-on'))).toBe(true);
  });

  it('that just fits is whole', async () => {
    using folder = temporaryFolder();
    const log = await follow(folder.path, `truncate -s ${mib} guest.log`, mib);
    expect(log).toBe('\0'.repeat(mib));
  });
});

describe('a supervisor', () => {
  it('ends a guest that takes more of the disk than it may, and says what it took', async () => {
    using folder = temporaryFolder();
    const agent = 'mkdir cache; head -c 30000000 /dev/urandom >cache/large; sleep 300';
    const dir = guestIn(folder.path, 'n', agent);
    const child = supervise(dir, 'n', { diskKib: 20_000 });
    await appears(join(dir, 'state'));
    child.kill('SIGKILL');
    const endedBy = readFileSync(join(dir, 'state'), 'utf8').trim();
    const absent = { kind: 'absent' } as const;
    const left = { result: absent, endedBy, commandStarted: true, console: '' };
    const failure = judge('n', 60, left) ?? failureOf('the guest passed');
    expect(failure).toMatchObject({ cause: 'disk_exceeded', limitKib: 20_000 });
    expect(describeFailure(failure).headline).toMatch(/it took 0\.0 GiB/);
  });

  it('counts what is on the disk, and not what a file says of its size', async () => {
    using folder = temporaryFolder();
    const agent = `mkdir cache; truncate -s ${nineGb} cache/sparse; until [ -e disk_used ]; do sleep 0.02; done; sleep 1`;
    const dir = guestIn(folder.path, 'n', agent);
    const child = supervise(dir, 'n', { diskKib: 20_000 });
    await appears(join(dir, 'state'));
    child.kill('SIGKILL');
    expect(readFileSync(join(dir, 'state'), 'utf8')).toBe('guest_exited\n');
  });

  it('leaves no file that runs as its owner, and no device', async () => {
    using folder = temporaryFolder();
    const agent = `mkdir -p artifacts/d cache; cp /bin/true artifacts/d/suid; cp /bin/true cache/sgid
      chmod 6755 artifacts/d/suid; chmod 2711 cache/sgid artifacts/d; mkfifo artifacts/pipe
      mknod cache/device c 1 3; ln -s /bin/su artifacts/link`;
    const dir = guestIn(folder.path, 'n', agent);
    const child = supervise(dir, 'n');
    await appears(join(dir, 'state'));
    child.kill('SIGKILL');
    const mode = (path: string): string => (lstatSync(join(dir, path)).mode & 0o7777).toString(8);
    expect(['artifacts/d/suid', 'cache/sgid', 'artifacts/d'].map(mode)).toEqual([
      '755',
      '711',
      '711',
    ]);
    expect(readdirSync(join(dir, 'artifacts')).toSorted()).toEqual(['d', 'link']);
    expect(readdirSync(join(dir, 'cache'))).toEqual(['sgid']);
  });
});

describe('artifacts', () => {
  afterEach(() => void vi.unstubAllEnvs());

  const collect = async (
    folder: string,
    artifacts: readonly string[],
    artifactsMib = 1,
    within?: number,
  ): Promise<{ note: string; files: string[] } | Failure> => {
    const into = join(folder, 'kept');
    mkdirSync(into, { recursive: true });
    const lane = { artifacts, artifactsMib };
    try {
      const note = await collectArtifacts(guestAt(folder), lane, into, never, within);
      const entries = readdirSync(into, { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(into.length + 1));
      return { note, files: files.toSorted() };
    } catch (error) {
      return failureOf(error);
    }
  };

  const fill = (folder: string, files: Readonly<Record<string, string>>): void => {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, 'artifacts', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  };

  it('that are not wanted do not travel, and do not count', async () => {
    using folder = temporaryFolder();
    fill(folder.path, { wanted: 'w', large: '' });
    truncateSync(join(folder.path, 'artifacts/large'), nineGb);
    symlinkSync('/etc/passwd', join(folder.path, 'artifacts/wanted-link'));
    const collected = await collect(folder.path, ['wanted*']);
    expect(collected).toEqual({ note: '1 artifact kept', files: ['wanted'] });
  });

  it('beyond their budget are not sent, by the size that they would have', async () => {
    using folder = temporaryFolder();
    fill(folder.path, { a: 'a', sparse: '' });
    truncateSync(join(folder.path, 'artifacts/sparse'), nineGb);
    const failure = (await collect(folder.path, ['**'])) as Failure;
    expect(failure).toEqual({
      cause: 'artifacts_too_large',
      files: 2,
      bytes: nineGb + 1 + 2 * 512,
      limit: mib,
    });
    expect(describeFailure(failure).headline).toBe(
      'artifacts: 2 files of 8583.1 MiB together, and artifacts_mib grants 1.0 MiB',
    );
    expect(readdirSync(join(folder.path, 'kept'))).toEqual([]);
  });

  it('of several names arrive by each that is wanted', async () => {
    using folder = temporaryFolder();
    fill(folder.path, { 'a/one': 'content', 'b/other': 'x' });
    linkSync(join(folder.path, 'artifacts/a/one'), join(folder.path, 'artifacts/b/two'));
    linkSync(join(folder.path, 'artifacts/a/one'), join(folder.path, 'artifacts/zero'));
    expect(await collect(folder.path, ['b/two', 'a/*'])).toMatchObject({
      files: ['a/one', 'b/two'],
    });
    for (const name of ['a/one', 'b/two']) {
      expect(readFileSync(join(folder.path, 'kept', name), 'utf8')).toBe('content');
    }
  });

  it('with awkward names and rights arrive', async () => {
    using folder = temporaryFolder();
    const names = ['-rf', 'a\nb', 'sp ace/tab\t*', 'ö/[x]\\', '--null', 'closed/file', '.dot'];
    fill(folder.path, Object.fromEntries(names.map((name) => [name, name])));
    chmodSync(join(folder.path, 'artifacts/closed/file'), 0);
    chmodSync(join(folder.path, 'artifacts/closed'), 0);
    expect(await collect(folder.path, ['**', '!**/nothing'])).toEqual({
      note: '7 artifacts kept',
      files: names.toSorted(),
    });
  });

  it('that are nowhere are none', async () => {
    using folder = temporaryFolder();
    fill(folder.path, { a: 'a' });
    expect(await collect(folder.path, ['b'])).toEqual({ note: '0 artifacts kept', files: [] });
    expect(await collect(join(folder.path, 'artifacts'), ['b'])).toMatchObject({ files: [] });
  });

  it('do not hold a lane up for ever', async () => {
    using folder = temporaryFolder();
    fill(folder.path, { a: 'a' });
    mkdirSync(join(folder.path, 'bin'));
    writeFileSync(join(folder.path, 'bin/tar'), '#!/bin/sh\nexec sleep 300\n', { mode: 0o755 });
    vi.stubEnv('PATH', `${folder.path}/bin:${process.env['PATH'] ?? ''}`);
    expect(await collect(folder.path, ['a'], 1, 1)).toEqual({
      cause: 'artifacts_late',
      afterSecs: 1,
    });
  });

  it('of a host that sends more than it may are not kept', async () => {
    using folder = temporaryFolder();
    const tar = pack();
    tar.entry({ name: 'a' }, 'x'.repeat(600));
    tar.entry({ name: 'b', type: 'link', linkname: 'a' });
    tar.finalize();
    const kept = keepArtifacts(Readable.from(tar), ['**'], 1000, folder.path);
    await expect(kept).rejects.toMatchObject({ failure: { cause: 'artifacts_too_large' } });
  });

  it('are never the copy of what a link in a tar only names', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'secret'), 's');
    const tar = pack();
    for (const linkname of ['../secret', join(folder.path, 'secret'), 'secret', 'guest.log']) {
      tar.entry({ name: `taken-${linkname.length}`, type: 'link', linkname });
    }
    tar.finalize();
    mkdirSync(join(folder.path, 'kept'));
    writeFileSync(join(folder.path, 'kept/guest.log'), 's');
    expect(await keepArtifacts(Readable.from(tar), ['**'], 1000, join(folder.path, 'kept'))).toBe(
      '0 artifacts kept',
    );
  });

  it('are found by find where the patterns find them', () => {
    using folder = temporaryFolder();
    const segments = ['a', 'b', 'ab', 'é', '[a]', 'a*', 'x.log', '.d'];
    const paths = segments.flatMap((top) => [
      top,
      ...segments.flatMap((low) => [`${top}-/${low}`, `${top}-/b-/${low}`]),
    ]);
    fill(folder.path, Object.fromEntries(paths.map((path) => [path, ''])));
    const segment = fc.constantFrom(
      '*',
      '**',
      '?',
      'a',
      'a*',
      '*-',
      'b-',
      '[a]',
      'é',
      '*.log',
      'a**b',
      '\\a',
    );
    const body = fc.array(segment, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'));
    const pattern = fc.tuple(fc.boolean(), body).map(([not, text]) => (not ? `!${text}` : text));
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), (patterns) => {
        const args = ['.', '-type', 'f', ...findExpression(patterns)];
        const env = { ...process.env, LC_ALL: 'C' };
        const cwd = join(folder.path, 'artifacts');
        const found = execFileSync('find', args, { cwd, env, encoding: 'utf8' });
        const matcher = compilePatterns(patterns);
        const missed = paths.filter(
          (path) => matcher.match(path) !== undefined && !found.split('\n').includes(`./${path}`),
        );
        expect(missed).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    [['*.log'], './x.log'],
    [['a/**', '!a/b/*'], './a/c'],
    [['**/x'], './x ./a/b/x'],
  ])('%j leaves the rest where it is', (patterns, expected) => {
    using folder = temporaryFolder();
    for (const name of ['x.log', 'd/x.log', 'a/c', 'a/b/c', 'x', 'a/b/x', 'y']) {
      if (expected.includes('x ') || !name.endsWith('x')) fill(folder.path, { [name]: '' });
    }
    const args = ['.', '-type', 'f', ...findExpression(patterns)];
    const cwd = join(folder.path, 'artifacts');
    const found = execFileSync('find', args, { cwd, encoding: 'utf8' });
    expect(found.trim().split('\n').toSorted()).toEqual(expected.split(' ').toSorted());
  });
});
