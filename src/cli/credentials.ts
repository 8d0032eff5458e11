import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { FailureError } from '../model/failure.ts';
import { parseKnownHosts } from '../host/known-hosts.ts';
import type { Credentials } from '../host/open.ts';

/** Keys as OpenSSH's own client would find them, unless flags name others. */
export function userCredentials(flags: {
  sshKey: string | undefined;
  knownHosts: string | undefined;
}): Credentials {
  return {
    privateKey: async (host) => {
      const candidates =
        flags.sshKey === undefined
          ? ['id_ed25519', 'id_ecdsa', 'id_rsa'].map((name) => join(homedir(), '.ssh', name))
          : [flags.sshKey];
      for (const file of candidates) {
        const text = await readIfThere(file);
        if (text !== undefined) return text;
      }
      const detail = `there is no ${candidates.join(', ')}`;
      throw new FailureError({ kind: 'ssh_key_unusable', host: host.name, detail });
    },
    knownHosts: async () => {
      const file = flags.knownHosts ?? join(homedir(), '.ssh', 'known_hosts');
      return parseKnownHosts(file, (await readIfThere(file)) ?? '');
    },
  };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
