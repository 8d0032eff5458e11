import { homedir } from 'node:os';
import { join } from 'node:path';
import { FailureError } from '../model/failure.ts';
import type { BackendName } from '../model/backend.ts';
import { backendChoices } from '../model/target.ts';

/** Settings from variables, read once. */
export interface Environment {
  stateRoot: string | undefined;
  /** Wins over every host's own. */
  backend: BackendName | undefined;
  maxConcurrentExecutes: number;
  preparedOutputConsumer: string | undefined;
  /** Socket of the user's SSH agent. */
  sshAuthSocket: string | undefined;
  sshKeyPassphrase: string | undefined;
  /** Folder for work on this machine where the manifest names none. */
  localWorkDir: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** @throws FailureError `usage` for a value that means nothing */
export function readEnvironment(variables: Variables): Environment {
  if (present(variables['PIKACI_REMOTE_LINUX_VM_INCUS_LANES']) !== undefined) {
    throw new FailureError({
      cause: 'usage',
      problem: 'PIKACI_REMOTE_LINUX_VM_INCUS_LANES is removed and is set',
      hint: 'Say which backend a host has with hosts.<name>.backend in the manifest.',
    });
  }
  return {
    stateRoot: present(variables['PIKACI_STATE_ROOT']),
    backend: readBackend(variables['PIKACI_REMOTE_LINUX_VM_BACKEND']),
    maxConcurrentExecutes: readCount(variables['PIKACI_MAX_CONCURRENT_EXECUTES']) ?? 2,
    preparedOutputConsumer: present(variables['PIKACI_PREPARED_OUTPUT_CONSUMER']),
    sshAuthSocket: present(variables['SSH_AUTH_SOCK']),
    sshKeyPassphrase: present(variables['PIKACI_SSH_KEY_PASSPHRASE']),
    localWorkDir: localWorkDir(variables),
  };
}

function readBackend(value: string | undefined): BackendName | undefined {
  const text = present(value);
  if (text === undefined) return undefined;
  const backend = backendChoices.find((known) => known === text);
  if (backend !== undefined) return backend;
  throw new FailureError({
    cause: 'usage',
    problem: `PIKACI_REMOTE_LINUX_VM_BACKEND is \`${text}\``,
    hint: `Set it to ${backendChoices.join(', ')}, or leave it out.`,
  });
}

/** Outside of any checkout, so that no tool run there finds copies of the workspace in it. */
function localWorkDir(variables: Variables): string {
  const runnerTemp = present(variables['RUNNER_TEMP']);
  if (runnerTemp !== undefined) return join(runnerTemp, 'pikaci');
  return join(present(variables['XDG_CACHE_HOME']) ?? join(homedir(), '.cache'), 'pikaci');
}

/** Where records lie when nobody says otherwise. */
export function defaultStateRoot(repositoryRoot: string): string {
  return join(repositoryRoot, '.pikaci');
}

function readCount(value: string | undefined): number | undefined {
  const text = present(value);
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new FailureError({
    cause: 'usage',
    problem: `PIKACI_MAX_CONCURRENT_EXECUTES is \`${text}\``,
    hint: 'Set it to a whole number from 1.',
  });
}

/** An empty variable is an absent one: workflows cannot unset what they inherit. */
function present(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
