import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { FailureError } from '../model/failure.ts';

/** As `docker login` and docker/login-action leave it; see containers-auth.json(5). */
const configSchema = z.object({
  auths: z.record(z.string(), z.looseObject({ auth: z.string().optional() })).optional(),
});

/** For a registry, a file of credentials for that one alone. Secret. */
export type RegistryAuth = (registry: string) => string;

/**
 * What this machine's Docker knows of registries, or what a text says in its place.
 * @param text of the same form as Docker's own file; empty for that
 * @throws FailureError `usage` where that is not of its form
 */
export async function registryAuth(
  text: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<RegistryAuth> {
  const file = join(variables['DOCKER_CONFIG'] ?? join(homedir(), '.docker'), 'config.json');
  const given = text === '' ? await readIfThere(file) : text;
  const where = text === '' ? file : 'input `registry-auth`';
  const auths = given === undefined ? {} : readAuths(given, where);
  return (registry) => {
    const own = Object.entries(auths).find(([key]) => registryOfKey(key) === registry);
    const known = own?.[1].auth === undefined ? {} : { [registry]: { auth: own[1].auth } };
    return JSON.stringify({ auths: known });
  };
}

function readAuths(text: string, where: string) {
  try {
    return configSchema.parse(JSON.parse(text)).auths ?? {};
  } catch {
    // What stands in it is secret, and so is what a parser says of it.
    throw new FailureError({
      cause: 'usage',
      problem: `${where} is not of the form of Docker’s config.json`,
      hint: 'Write it as in {"auths": {"ghcr.io": {"auth": "<base64 of user:password>"}}}.',
    });
  }
}

/** Docker's own registry has an address of old there. */
function registryOfKey(key: string): string {
  const machine = key.replace(/^https?:\/\//, '').split('/')[0] ?? '';
  return ['index.docker.io', 'registry-1.docker.io'].includes(machine) ? 'docker.io' : machine;
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
