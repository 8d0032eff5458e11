import { readFile } from 'node:fs/promises';
import { FailureError } from '../model/failure.ts';
import { readEnvironment } from '../core/environment.ts';
import { openCheckout, type Checkout } from '../core/checkout.ts';

/** Opens the checkout around the current folder, as a command's flags say. */
export async function workspaceOf(values: {
  manifest?: string | undefined;
  hosts?: string | undefined;
  'state-root'?: string | undefined;
}): Promise<Checkout> {
  const { hosts, manifest } = values;
  return openCheckout({
    directory: process.cwd(),
    manifest,
    hosts: hosts === undefined ? undefined : { origin: hosts, text: await readHosts(hosts) },
    hostsOrigin: 'terminal',
    stateRoot: values['state-root'],
    environment: readEnvironment(process.env),
  });
}

async function readHosts(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new FailureError(
      {
        cause: 'usage',
        problem: `--hosts ${file} cannot be read: ${(error as Error).message}`,
        hint: 'Name a file with host settings, in TOML or JSON.',
      },
      { cause: error },
    );
  }
}
