import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readyImage, type ReadyImage } from '../../src/backends/image/ready-image.ts';
import { registryAuth } from '../../src/core/registry-auth.ts';
import type { Host } from '../../src/host/host.ts';
import { FailureError, type Failure } from '../../src/model/failure.ts';
import { readImageReference } from '../../src/model/image-reference.ts';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { temporaryFolder } from '../support/folder.ts';
import { writeImage, writeIndex, type Image, type LayerEntry } from '../support/oci-image.ts';
import { RegistryTrouble } from '../support/registry-trouble.ts';
import { Registry } from '../support/registry.ts';
import { openAt, sshPort } from '../support/ssh-host.ts';
import { until } from '../support/until.ts';
import { describeWithHost } from './support.ts';

/** Layers that no other image shares; random, so that they take what they seem to. */
function imageOf(...sizes: readonly number[]): Image {
  const layers = sizes.map((size) => {
    const name = randomBytes(8).toString('hex');
    const entry: LayerEntry = { name, type: 'file', content: randomBytes(size) };
    return { entries: [entry] };
  });
  return { layers };
}

/** Pushes an image; answers the digests of what it is made of. */
async function push(registry: Registry, name: string, image: Image) {
  using folder = temporaryFolder();
  const written = await writeImage(folder.path, image);
  await registry.push(folder.path, name);
  return written;
}

async function pushIndex(registry: Registry, name: string, images: readonly Image[]) {
  using folder = temporaryFolder();
  await writeIndex(folder.path, images);
  await registry.push(folder.path, name);
}

const newRun = (): string => randomBytes(16).toString('hex');

interface Asked {
  run?: string;
  pull?: 'always' | 'missing';
  /** What the runner knows of registries, as Docker's config.json has it. */
  logins?: string;
  signal?: AbortSignal;
}

/** As a lane's preparation does it. */
async function ready(host: Host, image: string, asked: Asked = {}): Promise<ReadyImage> {
  const { run = newRun(), pull = 'always', logins = '{}' } = asked;
  const reference = readImageReference(image);
  if (reference === undefined) throw new Error(`no reference: ${image}`);
  const auth = await registryAuth(logins, {});
  const signal = asked.signal ?? new AbortController().signal;
  return readyImage(host, { reference, pull }, { run, registryAuth: auth, signal });
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError))
    throw new Error('it did not fail as it should', { cause: error });
  return error.failure;
}

/** Blobs of the host's whose content is not what their name says. */
function falseBlobs(embedded: EmbeddedHost): string[] {
  const folder = embedded.path(join(embedded.instance.work_dir, 'images/blobs/sha256'));
  return readdirSync(folder).filter((name) => {
    const content = readFileSync(join(folder, name));
    return createHash('sha256').update(content).digest('hex') !== name;
  });
}

