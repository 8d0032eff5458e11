import { parseKnownHosts } from '../host/known-hosts.ts';
import type { Credentials } from '../host/open.ts';

/** Only what the inputs give: nothing of a workflow runner's own home is trusted. */
export function inputCredentials(inputs: { sshKey: string; sshKnownHosts: string }): Credentials {
  // A secret pasted without its last line end is still a key, but not one that OpenSSL reads.
  const key = inputs.sshKey.trim() === '' ? '' : `${inputs.sshKey.trim()}\n`;
  return {
    privateKey: () => Promise.resolve(key),
    knownHosts: () =>
      Promise.resolve(parseKnownHosts('input ssh-known-hosts', inputs.sshKnownHosts)),
  };
}
