import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { legArtifactName } from '../../src/github/artifact-name.ts';
import type { FoundArtifact } from '../../src/github/artifacts.ts';
import type { UnpackLimits } from '../../src/github/unpack.ts';
import { BlobStore } from '../github-stand-in/blob-store.ts';
import { GithubStandIn } from '../github-stand-in/github-stand-in.ts';
import { ArtifactStep } from '../support/artifact-step.ts';
import { temporaryFolder } from '../support/folder.ts';
import { zip } from '../support/zip.ts';
import { until } from '../support/until.ts';

// GitHub's own library for artifacts, against a real blob store behind a stand-in for GitHub's
// service. Each step is a process, as on a runner.

const store = await BlobStore.start();
afterAll(() => store[Symbol.asyncDispose]());

const attempt1 = legArtifactName({ target: 'rust', lane: 'unit', attempt: 1 });

/** A folder with files in it, gone with the test. */
function folderWith(
  files: Readonly<Record<string, string | Buffer>>,
  modes: Record<string, number> = {},
) {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { mode: modes[name] ?? 0o644 });
  }
  return folder;
}

async function found(step: ArtifactStep, prefix = 'pikaci-'): Promise<FoundArtifact[]> {
  const outcome = await step.tell({ order: 'list', prefix });
  expect(outcome).toMatchObject({ kind: 'done' });
  return (outcome as { artifacts: FoundArtifact[] }).artifacts;
}

interface Downloaded {
  kind: string;
  folder: string;
  files: string[];
  why?: string;
}

async function download(
  step: ArtifactStep,
  artifacts: FoundArtifact[],
  folder: string,
): Promise<Downloaded[]> {
  return (await step.tell({ order: 'download', artifacts, folder })) as Downloaded[];
}

const leg = {
  'run.json': '{"run_id":"20260326T000140Z-0a1b2c3d"}\n',
  'plan.json': '{}\n',
  'events.jsonl': '{"event":"run_started"}\n',
  'jobs/unit/host.log': '',
  'jobs/unit/artifacts/guest.log': 'größe \u001b[31mred\u001b[0m\u0000\n',
  'jobs/unit/artifacts/bin/core dump': randomBytes(100_000),
};

