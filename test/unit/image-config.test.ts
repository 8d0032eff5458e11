import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readImageConfig } from '../../src/backends/image/image-config.ts';
import { whyUnavailable } from '../../src/backends/image/why-unavailable.ts';

const sha256 = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** As they lie in a registry; layers are their media types. */
function image(config: object, layers: readonly string[] = []): [string, string] {
  const configText = JSON.stringify({ architecture: 'amd64', os: 'linux', ...config });
  const manifest = {
    schemaVersion: 2,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: sha256(configText) },
    layers: layers.map((mediaType) => ({ mediaType, digest: sha256(mediaType) })),
  };
  return [JSON.stringify(manifest), configText];
}

describe('an image’s configuration', () => {
  it('says what guests go by', () => {
    const config = { Env: ['PATH=/bin', 'EMPTY=', 'A=b=c'], User: 'app:staff', Entrypoint: ['/x'] };
    const [manifest, text] = image({ config }, [
      'application/vnd.oci.image.layer.v1.tar+gzip',
      'application/vnd.oci.image.layer.v1.tar+zstd',
      'application/vnd.oci.image.layer.v1.tar',
      'application/vnd.docker.image.rootfs.diff.tar.gzip',
    ]);
    const { layers, ...rest } = readImageConfig(manifest, text);
    expect(rest).toEqual({
      architecture: 'amd64',
      environment: ['PATH=/bin', 'EMPTY=', 'A=b=c'],
      user: 'app:staff',
    });
    expect(layers.map(({ compression }) => compression)).toEqual(['gzip', 'zstd', 'none', 'gzip']);
  });

  it.each([{}, { config: null }, { config: {} }, { config: { Env: null, User: null } }])(
    'may say nothing: %j',
    (config) => {
      const [manifest, text] = image(config);
      expect(readImageConfig(manifest, text)).toMatchObject({
        environment: [],
        user: '',
        layers: [],
      });
    },
  );

  it('sets no variable by what is no assignment', () => {
    const Env = ['-u', '=x', 'NAME', '--help=x', '/bin/sh=x', 'NUL=a\0b', 'OK=1', '$(id)=2'];
    const [manifest, text] = image({ config: { Env } });
    expect(readImageConfig(manifest, text).environment).toEqual(['OK=1']);
  });

  it.each<[what: string, files: [string, string]]>([
    ['is another one than its manifest names', [image({})[0], image({ config: { User: 'x' } })[1]]],
    ['is no JSON', ['{', '{']],
    ['names a user of two lines', image({ config: { User: 'a\nb' } })],
    ['has a layer of a kind unknown', image({}, ['application/x-evil'])],
    [
      'has an encrypted layer',
      image({}, ['application/vnd.oci.image.layer.v1.tar+gzip+encrypted']),
    ],
    ['has no end of layers', image({}, Array<string>(500).fill('a.tar'))],
  ])('is refused where it %s', (_what, [manifest, text]) => {
    expect(() => readImageConfig(manifest, text)).toThrow();
  });
});

it.each([
  ['missing', 'reading manifest nope in R: manifest unknown'],
  ['denied', 'reading manifest v1 in R: authentication required'],
  ['denied', 'unable to retrieve auth token: invalid username/password: unauthorized: incorrect'],
  ['denied', 'pinging container registry HOST: StatusCode: 403, ""'],
  ['unreachable', 'dial tcp 127.0.0.1:9: connect: connection refused'],
  ['unreachable', 'dial tcp: lookup no-such-host.invalid: no such host'],
  ['unreachable', 'writing blob: happened during read: context deadline exceeded'],
  ['unreachable', 'received unexpected HTTP status: 503 Service Unavailable'],
  ['unreachable', 'http: server gave HTTP response to HTTPS client'],
  [
    'throttled',
    'reading manifest v1 in R: toomanyrequests: You have reached your pull rate limit.',
  ],
  ['tampered', 'Digest did not match, expected sha256:aa, got sha256:bb'],
  ['tampered', 'Manifest does not match provided manifest digest sha256:aa'],
  [
    'architecture',
    'no image found in image index for architecture "amd64", variant "", OS "linux"',
  ],
  ['disk_full', 'writing blob: write /x/oci-put-blob1: no space left on device'],
  ['other', 'something that nobody has seen yet'],
])('%s: %s', (reason, said) => {
  const info = 'time="x" level=info msg="denied? no: Reading blob body failed (unexpected EOF)"';
  expect(whyUnavailable(`${info}\ntime="x" level=fatal msg="${said}"`)).toBe(reason);
});
