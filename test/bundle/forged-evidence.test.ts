import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { legArtifactName } from '../../src/github/artifact-name.ts';
import { writtenRun, type WrittenRun } from '../../src/store/written-record.ts';
import { BlobStore } from '../github-stand-in/blob-store.ts';
import { GithubStandIn } from '../github-stand-in/github-stand-in.ts';
import { ArtifactStep } from '../support/artifact-step.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runnerFiles, start } from '../support/pikaci.ts';
import { zip, type ZipEntry } from '../support/zip.ts';
import { record } from '../support/sample-record.ts';

// Any job of a workflow run holds a token with which it can leave artifacts under any name, each
// attempt apart, and take others away. Here the leg `evil` does, and the report is the bundle.

const store = await BlobStore.start();
afterAll(() => store[Symbol.asyncDispose]());

const noise = randomBytes(1000);
const sha = 'c'.repeat(40);
const runPage = 'https://stand-in.localhost/octo/repo/actions/runs/4711';
/** Each target with one lane `unit`, and `web` with `evil`. */
const planOf = (targets: readonly string[]) => ({
  schema_version: 1,
  mode: 'branch',
  manifest_path: 'pikaci.toml',
  base: null,
  head: null,
  attempt: 1,
  created_at: '2026-03-26T00:01:30.000Z',
  grouping: 'lane',
  selected_titles: [...targets, 'web'],
  include: [
    ...targets.map((target) => ({ id: 'unit', target, title: `${target} / unit` })),
    { id: 'evil', target: 'web', title: 'web / evil' },
  ],
  skipped: [],
  notes: [],
});

interface Forged {
  target?: string;
  lane?: string | null;
  attempt?: number;
  /** What the record says of itself, where that is not what its name says. */
  leg?: object;
  run?: Partial<Record<keyof WrittenRun, unknown>> | string;
  job?: object;
  files?: Readonly<Record<string, string>>;
}

/** What a leg uploads, as it must be but for what is given. */
function filesOf({ target = 'app', lane = 'unit', attempt = 1, ...more }: Forged) {
  const written = writtenRun(record);
  const [passed] = written.jobs;
  const leg = {
    schema_version: 1,
    ...{ target, lane, attempt },
    job_url: `${runPage}/job/1`,
    failure: null,
    ...more.leg,
  };
  const run =
    typeof more.run === 'string'
      ? more.run
      : JSON.stringify({
          ...written,
          status: 'passed',
          jobs: [{ ...passed, id: lane, ...more.job }],
          ...more.run,
        });
  return { 'leg.json': JSON.stringify(leg), 'run.json': run, ...more.files };
}

class Scene implements AsyncDisposable {
  readonly github: GithubStandIn;
  readonly #targets: readonly string[];
  readonly #evil: ArtifactStep;

  constructor(github: GithubStandIn, targets: readonly string[] = ['app']) {
    this.github = github;
    this.#targets = targets;
    this.#evil = new ArtifactStep(github.environment('web / evil'));
  }

  /** The leg `evil`, whose own record is as it should be. */
  static async start(targets?: readonly string[]): Promise<Scene> {
    const scene = new Scene(await GithubStandIn.start({ store, commits: [sha] }), targets);
    await scene.leaves({ target: 'web', lane: 'evil' });
    return scene;
  }