describe('the artifact of a leg', () => {
  it('comes back as it was', async () => {
    await using github = await GithubStandIn.start({ store });
    await using uploader = new ArtifactStep(github.environment('unit'));
    await using reporter = new ArtifactStep(github.environment('report'));
    using folder = folderWith(leg, { 'jobs/unit/artifacts/bin/core dump': 0o755 });
    using into = temporaryFolder();
    const uploaded = await uploader.tell({
      order: 'upload folder',
      name: attempt1,
      folder: folder.path,
    });
    expect(uploaded).toMatchObject({
      kind: 'done',
      url: 'https://stand-in.localhost/octo/repo/actions/runs/4711/artifacts/101',
      leftOut: [],
    });
    const [artifact, ...others] = await found(reporter);
    expect(others).toEqual([]);
    expect(artifact).toMatchObject({ id: 101, name: 'pikaci-rust@unit-attempt-1' });
    const [downloaded] = await download(
      reporter,
      artifact === undefined ? [] : [artifact],
      into.path,
    );
    expect(downloaded?.files).toEqual(Object.keys(leg).sort());
    for (const [name, content] of Object.entries(leg)) {
      const path = join(downloaded?.folder ?? '', name);
      expect(readFileSync(path).equals(Buffer.from(content)), name).toBe(true);
      expect(statSync(path).mode & 0o777, name).toBe(name.includes('bin/') ? 0o755 : 0o644);
    }
  });

  it('holds no link, no pipe, and no name that GitHub would refuse it for', async () => {
    await using github = await GithubStandIn.start({ store });
    await using step = new ArtifactStep(github.environment());
    using outside = folderWith({ secret: 'secret' });
    using folder = folderWith({
      'run.json': '{}',
      'jobs/12:30.png': 'x',
      'jobs/what?': 'x',
      'jobs/a\nb': 'x',
    });
    symlinkSync(join(outside.path, 'secret'), join(folder.path, 'link'));
    symlinkSync(outside.path, join(folder.path, 'jobs/folder'));
    symlinkSync('nowhere', join(folder.path, 'broken'));
    execFileSync('mkfifo', [join(folder.path, 'pipe')]);
    const uploaded = await step.tell({
      order: 'upload folder',
      name: attempt1,
      folder: folder.path,
    });
    expect(uploaded).toMatchObject({
      kind: 'done',
      leftOut: [
        'broken',
        'jobs/12:30.png',
        'jobs/a\nb',
        'jobs/folder',
        'jobs/what?',
        'link',
        'pipe',
      ],
    });
    using into = temporaryFolder();
    const [downloaded] = await download(step, await found(step), into.path);
    expect(downloaded?.files).toEqual(['run.json']);
  });

  it('may hold a log of 50 MB', async () => {
    await using github = await GithubStandIn.start({ store });
    await using step = new ArtifactStep(github.environment());
    const line = (n: number) => `${String(n).padStart(8, '0')} the same as ever ${n % 97}\n`;
    const log = Array.from({ length: 1_750_000 }, (_, n) => line(n)).join('');
    expect(log.length).toBeGreaterThan(50_000_000);
    using folder = folderWith({ 'run.json': '{}', 'jobs/unit/artifacts/guest.log': log });
    using into = temporaryFolder();
    expect(
      await step.tell({ order: 'upload folder', name: attempt1, folder: folder.path }),
    ).toMatchObject({ kind: 'done' });
    const [downloaded] = await download(step, await found(step), into.path);
    const path = join(downloaded?.folder ?? '', 'jobs/unit/artifacts/guest.log');
    expect(readFileSync(path, 'utf8') === log).toBe(true);
  });

  it('is replaced by a later try of the same attempt', async () => {
    await using github = await GithubStandIn.start({ store });
    using folder = folderWith({ 'run.json': 'first' });
    for (const content of ['first', 'second']) {
      await using step = new ArtifactStep(github.environment('unit'));
      writeFileSync(join(folder.path, 'run.json'), content);
      expect(
        await step.tell({ order: 'upload folder', name: attempt1, folder: folder.path }),
      ).toMatchObject({ kind: 'done' });
    }
    await using step = new ArtifactStep(github.environment());
    using into = temporaryFolder();
    const artifacts = await found(step);
    expect(artifacts).toHaveLength(1);
    const [downloaded] = await download(step, artifacts, into.path);
    expect(readFileSync(join(downloaded?.folder ?? '', 'run.json'), 'utf8')).toBe('second');
  });

  it('is still there after "Re-run failed jobs", and not after "Re-run all jobs"', async () => {
    await using github = await GithubStandIn.start({ store });
    using folder = folderWith(leg);
    const upload = async (lane: string, attempt: number) => {
      const name = legArtifactName({ target: 'rust', lane, attempt });
      await using step = new ArtifactStep(github.environment(lane));
      await step.tell({ order: 'upload folder', name, folder: folder.path });
    };
    const seen = async () => {
      await using step = new ArtifactStep(github.environment());
      return (await found(step)).map(({ name }) => name).sort();
    };
    await Promise.all([upload('unit', 1), upload('e2e', 1)]);
    github.rerun('failed jobs');
    await upload('e2e', 2);
    expect(await seen()).toEqual([
      'pikaci-rust@e2e-attempt-1',
      'pikaci-rust@e2e-attempt-2',
      'pikaci-rust@unit-attempt-1',
    ]);
    github.rerun('all jobs');
    expect(await seen()).toEqual([]);
  });

  it('may have the longest name that there is', async () => {
    await using github = await GithubStandIn.start({ store });
    await using step = new ArtifactStep(github.environment());
    using folder = folderWith({ 'run.json': '{}' });
    using into = temporaryFolder();
    const name = legArtifactName({ target: 'ß'.repeat(100), lane: '"/\\'.repeat(30), attempt: 1 });
    expect(name).toHaveLength(250);
    await step.tell({ order: 'upload folder', name, folder: folder.path });
    expect(await download(step, await found(step), into.path)).toMatchObject([
      { kind: 'done', files: ['run.json'] },
    ]);
  });
});

