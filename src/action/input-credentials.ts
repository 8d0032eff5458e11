import { FailureError } from '../model/failure.ts';
import { parseKnownHosts } from '../host/known-hosts.ts';
import type { Credentials } from '../host/open.ts';
import { parseProxyJump } from '../model/address.ts';
import type { CredentialInputs } from './inputs.ts';

/**
 * Only what the inputs give: nothing of a workflow runner's own home is trusted, and its agent only
 * when asked for.
 * @throws FailureError `usage`
 */
export function inputCredentials(
  inputs: CredentialInputs,
  agentSocket: string | undefined,
): Credentials {
  return {
    proof: (host) => {
      if (!inputs.sshAgent) {
        const { sshKey: privateKey, sshKeyPassphrase: passphrase } = inputs;
        return Promise.resolve({ kind: 'key', privateKey, passphrase });
      }
      if (agentSocket !== undefined) {
        return Promise.resolve({ kind: 'agent', socket: agentSocket });
      }
      const detail = 'input ssh-agent is true, and SSH_AUTH_SOCK names no agent';
      throw new FailureError({ cause: 'ssh_key_unusable', host: host.name, detail });
    },
    knownHosts: () =>
      Promise.resolve(parseKnownHosts('input ssh-known-hosts', inputs.sshKnownHosts)),
    proxyJump: parseProxyJump(inputs.sshProxyJump),
  };
}
