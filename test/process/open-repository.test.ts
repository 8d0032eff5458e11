import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureLines } from '../../src/model/describe-failure.ts';
import { failureOf } from '../../src/model/failure.ts';
import { openRepository } from '../../src/repository/git.ts';
import { Project } from '../support/project.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pikaci-no-repository-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function told(path: string): Promise<string> {
  const failure = await openRepository(path).then(
    () => 'none',
    (error: unknown) => failureLines(failureOf(error)).join('\n'),
  );
  return failure;
}

describe('a folder that cannot be opened as a repository says why', () => {
  it('when there is no git', async () => {
    using project = new Project();
    vi.stubEnv('PATH', folder);
    expect(await told(project.root)).toContain('there is no `git` on this machine');
  });

  // Only root can give a folder away.
  it.runIf(process.getuid?.() === 0)('when it belongs to somebody else', async () => {
    using project = new Project();
    chownSync(project.root, 12_345, 12_345);
    chownSync(join(project.root, '.git'), 12_345, 12_345);
    const words = await told(project.root);
    expect(words).toContain('git does not trust');
    expect(words).toContain(`git config --global --add safe.directory ${project.root}`);
  });

  it('when the checkout lies in a folder of it', async () => {
    execFileSync('git', ['init', '--quiet', join(folder, 'app')]);
    expect(await told(folder)).toContain('Run inside `app`, which has a checkout');
  });

  it('when there is nothing at all', async () => {
    expect(await told(folder)).toContain('put actions/checkout before this step');
    expect(await told(join(folder, 'missing'))).toContain('is not a git work tree');
  });
});