it('a report is uploaded as the page that it is', async () => {
  await using github = await GithubStandIn.start({ store });
  await using step = new ArtifactStep(github.environment());
  const page = '<!doctype html><title>größe</title>';
  using folder = folderWith({ 'pikaci-report-attempt-1.html': page });
  const file = join(folder.path, 'pikaci-report-attempt-1.html');
  const uploaded = await step.tell({ order: 'upload file', file });
  expect(uploaded).toMatchObject({
    kind: 'done',
    bytes: Buffer.byteLength(page),
    url: 'https://stand-in.localhost/octo/repo/actions/runs/4711/artifacts/101',
  });
  const [artifact] = github.artifacts;
  expect(artifact).toMatchObject({
    name: 'pikaci-report-attempt-1.html',
    mimeType: 'text/html',
    contentType: 'text/html',
  });
  expect(artifact && (await github.contentOf(artifact)).toString()).toBe(page);
});

describe('downloads', () => {
  it('are told one by one, also where one is none of ours', async () => {
    await using github = await GithubStandIn.start({ store });
    await using step = new ArtifactStep(github.environment());
    using folder = temporaryFolder();
    using into = temporaryFolder();
    for (let n = 1; n <= 9; n += 1) {
      const file = join(folder.path, `pikaci-${n}.zip`);
      const name = n === 5 ? '../../evil' : `file ${n}`;
      writeFileSync(file, zip([{ name, content: `content ${n}` }]));
      await step.tell({ order: 'upload file', file });
    }
    const artifacts = (await found(step)).sort((one, other) => one.id - other.id);
    const downloads = await download(step, artifacts, into.path);
    expect(downloads).toMatchObject(
      artifacts.map((_, index) =>
        index === 4
          ? { kind: 'unavailable', why: 'invalid relative path: ../../evil' }
          : { kind: 'done', files: [`file ${index + 1}`] },
      ),
    );
    expect(existsSync(join(into.path, '../evil'))).toBe(false);
  });

  it('are checked against what was uploaded', async () => {
    await using github = await GithubStandIn.start({ store });
    await using step = new ArtifactStep(github.environment());
    using folder = folderWith(leg);
    using into = temporaryFolder();
    await step.tell({ order: 'upload folder', name: attempt1, folder: folder.path });
    const [artifact] = await found(step);
    const other = { ...artifact, digest: `sha256:${'0'.repeat(64)}` } as FoundArtifact;
    expect(await download(step, [other], into.path)).toEqual([
      { kind: 'unavailable', why: 'it is not what was uploaded: another digest' },
    ]);
  });

  it('are bounded', async () => {
    await using github = await GithubStandIn.start({ store });
    await using step = new ArtifactStep(github.environment());
    using folder = folderWith({ 'run.json': '0'.repeat(1_000_000) });
    using into = temporaryFolder();
    await step.tell({ order: 'upload folder', name: attempt1, folder: folder.path });
    const artifacts = await found(step);
    const within = (limits: Partial<UnpackLimits>) => {
      const folder = join(into.path, Object.keys(limits).join());
      mkdirSync(folder);
      return step.tell({ order: 'download', artifacts, folder, limits });
    };
    const [{ bytes: packed } = { bytes: 0 }] = artifacts;
    for (const [limits, why] of [
      [{ bytes: 999_999 }, 'it unpacks to more than 999999 bytes'],
      [{ bytesOfAll: 999_999 }, 'all artifacts unpack to more than 999999 bytes'],
      [{ packed: 99 }, `it has ${packed} bytes, more than 99`],
    ] as const) {
      expect(await within(limits)).toEqual([{ kind: 'unavailable', why }]);
    }
  });
});

describe('a step’s log', () => {
  it('has what the library says in closed groups, and no command but its own', async () => {
    await using github = await GithubStandIn.start({ store });
    await using step = new ArtifactStep(github.environment());
    using folder = folderWith(leg);
    using into = temporaryFolder();
    await step.tell({ order: 'upload folder', name: attempt1, folder: folder.path });
    await download(step, await found(step), into.path);
    const shown = step.log.filter((line) => !/^::(debug|add-mask)::/.test(line));
    const groups = shown.filter((line) => line.startsWith('::'));
    expect(groups).toEqual([
      '::group::Upload of artifact pikaci-rust@unit-attempt-1',
      '::endgroup::',
      '::group::List of artifacts',
      '::endgroup::',
      '::group::Download of artifacts',
      '::endgroup::',
    ]);
    expect(shown[0]).toBe(groups[0]);
    expect(shown.at(-1)).toBe('::endgroup::');
    expect(shown.join('\n')).not.toContain('##[');
    expect(shown.join('\n')).not.toContain('sig=');
  });
});

