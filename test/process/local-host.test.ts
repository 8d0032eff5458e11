import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { capture } from '../../src/host/capture.ts';
import { localHost } from '../../src/host/local.ts';
import { local } from '../support/samples.ts';
import { until } from '../support/until.ts';

const host = localHost(local);
const run = (script: string, ...args: string[]) => ({ script, args, purpose: 'try something' });

describe('a command on this machine', () => {
  afterEach(() => vi.unstubAllEnvs());

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
        cause: 'host_command_failed',
        host: 'local',
        step: 'try something',
        exit: 'exit 1',
        detail: 'why',
      },
    });
  });

  it('gets of our environment what it is meant to get, and no secret', async () => {
    const harmless = {
      LC_TIME: 'C',
      RUNNER_TOOL_CACHE: '/opt/tools',
      JAVA_HOME_21_X64: '/opt/java',
    };
    const secret = [
      ...['NIX_CONFIG', 'NIX_USER_CONF_FILES', 'SSH_AUTH_SOCK', 'INPUT_SSH-KEY', 'INPUT_TOKEN'],
      ...['GITHUB_TOKEN', 'GH_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
      ...['ACTIONS_RESULTS_URL', 'GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_PATH'],
      ...[
        'AWS_SECRET_ACCESS_KEY',
        'AWS_SESSION_TOKEN',
        'PIKACI_SSH_KEY_PASSPHRASE',
        'NODE_OPTIONS',
      ],
      ...[
        'HTTPS_PROXY',
        'https_proxy',
        'DBUS_SESSION_BUS_ADDRESS',
        'XDG_RUNTIME_DIR',
        'LD_PRELOAD',
      ],
      ...['LC_SECRET_1', 'GOROOT_TOKEN', 'JAVA_HOME_TOKEN', 'PATH_TOKEN', 'MY_HOME', 'path'],
    ];
    for (const name of secret) vi.stubEnv(name, '/secret.so');
    for (const [name, value] of Object.entries(harmless)) vi.stubEnv(name, value);
    const told = (await capture(host, run('env -0'))).split('\0').filter(Boolean);
    expect(told.filter((it) => it.includes('secret'))).toEqual([]);
    expect(told).toEqual(
      expect.arrayContaining([
        `PATH=${process.env['PATH'] ?? ''}`,
        ...Object.entries(harmless).map(([name, value]) => `${name}=${value}`),
      ]),
    );
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
    await until('its child is gone', () => !isThere(child), 30);
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

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