  async leaves(forged: Forged): Promise<void> {
    const { target = 'app', lane = 'unit', attempt = 1 } = forged;
    using folder = temporaryFolder();
    for (const [name, content] of Object.entries(filesOf(forged))) {
      const path = join(folder.path, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    const name = legArtifactName({ target, lane: lane ?? undefined, attempt });
    const answer = await this.#evil.tell({ order: 'upload folder', name, folder: folder.path });
    expect(answer).toMatchObject({ kind: 'done' });
  }

  async leavesArchive(name: string, archive: Buffer): Promise<void> {
    using folder = temporaryFolder();
    const file = join(folder.path, name);
    writeFileSync(file, archive);
    const answer = await this.#evil.tell({ order: 'upload file', file });
    expect(answer).toMatchObject({ kind: 'done' });
  }

  async reports(legsResult: string) {
    using workspace = temporaryFolder();
    const { github } = this;
    const event = { name: 'push', payload: { after: sha }, sha };
    const inputs = {
      mode: 'report',
      plan: JSON.stringify(planOf(this.#targets)),
      'legs-result': legsResult,
      status: 'true',
      token: github.token,
    };
    const files = runnerFiles(workspace.path, inputs, event);
    const environment = { ...files.environment, ...github.environment('report') };
    const finished = await start(workspace.path, [], environment).finished;
    const states = github.statuses.map(({ context, state }) => `${context}: ${state}`);
    const green = github.statuses.flatMap(({ context, state }) =>
      state === 'success' ? [context.replace('pikaci / ', '')] : [],
    );
    return { ...finished, summary: files.summary(), states, green };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#evil[Symbol.asyncDispose]();
    await this.github[Symbol.asyncDispose]();
  }
}

const job = (name: string, conclusion: string | null) => ({ name, conclusion });

describe('a forged pass', () => {
  it('of a leg that failed is red by its job, and by no record', async () => {
    await using scene = await Scene.start();
    await scene.leaves({});
    scene.github.jobs = [job('app / unit', 'failure'), job('web / evil', 'success')];
    const { code, states, summary } = await scene.reports('failure');
    expect(code).toBe(1);
    expect(states).toEqual(['pikaci / app: failure', 'pikaci / web: success']);
    expect(summary).toContain('yet its job ended with failure');
  });

  it('leaves no target green where jobs cannot be read and the legs failed', async () => {
    await using scene = await Scene.start();
    await scene.leaves({});
    scene.github.permissions = { statuses: 'write' };
    const { code, states } = await scene.reports('failure');
    expect(code).toBe(1);
    expect(states).toEqual(['pikaci / app: error', 'pikaci / web: error']);
  });

  it('counts for nothing that is not what a leg writes', async () => {
    await using scene = await Scene.start(Object.keys(notWritten));
    for (const [target, forged] of Object.entries(notWritten)) {
      await scene.leaves({ target, ...forged });
    }
    const { code, green, summary } = await scene.reports('untold');
    expect({ code, green }).toEqual({ code: 1, green: ['web'] });
    expect(summary).not.toMatch(/evil\.example|javascript:|\n# hi|\nclick/);
  });
});

const unitJob = { ...writtenRun(record).jobs[0], id: 'unit' };
const notWritten: Readonly<Record<string, Forged>> = {
  'of a later attempt than there is': { attempt: 2 },
  'that says it is of another lane': { leg: { lane: 'evil' } },
  'that says it is of another attempt': { leg: { attempt: 7 } },
  'that links to elsewhere': { leg: { job_url: 'https://evil.example/job/1' } },
  'that links out of the run': { leg: { job_url: `${runPage}/job/../../../4712/job/1` } },
  'that links to a script': { leg: { job_url: 'javascript:alert(1)//job/1' } },
  'that was skipped': { run: { status: 'skipped', jobs: [], message: 'no file matches' } },
  'that skipped its lane': { job: { status: 'skipped' } },
  'without its lane': { run: { jobs: [] } },
  'with its lane twice': { run: { jobs: [unitJob, unitJob] } },
  'of no exit code': { job: { exit_code: null } },
  'with an exit code that is text': { job: { exit_code: '0' } },
  'with a status of its own': { job: { status: 'passed ' } },
  'of no time': { job: { started_at: 'soon' } },
  'of a time that breaks a chart': { job: { finished_at: '2026-03-26T00:04:07Z\nclick x' } },
  'of a time to come': { job: { finished_at: '9999-01-01T00:00:00Z' } },
  'with a phase of its own': { job: { remote_linux_vm_execution: phases('```\n# hi') } },
  'with a lane that leads out': { job: { id: '../../unit' } },
  'with a run of no id': { run: { run_id: '../..' } },
  'that is no JSON': { run: '{"status":"passed"' },
  'that is a list': { run: '[]' },
  'that is deeper than a stack': { run: '['.repeat(2_000_000) },
};

function phases(phase: string): object {
  const at = '2026-03-26T00:04:07.000Z';
  const its = { phase, started_at: at, finished_at: at, duration_ms: 0 };
  return { backend: 'microvm', incus_image: null, phases: [its] };
}

describe('of what is found of a lane, the worst counts', () => {
  it('where somebody left a record for all of its target', async () => {
    await using scene = await Scene.start();
    await scene.leaves({ job: { status: 'failed', exit_code: 3, failure_kind: 'test_failure' } });
    await scene.leaves({ lane: null, job: { id: 'unit' } });
    expect((await scene.reports('untold')).states).toEqual([
      'pikaci / app: failure',
      'pikaci / web: success',
    ]);
  });

  it('where a leg of an earlier attempt left a record for the next', async () => {
    await using scene = await Scene.start();
    await scene.leaves({ attempt: 2 });
    scene.github.rerun('failed jobs');
    await using again = new Scene(scene.github);
    await again.leaves({ attempt: 2, job: { status: 'failed', exit_code: 3 } });
    expect((await scene.reports('untold')).states[0]).toBe('pikaci / app: failure');
  });
});

describe('an archive', () => {
  const bomb = zip([{ name: 'x', content: Buffer.alloc(2_000_000) }]);
  const entries = (target: string): ZipEntry[] =>
    Object.entries(filesOf({ target })).map(([name, content]) => ({ name, content }));
  const archives: Readonly<Record<string, (own: ZipEntry[]) => ZipEntry[]>> = {
    'leads-out': (own) => [...own, { name: '../../evil' }],
    'holds-a-link': (own) => [...own, { name: 'l', content: '/etc/passwd', mode: 0o120777 }],
    'has-two-records': (own) => [...own, ...own],
    'shares-its-bytes': (own) => [
      ...own,
      ...Array.from({ length: 100 }, (_, n) => ({
        name: `jobs/l${n}/host.log`,
        content: noise,
        overlaps: n > 0,
      })),
    ],
    'has-a-huge-record': () => [{ name: 'leg.json', content: Buffer.alloc(2 ** 21) }],
    'holds-more-than-is-read': (own) => [
      { name: 'jobs/unit/artifacts/bomb.zip', content: bomb },
      { name: 'jobs/unit/problems.json', content: Buffer.alloc(9 * 1024 ** 2) },
      ...own,
    ],
  };

  it('is read for what a report needs; where it is not what a leg packs, a lane is missing', async () => {
    await using scene = await Scene.start(Object.keys(archives));
    for (const [target, pack] of Object.entries(archives)) {
      const name = legArtifactName({ target, lane: 'unit', attempt: 1 });
      await scene.leavesArchive(name, zip(pack(entries(target))));
    }
    const { code, green, stdout } = await scene.reports('untold');
    expect({ code, green }, stdout).toEqual({
      code: 1,
      green: ['holds-more-than-is-read', 'web'],
    });
  });
});
