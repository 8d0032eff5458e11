import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/guest/backend.ts';
import { reapGuests } from '../../src/guest/reap-guests.ts';
import { openHost } from '../../src/host/open.ts';
import { localHost } from '../../src/host/local.ts';
import type { RunEvent } from '../../src/model/event.ts';
import { cancelledBy } from '../../src/model/failure.ts';
import type { RunRecord } from '../../src/model/record.ts';
import { workTreeFiles } from '../../src/repository/files.ts';
import { openRepository } from '../../src/repository/git.ts';
import { runTarget, type RunTargetOptions } from '../../src/run/run-target.ts';
import { temporaryFolder } from '../support/folder.ts';
import { Project } from '../support/project.ts';
import { inSeconds } from '../support/supervised.ts';
import { lane, local, target } from '../support/samples.ts';

/**
 * A backend of one's own: a process in a folder. Like an instance under a daemon it is no child of the
 * supervisor's and carries no mark of the guest's, so that only the backend's own programs find it.
 */
const folderBackend: Backend<undefined, string> = {
  name: 'folder',
  runner: 'remote_linux_vm',
  machine: false,
  refuse: ({ runAsRoot }) =>
    runAsRoot ? { problem: 'a folder has no root', hint: 'Drop run_as_root.' } : undefined,
  permissions: () => [],
  steps: () => [],
  prepare: (host) => Promise.resolve(`prepared on ${host.spec.name}`),
  programs: ({ dir }, _settings, prepared) => ({
    boot: `echo boot >>../../calls
env -i "PATH=$PATH" "HOME=$HOME" "PREPARED=$PREPARED" setsid sh -c 'echo "$$" >instance; exec bash request/agent' &
while kill -0 "$!" 2>/dev/null; do sleep 0.05; done
`,
    remove: 'echo remove >>../../calls; kill -KILL "-$(cat instance)" 2>/dev/null; :',
    hold: 'echo hold >>../../calls; kill -STOP "-$(cat instance)"',
    resume: 'echo resume >>../../calls',
    enter: 'cd "$(dirname "$0")" && echo "entered $(cat artifacts/left)"',
    needs: ['bash', 'setsid'],
    environment: { PREPARED: prepared },
    paths: {
      request: `${dir}/request`,
      channel: `${dir}/channel`,
      workspace: `${dir}/workspace`,
      artifacts: `${dir}/artifacts`,
      scratch: `${dir}/cache`,
      home: `${dir}/home`,
    },
    workspace: 'copied',
    bootSecs: 30,
  }),
  probe: () => Promise.resolve([]),
};

