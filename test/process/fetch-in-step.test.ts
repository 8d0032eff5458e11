import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchInStep } from '../../src/action/fetch-in-step.ts';
import { openRepository } from '../../src/repository/git.ts';
import { Project } from '../support/project.ts';

let said = '';
beforeEach(() => {
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => void vi.restoreAllMocks());

/** A repository whose remote is a program. */
function remoteIs(script: string): Project {
  const project = new Project().file('a', '1');
  project.commit();
  const program = join(project.root, '.git', 'remote');
  project.file('.git/remote', `#!/bin/sh\n${script}\n`, 0o755);
  project.git('remote', 'add', 'origin', `file://${project.root}`);
  project.git('config', 'remote.origin.uploadpack', program);
  return project;
}

const args = ['fetch', '--no-tags', 'origin'];

describe('a fetch in a step', () => {
  it('shows what a remote says, as words and no commands', async () => {
    using project = remoteIs('printf "::error::owned\\n##[error]owned\\r\\n::stop" >&2; exit 1');
    const fetched = await fetchInStep()(await openRepository(project.root), args);
    expect(fetched).toBe(false);
    expect(said).toContain('/git fetch --no-tags origin\n');
    expect(said).toContain('error::owned');
    expect(said).not.toMatch(/^\s*::|##\[/m);
    expect(said).toContain('git fetch failed; give actions/checkout `fetch-depth: 0`');
  });

  it('gives up when its time is over, for all fetches of the step, and ends git', async () => {
    using project = remoteIs('echo $$ >"$0.pid"; exec cat >/dev/null');
    const repository = await openRepository(project.root);
    const runFetch = fetchInStep(500);
    const start = performance.now();
    expect([await runFetch(repository, args), await runFetch(repository, args)]).toEqual([
      false,
      false,
    ]);
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(said).toContain('git fetch took longer than 0.5 s');
    // It ends with its input, and that with git.
    const remote = Number(readFileSync(join(project.root, '.git', 'remote.pid'), 'utf8'));
    await vi.waitFor(() => expect(() => process.kill(remote, 0)).toThrow('ESRCH'), 5_000);
  });

  it('ends with the step', async () => {
    using project = remoteIs('exec cat >/dev/null');
    const signal = AbortSignal.timeout(300);
    const fetching = fetchInStep()(await openRepository(project.root), args, signal);
    await expect(fetching).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
