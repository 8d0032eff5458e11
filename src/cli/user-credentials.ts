import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { FailureError } from '../model/failure.ts';
import type { Machine } from '../model/target.ts';
import type { Environment } from '../core/environment.ts';
import { parseKnownHosts } from '../host/known-hosts.ts';
import type { Credentials } from '../host/open.ts';
import { parseProxyJump } from '../model/address.ts';

/**
 * Keys as OpenSSH's own client would find them, unless flags name others.
 * @throws FailureError `usage`
 */
export function userCredentials(
  flags: {
    'ssh-key'?: string | undefined;
    'ssh-known-hosts'?: string | undefined;
    'ssh-proxy-jump'?: string | undefined;
    'ssh-agent'?: boolean | undefined;
  },
  { sshAuthSocket, sshKeyPassphrase }: Environment,
): Credentials {
  return {
    proof: async (host) => {
      if (flags['ssh-agent'] !== true) {
        const privateKey = await readKey(host, flags['ssh-key']);
        return { kind: 'key', privateKey, passphrase: sshKeyPassphrase ?? '' };
      }
      if (sshAuthSocket !== undefined) return { kind: 'agent', socket: sshAuthSocket };
      throw keyUnusable(host, '--ssh-agent is given, and SSH_AUTH_SOCK names no agent');
    },
    knownHosts: async () => {
      const named = flags['ssh-known-hosts'];
      const file = named ?? join(homedir(), '.ssh', 'known_hosts');
      const text = await readIfThere(file);
      if (text === undefined && named !== undefined) {
        throw unreadable(file, 'there is no such file');
      }
      return parseKnownHosts(file, text ?? '');
    },
    proxyJump: parseProxyJump(flags['ssh-proxy-jump'] ?? ''),
  };
}

async function readKey(host: Machine, named: string | undefined): Promise<string> {
  const candidates =
    named === undefined
      ? ['id_ed25519', 'id_ecdsa', 'id_rsa'].map((name) => join(homedir(), '.ssh', name))
      : [named];
  for (const file of candidates) {
    const text = await readIfThere(file);
    if (text !== undefined) return text;
  }
  throw keyUnusable(host, `there is no ${candidates.join(', ')}`);
}

function keyUnusable(host: Machine, detail: string): FailureError {
  return new FailureError({ cause: 'ssh_key_unusable', host: host.name, detail });
}

function unreadable(file: string, detail: string): FailureError {
  return new FailureError({
    cause: 'usage',
    problem: `${file} cannot be read: ${detail}`,
    hint: 'Name a file that is there: --ssh-key, --ssh-known-hosts.',
  });
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw unreadable(file, message);
  }
}
