import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { capture } from '../../src/host/capture.ts';
import type { Host } from '../../src/host/host.ts';
import { parseKnownHosts } from '../../src/host/known-hosts.ts';
import { openHost, type Credentials } from '../../src/host/open.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { temporaryFolder } from '../support/folder.ts';
import { credentialsFor, knownHostsAt, specAt, sshPort } from '../support/ssh-host.ts';
import { until } from '../support/until.ts';
import { describeWithHost } from './support.ts';

const who = { script: 'id -un', purpose: 'say who I am' };

function open(host: EmbeddedHost, port: number, credentials: Partial<Credentials>): Promise<Host> {
  const signal = new AbortController().signal;
  return openHost(
    specAt(host, port),
    { ...credentialsFor(host, port), ...credentials },
    { signal },
  );
}

/** One more sshd that counts who comes. */
function countingSshd(host: EmbeddedHost, port: number): () => number {
  const log = `/run/sshd-${port}.log`;
  host.startSshd(port, '-E', log, '-o', 'LogLevel=VERBOSE');
  return () => readFileSync(host.path(log), 'utf8').match(/Connection from/g)?.length ?? 0;
}

describeWithHost('a host', (host) => {
  it('that shows another type of key than the pinned one is asked once', async () => {
    using folder = temporaryFolder();
    const port = sshPort(host()) + 8;
    const connections = countingSshd(host(), port);
    const file = join(folder.path, 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa', '-N', '', '-f', file]);
    const pinned = readFileSync(`${file}.pub`, 'utf8');
    const knownHosts = parseKnownHosts('test', `[127.0.0.1]:${port} ${pinned}`);
    await expect(
      open(host(), port, { knownHosts: () => Promise.resolve(knownHosts) }),
    ).rejects.toMatchObject({
      failure: {
        cause: 'host_key_changed',
        pinned: expect.stringContaining('ecdsa') as string,
        offered: knownHostsAt(host(), port),
      },
    });
    expect(connections()).toBe(1);
    host().stopSshd(port);
  });

  it('that has had enough of an agent’s keys is asked once', async () => {
    using folder = temporaryFolder();
    const port = sshPort(host()) + 9;
    const connections = countingSshd(host(), port);
    const socket = join(folder.path, 'agent');
    const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
    await until('the agent listens', () => existsSync(socket));
    const env = { ...process.env, SSH_AUTH_SOCK: socket };
    for (let n = 0; n < 7; n += 1) {
      const file = join(folder.path, `key-${n}`);
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
      execFileSync('ssh-add', ['-q', file], { env, stdio: 'ignore' });
    }
    await expect(
      open(host(), port, { proof: () => Promise.resolve({ kind: 'agent', socket }) }),
    ).rejects.toMatchObject({ failure: { cause: 'host_login_refused', after: 'too many keys' } });
    expect(connections()).toBe(1);
    agent.kill();
    await once(agent, 'exit');
    host().stopSshd(port);
  });

  it('opens to a key that OpenSSL has made', async () => {
    const passphrase = 'open sesame';
    using folder = temporaryFolder();
    const file = join(folder.path, 'key');
    execFileSync(
      'sh',
      [
        '-ec',
        'umask 077; openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes256 -pass "pass:$2" -out "$1"',
        ...['sh', file, passphrase],
      ],
      { stdio: 'ignore' },
    );
    const publicHalf = execFileSync('ssh-keygen', ['-y', '-P', passphrase, '-f', file]);
    host().authorize(publicHalf.toString());
    const privateKey = readFileSync(file, 'utf8')
      .trim()
      .replaceAll('\n', String.raw`\n`);
    await using opened = await open(host(), sshPort(host()), {
      proof: () => Promise.resolve({ kind: 'key', privateKey, passphrase: `${passphrase}\n` }),
    });
    expect(await capture(opened, who)).toBe('ci\n');
  });
});
