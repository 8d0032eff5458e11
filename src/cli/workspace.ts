import { readFile } from 'node:fs/promises';
import { readEnvironment } from '../command/environment.ts';
import { openWorkspace, type Workspace } from '../command/workspace.ts';

/** Opens the checkout around the current folder, as a command's flags say. */
export async function workspaceOf(values: {
  manifest?: string | undefined;
  hosts?: string | undefined;
  'state-root'?: string | undefined;
}): Promise<Workspace> {
  const { hosts, manifest } = values;
  return openWorkspace({
    directory: process.cwd(),
    manifest,
    hosts: hosts === undefined ? undefined : { origin: hosts, text: await readFile(hosts, 'utf8') },
    stateRoot: values['state-root'],
    environment: readEnvironment(process.env),
  });
}
