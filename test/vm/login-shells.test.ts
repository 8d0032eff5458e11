import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Host } from '../../src/host/host.ts';
import { openHost } from '../../src/host/open.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { credentialsFor, specAt, sshPort } from '../support/ssh-host.ts';
import { describeWithHost } from './support.ts';

interface Account {
  shell: string;
  /** Files in its home, by path. */
  startFiles?: Record<string, string>;
}

const noise = 'echo welcome; echo careful >&2';
const accounts: Record<string, Account> = {
  bash: { shell: '/bin/bash' },
  'bash-noisy': { shell: '/bin/bash', startFiles: { '.bashrc': `${noise}; set -xv` } },
  'bash-reading': { shell: '/bin/bash', startFiles: { '.bashrc': 'read -t 0.2 -r line; :' } },
  dash: { shell: '/bin/dash' },
  ash: { shell: '/usr/local/bin/ash' },
  zsh: {
    shell: '/bin/zsh',
    startFiles: { '.zshenv': `${noise}; setopt xtrace ksh_arrays extended_glob magic_equal_subst` },
  },
  fish: {
    shell: '/usr/bin/fish',
    startFiles: { '.config/fish/config.fish': 'echo welcome; echo careful >&2' },
  },
  nologin: { shell: '/usr/sbin/nologin' },
  tcsh: { shell: '/bin/tcsh', startFiles: { '.tcshrc': 'echo welcome\nset echo verbose' } },
};

function addAccounts(host: EmbeddedHost, all: Record<string, Account>): void {
  const key = readFileSync(host.path('/home/ci/.ssh/authorized_keys'), 'utf8');
  const add = Object.entries(all).map(
    ([name, { shell }]) => `useradd --create-home --password '*' --shell ${shell} ${name}`,
  );
  const own = Object.keys(all).map((name) => `chown -R ${name}: /home/${name}`);
  host.shell('sh', '-ec', add.join('\n'));
  for (const [name, { startFiles = {} }] of Object.entries(all)) {
    for (const [path, text] of Object.entries({ ...startFiles, '.ssh/authorized_keys': key })) {
      const file = host.path(`/home/${name}/${path}`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${text}\n`);
    }
  }
  host.shell('sh', '-ec', own.join('\n'));
}

const awkward = [
  ...["it's", 'a "b" c', String.raw`back\slash \' \\`, '!history !! !$', 'two\nlines\n', '\t'],
  ...['$HOME `id` $(id)', 'ü€😀', '', '100% %s', '~', '-n', '=ls', '*', '{a,b}', '^a^b', '#', ';'],
];
/** Prints its arguments, a line of NULs apart, and its input behind them; fails with 7. */
const echoing = String.raw`printf '%s\000' "$@"; cat; printf 'to %s' stderr >&2; exit 7`;
/** Longer than any shell takes in one word. */
const long = `: ${'x'.repeat(150_000)}\n`;

describeWithHost('an account', (host) => {
  let port = 0;
  beforeAll(() => {
    port = sshPort(host()) + 3;
    host().shell('ln', '-sf', '/bin/busybox', '/usr/local/bin/ash');
    addAccounts(host(), accounts);
    const names = Object.keys(accounts).join(' ');
    host().startSshd(port, '-o', `AllowUsers=${names}`);
  });
  afterAll(() => host().stopSshd(port));

  const open = (user: string, at = port): Promise<Host> => {
    const endpoint = { user, hostname: '127.0.0.1', port: at };
    return openHost(
      { ...specAt(host(), at), address: { kind: 'ssh', endpoints: [endpoint] } },
      credentialsFor(host(), at),
      { signal: new AbortController().signal },
    );
  };

  const usable = Object.keys(accounts).filter((name) => name !== 'nologin');
  it.concurrent.each(usable)(
    'of %s gets scripts, arguments and input as they are',
    async (name) => {
      await using opened = await open(name);
      const input = randomBytes(300_000);
      for (const before of ['', long]) {
        const command = { script: before + echoing, args: awkward, purpose: 'echo' };
        const chunks: Buffer[] = [];
        const complaints: Buffer[] = [];
        const exit = await opened.exec(command, {
          stdin: Readable.from([input]),
          onStdout: (chunk) => void chunks.push(chunk),
          onStderr: (chunk) => void complaints.push(chunk),
        });
        const heard = Buffer.concat(chunks);
        expect(Buffer.concat(complaints).toString()).toBe('to stderr');
        expect(exit).toEqual({ kind: 'code', code: 7 });
        const words = `${awkward.join('\0')}\0`;
        expect(heard.subarray(0, -input.length).toString()).toBe(words);
        expect(heard.subarray(-input.length).equals(input)).toBe(true);
      }
      for (const stdin of [undefined, 'some input\n']) {
        const answer = await opened.call(
          { script: echoing, args: awkward, purpose: 'echo' },
          stdin === undefined ? {} : { stdin },
        );
        expect(answer).toEqual({
          exit: { kind: 'code', code: 7 },
          stdout: `${awkward.join('\0')}\0${stdin ?? ''}`,
          stderr: 'to stderr',
        });
      }
    },
  );

  it.each([
    ['nologin', 'nologin', [], 'This account is currently not available.', 'exit 1'],
    [
      'an SFTP server alone',
      'bash',
      ['-o', 'ForceCommand=internal-sftp'],
      'This service allows sftp connections only.',
      'exit 1',
    ],
    [
      'a command of its own',
      'fish',
      ['-o', 'ForceCommand=echo backups only; exit 3'],
      'backups only',
      'exit 3',
    ],
    ['no base64', 'bash', ['-o', 'SetEnv=PATH=/usr/local/bin/none'], 'sh', 'exit 127'],
  ])('with %s is refused by what the host says', async (_, user, options, said, how) => {
    const at = port + 1;
    host().startSshd(at, '-o', `AllowUsers=${user}`, ...options);
    await using opened = await open(user, at);
    const failure = {
      failure: {
        cause: 'host_without_shell',
        how,
        said: expect.stringContaining(said) as string,
      },
    };
    const who = { script: 'id -un', purpose: 'say who I am' };
    await expect(opened.call(who)).rejects.toMatchObject(failure);
    await expect(opened.call(who, { stdin: 'x' })).rejects.toMatchObject(failure);
    await expect(opened.exec(who)).rejects.toMatchObject(failure);
    host().stopSshd(at);
  });
});