describeWithHost('an image on a host', (embedded) => {
  const open = (): Promise<Host> => openAt(embedded(), sshPort(embedded()));

  it('is fetched once, however many want it, and means the same to all lanes of a run', async () => {
    await using registry = await Registry.start(embedded());
    await using host = await open();
    const first = await push(registry, 'ci/app:v1', imageOf(300_000, 200_000));
    const image = registry.reference('ci/app:v1');
    const run = newRun();

    registry.forgetRequests();
    const [one, other] = await Promise.all([
      ready(host, image, { run }),
      ready(host, image, { run }),
    ]);
    expect(one).toEqual(other);
    expect(one.digest).toBe(first.digest);
    expect(one.disks).toHaveLength(2);
    for (const { digest } of first.layers) expect(registry.blobsFetched().get(digest)).toBe(1);
    expect(registry.requests().filter(({ path }) => path.endsWith('/manifests/v1'))).toHaveLength(
      1,
    );

    registry.forgetRequests();
    await ready(host, image);
    expect(registry.requests().filter(({ path }) => path !== '/v2/')).toMatchObject([
      { path: '/v2/ci/app/manifests/v1', status: 200 },
    ]);

    const second = await push(registry, 'ci/app:v1', imageOf(1000));
    expect((await ready(host, image, { run })).digest).toBe(first.digest);
    registry.stop();
    expect((await ready(host, image, { pull: 'missing' })).digest).toBe(first.digest);
    expect((await ready(host, `${image}@${first.digest}`)).digest).toBe(first.digest);
    expect(await failureOf(ready(host, image))).toMatchObject({ reason: 'unreachable' });
    await registry.start();
    expect((await ready(host, image)).digest).toBe(second.digest);
    expect((await ready(host, image, { run })).digest).toBe(first.digest);
  });

  it('fails for a reason that says whose turn it is', async () => {
    await using registry = await Registry.start(embedded());
    await using trouble = await RegistryTrouble.before(registry);
    await using host = await open();
    const reason = async (image: string): Promise<unknown> => {
      const failure = await failureOf(ready(host, image));
      return failure.cause === 'image_unavailable' ? failure.reason : failure;
    };
    const fresh = async (): Promise<string> => {
      const name = `ci/${randomBytes(4).toString('hex')}:v1`;
      await push(registry, name, imageOf(400_000));
      return trouble.reference(name);
    };

    expect(await reason(registry.reference('ci/nowhere:v1'))).toBe('missing');
    await trouble.make({
      kind: 'answer',
      on: 'everything',
      status: 429,
      headers: { 'Retry-After': '1' },
      body: '{"errors":[{"code":"TOOMANYREQUESTS","message":"slow down"}]}',
    });
    expect(await reason(await fresh())).toBe('throttled');
    await trouble.make({ kind: 'answer', on: 'everything', status: 503 });
    expect(await reason(await fresh())).toBe('unreachable');
    await trouble.make({ kind: 'cut', on: 'manifests', afterBytes: 100 });
    expect(await reason(await fresh())).toBe('unreachable');
    await trouble.make({ kind: 'cut', on: 'blobs', afterBytes: 100 });
    expect(await reason(await fresh())).toBe('unreachable');
    await trouble.make({ kind: 'flip', on: 'blobs', offset: 50 });
    const tampered = await fresh();
    expect(await reason(tampered)).toBe('tampered');
    await trouble.make(undefined);
    expect((await ready(host, tampered)).disks).toHaveLength(1);

    const stored = await push(registry, 'ci/stored:v1', imageOf(1000, 400_000));
    registry.tamper(stored.layers[1]?.digest ?? '', 200_000);
    const byDigest = `ci/stored@${stored.digest}`;
    expect(await reason(registry.reference(byDigest))).toBe('tampered');

    await pushIndex(registry, 'ci/index:arm', [{ ...imageOf(1000), architecture: 'arm64' }]);
    expect(await reason(registry.reference('ci/index:arm'))).toBe('architecture');
    await push(registry, 'ci/single:arm', { ...imageOf(1000), architecture: 'arm64' });
    expect(await reason(registry.reference('ci/single:arm'))).toBe('architecture');

    const tall = Array.from({ length: 201 }, () => 0);
    await push(registry, 'ci/tall:v1', imageOf(...tall));
    expect(await failureOf(ready(host, registry.reference('ci/tall:v1')))).toMatchObject({
      reason: 'malformed',
      detail: 'it has 201 layers; a guest takes 200 of them',
    });
    expect(falseBlobs(embedded())).toEqual([]);
  });

  it('fails for want of room, and leaves none taken', async () => {
    await using registry = await Registry.start(embedded());
    await push(registry, 'ci/large:v1', imageOf(2_000_000));
    const image = registry.reference('ci/large:v1');
    for (const [size, cause] of [
      ['1m', 'image_unavailable'],
      ['3m', 'host_command_failed'],
    ] as const) {
      const folder = `/var/tmp/small-${size}`;
      embedded().shell('mkdir', folder);
      embedded().shell(
        'mount',
        '-t',
        'tmpfs',
        '-o',
        `size=${size},uid=1000,mode=0700`,
        'tmpfs',
        folder,
      );
      await using host = await openAt(embedded(), sshPort(embedded()), {}, folder);
      const failure = await failureOf(ready(host, image));
      expect(failure).toMatchObject({ cause });
      expect(JSON.stringify(failure)).toMatch(/no space left|0 kB left/);
      expect(readdirSync(embedded().path(`${folder}/tmp`))).toEqual([]);
    }
  });

  it('asks for a login where the registry does, which nobody else can see', async () => {
    const login = { user: 'robot', password: `secret-${randomBytes(12).toString('hex')}` };
    const { user, password } = login;
    await using registry = await Registry.start(embedded(), login);
    await using trouble = await RegistryTrouble.before(registry);
    await using host = await open();
    const written = await push(registry, 'ci/closed:v1', imageOf(3_000_000));
    const image = trouble.reference('ci/closed:v1');
    const logins = registry.authFile(login, trouble.port);

    const denied = { cause: 'image_unavailable', reason: 'denied' };
    expect(await failureOf(ready(host, image))).toMatchObject(denied);
    const ofAnother = registry.authFile(login, registry.port);
    expect(await failureOf(ready(host, image, { logins: ofAnother }))).toMatchObject(denied);
    const wrong = registry.authFile({ user, password: 'wrong' }, trouble.port);
    expect(await failureOf(ready(host, image, { logins: wrong }))).toMatchObject(denied);

    const [layer] = written.layers;
    if (layer === undefined) throw new Error('the image has a layer');
    await trouble.make({
      kind: 'slow',
      on: layer.digest as `sha256:${string}`,
      bytesPerSecond: 1000,
    });
    const pulled = ready(host, image, { logins });
    const images = embedded().path(join(embedded().instance.work_dir, 'tmp'));
    const isUnderWay = (): boolean =>
      readdirSync(images).some((name) => {
        const layout = join(images, name, 'layout');
        return (
          existsSync(layout) && readdirSync(layout).some((it) => it.startsWith('oci-put-blob'))
        );
      });
    await until('a blob is under way', isUnderWay);
    const encoded = Buffer.from(`${user}:${password}`).toString('base64');
    const everywhere = `
for needle in "$1" "$2"; do
  grep -lasF -e "$needle" /proc/[0-9]*/cmdline /proc/[0-9]*/environ
  grep -rlasF -e "$needle" /var/tmp /tmp /home /root /run /dev/shm
done | grep -v "^/proc/$$/\\|/proc/self/"`;
    // Whoever looks has the words in its own arguments, so they come through its input.
    const look = await embedded().run({
      command: ['sh', '-c', `read -r one; read -r two; set -- "$one" "$two"; ${everywhere}`],
      user: 'root',
      input: `${password}\n${encoded}\n`,
    });
    const seen = look.stdout.split('\n').filter(Boolean);
    expect(seen).toEqual([]);

    // In the middle of it, and with nobody left to clear away: it is begun again, as over a lost link.
    await trouble.make(undefined);
    embedded().shell('pkill', '-KILL', '-u', 'ci', '-x', 'skopeo|sh');
    expect((await pulled).digest).toBe(written.digest);
    expect(falseBlobs(embedded())).toEqual([]);
  });
});
