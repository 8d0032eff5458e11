import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { capture } from '../../src/host/capture.ts';
import { localHost } from '../../src/host/local.ts';
import { local } from '../unit/samples.ts';

const host = localHost(local);
const run = (script: string, ...args: string[]) => ({ script, args, purpose: 'try something' });

describe('a command on this machine', () => {
  it('gets its arguments and its input as they are', async () => {
    const words = ["it's", '$(id)', 'a\nb', ''];
    const command = run(`printf '<%s>' "$@"; cat`, ...words);
    expect(await capture(host, command, { stdin: 'input' })).toBe(
      `${words.map((it) => `<${it}>`).join('')}input`,
    );
  });

  it.each([
    ['exit 3', { kind: 'code', code: 3 }],
    ['kill -TERM $$', { kind: 'signal', signal: 'SIGTERM' }],
  ])('%s ends as it ended', async (script, exit) => {
    expect(await host.exec(run(script))).toEqual(exit);
  });

  it('that fails is told with what it said', async () => {
    await expect(capture(host, run('echo why >&2; exit 1'))).rejects.toMatchObject({
      failure: {
        kind: 'host_command_failed',
        host: 'local',
        step: 'try something',
        exit: 'exit 1',
        detail: 'why',
      },
    });
  });

  it('may leave its input unread', async () => {
    const stdin = Readable.from(Array.from({ length: 100 }, () => 'x'.repeat(100_000)));
    expect(await host.exec(run('exit 0'), { stdin })).toEqual({
      kind: 'code',
      code: 0,
    });
  });

  it('ends with all it started when it is aborted', async () => {
    const abort = new AbortController();
    const lines: string[] = [];
    const running = host.exec(run('sleep 300 & echo $!; wait'), {
      signal: abort.signal,
      onStdout: (chunk) => {
        lines.push(chunk.toString());
        abort.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    const child = Number(lines.join(''));
    await gone(child);
  });

  it('waits for a reader that is slow', async () => {
    let most = 0;
    let underWay = 0;
    await host.exec(run('head -c 2000000 /dev/zero'), {
      onStdout: async () => {
        most = Math.max(most, (underWay += 1));
        await sleep(1);
        underWay -= 1;
      },
    });
    expect(most).toBe(1);
  });
});

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(20);
  }
}
