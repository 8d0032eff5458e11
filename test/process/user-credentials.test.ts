import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { userCredentials } from '../../src/cli/user-credentials.ts';
import { readEnvironment } from '../../src/core/environment.ts';
import { temporaryFolder } from '../support/folder.ts';
import { builder } from '../support/samples.ts';

const environment = readEnvironment({});

it('a file of known hosts that is named has to be there, and to be a file', async () => {
  using folder = temporaryFolder();
  const missing = join(folder.path, 'known_hosts');
  const read = (): Promise<unknown> =>
    userCredentials({ 'ssh-known-hosts': missing }, environment).knownHosts();
  const problem = expect.stringContaining(missing) as string;
  await expect(read()).rejects.toMatchObject({ failure: { cause: 'usage', problem } });
  mkdirSync(missing);
  await expect(read()).rejects.toMatchObject({ failure: { cause: 'usage', problem } });
});

it('a key that is named has to be there', async () => {
  const { proof } = userCredentials({ 'ssh-key': '/nowhere/id' }, environment);
  await expect(proof(builder)).rejects.toMatchObject({
    failure: { cause: 'ssh_key_unusable', detail: 'there is no /nowhere/id' },
  });
});
