import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registryAuth } from '../../src/core/registry-auth.ts';
import { describeFailure } from '../../src/model/describe-failure.ts';
import { failureOf } from '../../src/model/failure.ts';
import { temporaryFolder } from '../support/folder.ts';

const config = JSON.stringify({
  auths: {
    'https://index.docker.io/v1/': { auth: 'aHVi' },
    'ghcr.io': { auth: 'Z2hjcg==' },
    'https://registry.example.com:5000': { auth: 'b3du' },
    'empty.example.com': {},
  },
  credsStore: 'desktop',
});

describe('the login of a registry', () => {
  it.each([
    ['docker.io', { 'docker.io': { auth: 'aHVi' } }],
    ['ghcr.io', { 'ghcr.io': { auth: 'Z2hjcg==' } }],
    ['registry.example.com:5000', { 'registry.example.com:5000': { auth: 'b3du' } }],
    ['registry.example.com', {}],
    ['evil.ghcr.io', {}],
    ['empty.example.com', {}],
    ['127.0.0.1:5000', {}],
  ])('of %s is its own, and no other', async (registry, auths) => {
    const auth = await registryAuth(config, {});
    expect(JSON.parse(auth(registry))).toEqual({ auths });
  });

  it('is what Docker on this machine knows, where nothing is given', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'config.json'), config);
    const auth = await registryAuth('', { DOCKER_CONFIG: folder.path });
    expect(auth('ghcr.io')).toContain('Z2hjcg==');
    mkdirSync(join(folder.path, 'none'));
    const none = await registryAuth('', { DOCKER_CONFIG: join(folder.path, 'none') });
    expect(none('ghcr.io')).toBe('{"auths":{}}');
  });

  it.each(['no JSON: s3cret', '{"auths":{"ghcr.io":"s3cret"}}', '[]'])(
    'that is not of its form is refused, and told to nobody: %s',
    async (text) => {
      const error: unknown = await registryAuth(text, {}).catch((thrown: unknown) => thrown);
      const { headline, detail, fix } = describeFailure(failureOf(error));
      expect(headline).toBe('input `registry-auth` is not of the form of Docker’s config.json');
      expect(`${headline}${detail}${fix}`).not.toContain('s3cret');
    },
  );
});