describe('lanes on a backend of one’s own', () => {
  let project: Project;
  let folder: ReturnType<typeof temporaryFolder>;
  let workDir = '';
  let events: RunEvent[] = [];
  beforeEach(() => {
    project = new Project().file('content', 'of the workspace\n');
    project.commit();
    folder = temporaryFolder();
    workDir = join(folder.path, 'work');
    events = [];
  });
  afterEach(() => {
    project[Symbol.dispose]();
    folder[Symbol.dispose]();
  });

  const calls = (): string[] => readFileSync(join(workDir, 'calls'), 'utf8').trim().split('\n');
  const guests = (): string[] => readdirSync(join(workDir, 'guests'));
  const guestFolder = (): string => join(workDir, 'guests', guests()[0] ?? '');
  const instance = (): number => Number(readFileSync(join(guestFolder(), 'instance'), 'utf8'));

  function isAlive(pid: number): boolean {
    return (
      existsSync(`/proc/${pid}/status`) &&
      !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    );
  }

  async function run(command: string, more: Partial<RunTargetOptions> = {}): Promise<RunRecord> {
    const repository = await openRepository(project.root);
    const host = { ...local, workDir, backend: 'folder' };
    const runner = { kind: 'remote_linux_vm', host, staged: undefined } as const;
    const line = { kind: 'shell', line: command } as const;
    const lanes = [lane({ id: 'l', runner, command: line, retriesOnInfrastructure: 0 })];
    const credentials = {
      proof: () => Promise.reject(new Error('nobody is asked')),
      knownHosts: () => Promise.reject(new Error('nobody is asked')),
      proxyJump: [],
    };
    return runTarget({
      target: target({ id: 't', lanes }),
      lanes,
      source: {
        source_root: project.root,
        git_head: null,
        git_dirty: null,
        changed_files: [],
        filters: [],
      },
      workspace: {
        root: project.root,
        format: repository.objectFormat,
        files: await workTreeFiles(repository),
      },
      context: {},
      secrets: { kind: 'given', values: new Map() },
      notes: new Map(),
      backends: [folderBackend],
      stateRoot: join(folder.path, 'state'),
      identity: { repository: 'r', run: undefined, attempt: 1 },
      openHost: (spec, options) => openHost(spec, credentials, options),
      registryAuth: () => '{}',
      onFirstUse: () => Promise.resolve(undefined),
      afterFailure: { kind: 'removed' },
      maxConcurrentExecutes: 1,
      skip: undefined,
      hostLog: () => undefined,
      report: (event) => events.push(event),
      outputTaken: () => undefined,
      signal: new AbortController().signal,
      ...more,
    });
  }

  it('run', async () => {
    const record = await run('cat content && echo "$PREPARED"');
    const log = readFileSync(record.jobs[0]?.guest_log_path ?? '', 'utf8');
    expect(record.jobs[0]).toMatchObject({ status: 'passed', execution: { backend: 'folder' } });
    expect(log).toContain('of the workspace\nprepared on local\n');
    expect([...new Set(calls())]).toEqual(['boot', 'remove']);
    expect(guests()).toEqual([]);
  });

  it('are cancelled', async () => {
    const abort = new AbortController();
    let pid = 0;
    const running = run('echo up; sleep 300', {
      signal: abort.signal,
      report: (event) => {
        if (event.event !== 'job_output' || pid !== 0) return;
        pid = instance();
        abort.abort(cancelledBy('a test'));
      },
    });
    expect((await running).jobs[0]).toMatchObject({ status: 'failed', failure_kind: 'cancelled' });
    expect(isAlive(pid)).toBe(false);
    expect(guests()).toEqual([]);
  });

  it('are kept, entered and ended', async () => {
    await run('echo something >"$XDG_STATE_HOME/../left"; exit 3', {
      afterFailure: { kind: 'kept', minutes: 1, via: [] },
    });
    const kept = events.find((event) => event.event === 'guest_kept');
    expect(execFileSync('sh', ['-c', kept?.enter ?? ''], { encoding: 'utf8' })).toBe(
      'entered something\n',
    );
    expect(calls()).toContain('resume');
    execFileSync('sh', ['-c', kept?.end ?? '']);
    await expect.poll(guests, { timeout: 20_000 }).toEqual([]);
  });

  it('are held, and removed, when their supervisor is killed', async () => {
    let pid = 0;
    const record = await run('echo up; sleep 300', {
      report: (event) => {
        if (event.event !== 'job_output' || pid !== 0) return;
        pid = instance();
        const supervisor = Number(readFileSync(join(guestFolder(), 'supervisor.pid'), 'utf8'));
        process.kill(supervisor, 'SIGKILL');
      },
    });
    expect(record.jobs[0]).toMatchObject({ status: 'failed', failure_kind: 'infrastructure' });
    expect(calls()).toContain('hold');
    expect(isAlive(pid)).toBe(false);
    expect(guests()).toEqual([]);
  });

  it('do not pass where something of theirs may be left', async () => {
    const record = await run('echo exit 1 >../remove');
    expect(record.jobs[0]).toMatchObject({ status: 'failed', failure_kind: 'infrastructure' });
    writeFileSync(join(guestFolder(), 'remove'), ':\n');
    writeFileSync(join(guestFolder(), 'lease'), inSeconds(-1));
    await reapGuests(localHost({ ...local, workDir }), new AbortController().signal);
    expect(guests()).toEqual([]);
  });

  it('are reaped, and stay where the backend could not end them', async () => {
    await run('echo up; exit 3', { afterFailure: { kind: 'kept', minutes: 1, via: [] } });
    const dir = guestFolder();
    process.kill(Number(readFileSync(join(dir, 'supervisor.pid'), 'utf8')), 'SIGKILL');
    writeFileSync(join(dir, 'lease'), inSeconds(-1));
    const remove = readFileSync(join(dir, 'remove'), 'utf8');
    writeFileSync(join(dir, 'remove'), 'echo the daemon does not answer >&2; exit 1\n');
    const host = localHost({ ...local, workDir });
    const { signal } = new AbortController();
    await expect(reapGuests(host, signal)).rejects.toThrow();
    expect(existsSync(dir)).toBe(true);
    writeFileSync(join(dir, 'remove'), remove);
    expect(await reapGuests(host, signal)).toHaveLength(1);
    expect(existsSync(dir)).toBe(false);
  });
});