describe('where there are no artifacts', () => {
  const orders = [
    { order: 'upload folder', name: attempt1, folder: '/nowhere' },
    { order: 'upload file', file: '/nowhere/report.html' },
    { order: 'list', prefix: '' },
  ] as const;

  it.each([
    [
      'an Enterprise Server',
      { GITHUB_SERVER_URL: 'https://git.example.org' },
      'git.example.org is a GitHub Enterprise Server',
    ],
    [
      'a runner without them',
      { ACTIONS_RUNTIME_TOKEN: '' },
      'the runner gives this step no ACTIONS_RUNTIME_TOKEN',
    ],
  ])('%s says so, and its log nothing', async (_, variables, why) => {
    await using github = await GithubStandIn.start({ store });
    await using step = new ArtifactStep({ ...github.environment(), ...variables });
    for (const order of orders) {
      expect(await step.tell(order)).toEqual({ kind: 'unavailable', why });
    }
    const artifact = { id: 1, name: attempt1, url: '', bytes: 0, digest: undefined };
    expect(await download(step, [artifact], '/nowhere')).toEqual([{ kind: 'unavailable', why }]);
    expect(step.log).toEqual([]);
    expect(github.asked).toEqual([]);
  });
});

describe('a service that has trouble', () => {
  const upload = async (step: ArtifactStep) => {
    using folder = folderWith(leg);
    return await step.tell({ order: 'upload folder', name: attempt1, folder: folder.path });
  };
  const twirp = (status: number, code: string, msg: string) => ({ status, body: { code, msg } });
  let github: GithubStandIn;
  beforeEach(async () => {
    github = await GithubStandIn.start({ store });
    return () => github[Symbol.asyncDispose]();
  });

  it.each([
    [
      'refuses the token',
      twirp(403, 'permission_denied', 'no'),
      { kind: 'not_permitted', status: 403, said: expect.stringContaining('(403)') as string },
    ],
    [
      'refuses the request',
      twirp(400, 'invalid_argument', 'no'),
      { kind: 'refused', status: 400, said: expect.stringContaining('(400)') as string },
    ],
    [
      'is full',
      twirp(403, 'resource_exhausted', 'insufficient usage to create artifact'),
      {
        kind: 'unavailable',
        why: expect.stringContaining('Artifact storage quota has been hit') as string,
      },
    ],
  ])('%s', async (_, answer, expected) => {
    github.fail({ on: /CreateArtifact/, answer });
    await using step = new ArtifactStep(github.environment());
    expect(await upload(step)).toEqual(expected);
    expect(github.asked).toHaveLength(1);
  });

  it('is asked again', async () => {
    github.fail({ on: /CreateArtifact/, answer: twirp(503, 'unavailable', 'later') });
    await using step = new ArtifactStep(github.environment());
    expect(await upload(step)).toMatchObject({ kind: 'done' });
  });

  it('is told when it outlasts a deadline', async () => {
    github.fail({ on: /CreateArtifact/, answer: 'silence' });
    await using step = new ArtifactStep(github.environment());
    using folder = folderWith(leg);
    const order = { order: 'upload folder', name: attempt1, folder: folder.path } as const;
    expect(await step.tell({ ...order, withinMs: 1_000 })).toEqual({
      kind: 'unavailable',
      why: 'The operation was aborted due to timeout',
    });
  });

  it('is left when the step is cancelled', async () => {
    github.fail({ on: /CreateArtifact/, answer: 'silence' });
    await using step = new ArtifactStep(github.environment());
    const uploading = upload(step);
    await until('GitHub is asked', () => github.asked.length > 0, 30);
    step.cancel();
    expect(await uploading).toEqual({ thrown: 'Error: cancelled' });
    expect(step.log.at(-1)).toBe('::endgroup::');
  });
});
