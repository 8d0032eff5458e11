import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { processFunctions, supervisorScript } from '../../src/guest/scripts.ts';
import { lane } from '../support/samples.ts';
import { runAgent } from '../support/agent.ts';
import { temporaryFolder } from '../support/folder.ts';
import { appears, guestIn, inSeconds, supervise } from '../support/supervised.ts';

/** As on macOS, as far as Linux can show it: its ps takes other flags, and the rest is the same. */
const withoutProc = (script: string): string => script.replaceAll('/proc/', '/nowhere/');

/** POSIX and perl; no setsid, and no GNU timeout. */
const tools =
  'sh bash env perl ps awk grep cut sleep sort cat head mkdir mv rm chmod date touch tail tr ln ls mount umount sed find'.split(
    ' ',
  );

function folderOfTools(at: string): string {
  mkdirSync(at);
  for (const tool of tools) {
    const path = execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
    symlinkSync(path, join(at, tool));
  }
  return at;
}

function found(name: string): string[] {
  const script = `${withoutProc(processFunctions())}\nprocesses_of_guest ${name}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\n').filter(Boolean);
}

/** A zombie that nobody has asked after yet is none. */
function isAlive(pid: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' });
  return /^[^Z]/.test(stdout);
}

it('a guest’s processes are found, and ended, where there is neither /proc nor setsid', async () => {
  using folder = temporaryFolder();
  const name = `ps-${process.pid}`;
  // macOS hides the environment of its own programs; env -i stands for that.
  const lane =
    '(trap "" TERM; sleep 300 & ) ; (env PIKACI_GUEST_NAME=$0 setsid sleep 300 & ) ; : >up; sleep 300; :';
  const agent = `exec env -i PATH=${process.env['PATH'] ?? ''} bash -c '${lane}' ${name}`;
  const dir = guestIn(folder.path, name, agent);
  const child = supervise(dir, name, {
    script: withoutProc(supervisorScript()),
    path: folderOfTools(join(folder.path, 'tools')),
  });
  await appears(join(dir, 'up'));
  const pids = found(name);
  // perl, which leads the group; bash; the orphan in its group; the one that left it; the last.
  expect(pids).toHaveLength(5);
  const exited = once(child, 'exit');
  writeFileSync(join(dir, 'lease'), inSeconds(-1));
  await exited;
  expect(pids.filter(isAlive)).toEqual([]);
  expect(existsSync(dir)).toBe(false);
});

it('a program that hangs is ended with all it started where there is neither /proc nor setsid', () => {
  using folder = temporaryFolder();
  const dir = guestIn(folder.path, `hangs-${process.pid}`, '');
  writeFileSync(join(dir, 'remove'), 'echo "$$" >pids; sleep 300 & echo "$!" >>pids; sleep 300');
  const script = `${withoutProc(processFunctions())}\nrun_program "$1" "$2" remove`;
  const args = ['-c', script, 'sh', dir, `hangs-${process.pid}`];
  const { status, stderr } = spawnSync('sh', args, {
    encoding: 'utf8',
    env: { PATH: folderOfTools(join(folder.path, 'tools')) },
  });
  expect({ status, stderr }).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('did not end within 20 seconds') as string,
  });
  const pids = readFileSync(join(dir, 'pids'), 'utf8').trim().split('\n');
  expect(pids).toHaveLength(2);
  expect(pids.filter(isAlive)).toEqual([]);
}, 60_000);

it('nobody else’s processes are found', () => {
  expect(found(`nobody-${process.pid}`)).toEqual([]);
});

it.each([
  { command: 'exit 3', result: { kind: 'exited', exitCode: 3 } },
  { command: 'exit 124', result: { kind: 'exited', exitCode: 124 } },
  { command: 'kill -KILL $$', result: { kind: 'exited', exitCode: 137 } },
  { command: 'sleep 300 & sleep 300', result: { kind: 'timed_out' } },
  { command: 'trap "exit 0" TERM; sleep 300 & wait', result: { kind: 'timed_out' } },
  { command: 'sleep 300 & kill -STOP $$', result: { kind: 'timed_out' } },
])(
  'a lane that says `$command` ends as $result.kind where there is no timeout(1)',
  ({ command, result: expected }) => {
    using folder = temporaryFolder();
    const { result } = runAgent(
      folder.path,
      lane({ id: 'l', command: { kind: 'shell', line: command }, timeoutSecs: 1 }),
      folderOfTools(join(folder.path, 'tools')),
    );
    expect(result).toEqual(expected);
  },
);
