import { readFileSync } from 'node:fs';
import { expect, it, type TestContext } from 'vitest';
import type { EmbeddedHost } from '../embedded-host/embedded-host.ts';
import { checkTree } from '../support/check-tree.ts';
import { temporaryFolder } from '../support/folder.ts';
import {
  blobPath,
  digestOf,
  writeImage,
  writeIndex,
  type Image,
  type WrittenImage,
  type WrittenLayer,
} from '../support/oci-image.ts';
import { RegistryTrouble } from '../support/registry-trouble.ts';
import { Registry, type Login } from '../support/registry.ts';
import {
  busyboxImage,
  debianImage,
  distrolessImage,
  resolvConfLinkImage,
  thirtyLayersImage,
  userImage,
  type Expectation,
} from '../support/sample-images.ts';
import { until } from '../support/until.ts';
import { describeWithHost } from './support.ts';

/** Writes an image here and pushes it there. */
async function publish(registry: Registry, image: Image, name: string): Promise<WrittenImage> {
  using folder = temporaryFolder();
  const written = await writeImage(folder.path, image);
  expect(await registry.push(folder.path, name)).toBe(written.digest);
  return written;
}

type Finished = Awaited<ReturnType<EmbeddedHost['run']>>;

/** Copies an image into a layout on the host, as a lane would have it: as `ci`, credentials piped. */
function fetch(
  host: EmbeddedHost,
  reference: string,
  layout: string,
  { authFile = '{}', timeout = '30s' } = {},
): Promise<Finished> {
  // On its own, skopeo compresses plain layers for a layout, and so makes another image of it.
  const command = ['skopeo', '--command-timeout', timeout, 'copy', '--quiet', '--preserve-digests'];
  const from = ['--authfile', '/dev/stdin', `docker://${reference}`];
  return host.run({ command: [...command, ...from, `oci:${layout}:image`], input: authFile });
}

/** Converts the layers of a layout as `ci`, without unpacking them, to 0.erofs, 1.erofs, … in it. */
async function convert(
  host: EmbeddedHost,
  layout: string,
  layers: readonly WrittenLayer[],
): Promise<void> {
  const script = `set -euo pipefail
cd "$1"
shift
for layer; do
  blob=blobs/\${layer#*:}
  out=$((at++)).erofs
  case $layer in
    gzip:*) mkfs.erofs --quiet --tar=f --aufs --gzip -T0 "$out" "$blob" ;;
    none:*) mkfs.erofs --quiet --tar=f --aufs -T0 "$out" "$blob" ;;
    zstd:*) zstd -dcq "$blob" | mkfs.erofs --quiet --tar=f --aufs -T0 "$out" ;;
  esac
done`;
  const blobs = layers.map((layer) => `${layer.compression}:${layer.digest.replace(':', '/')}`);
  const command = ['env', 'at=0', 'bash', '-c', script, 'bash', layout, ...blobs];
  expect(await host.run({ command })).toMatchObject({ status: 0, stderr: '' });
}

/** Has the host fetch an image, and proves that it got just that, with no blob asked for twice. */
async function fetchOnce(registry: Registry, image: WrittenImage, name: string): Promise<string> {
  registry.forgetRequests();
  const layout = `/tmp/${name}`;
  const reference = registry.reference(`ci/${name}@${image.digest}`);
  expect(await fetch(registry.host, reference, layout)).toMatchObject({ status: 0, stderr: '' });

  const manifest = readFileSync(registry.host.path(blobPath(`${layout}/blobs`, image.digest)));
  expect(digestOf(manifest)).toBe(image.digest);
  const blobs = new Set([image.config, ...image.layers].map(({ digest }) => digest));
  await until('all is logged', () => registry.blobsFetched().size === blobs.size, 5);
  expect(registry.blobsFetched()).toEqual(new Map([...blobs].map((digest) => [digest, 1])));
  return layout;
}

const login: Login = { user: 'ci', password: 'let me in' };

describeWithHost('the registry that tests have', (host) => {
  it.each<[string, () => Image]>([
    ['busybox', () => busyboxImage(host())],
    ['distroless', () => distrolessImage()],
    ['links-absolute', () => resolvConfLinkImage(host(), 'absolute')],
    ['links-relative', () => resolvConfLinkImage(host(), 'relative')],
    ['user', () => userImage(host(), '12345:54321')],
    ['named-user', () => userImage(host(), 'app:staff')],
  ])('hands out %s, each blob once, and each layer becomes a disk', async (name, image) => {
    await using registry = await Registry.start(host());
    const written = await publish(registry, image(), `ci/${name}:v1`);
    await convert(host(), await fetchOnce(registry, written, name), written.layers);
  });

  it('merges thirty layers as their makers meant them', async ({ skip }: TestContext) => {
    await using registry = await Registry.start(host());
    const { image, expectations } = thirtyLayersImage(host());
    expect(image.layers).toHaveLength(30);
    const written = await publish(registry, image, 'ci/merged:v1');
    const layout = await fetchOnce(registry, written, 'merged');
    await convert(host(), layout, written.layers);

    if (!readFileSync('/proc/filesystems', 'utf8').includes('\terofs\n'))
      skip('this kernel has no erofs');
    mountLayers(host(), layout, written.layers.length);
    const check = checkTree('/mnt/merged', expectations);
    // A layer on its own knows nothing of folders that only those below it describe: where it has
    // something in one, mkfs.erofs makes up an owner and a mode, and on top they count.
    expect(
      host()
        .shell(...check)
        .trimEnd()
        .split('\n'),
    ).toEqual(['/data: %a is <777>, not <700>', '/data: %u:%g is <0:0>, not <1000:1000>']);
    // The check itself sees what is wrong.
    const wrong: Expectation = { path: '/counter', is: 'file', content: '28' };
    const complaint = host().shell(...checkTree('/mnt/merged', [wrong]));
    expect(complaint).toBe('/counter: content is <29>, not <28>\n');
    host().shell('umount', '-R', '/mnt');
  });

  it('has programs that run in its images', async () => {
    await using registry = await Registry.start(host());
    const written = await publish(registry, distrolessImage(), 'ci/distroless:v1');
    await fetch(host(), registry.reference('ci/distroless:v1'), '/tmp/hello');
    const [layer] = written.layers;
    const blob = blobPath('/tmp/hello/blobs', layer?.digest ?? '');
    host().shell('tar', '-C', '/tmp/hello', '-xzf', blob);
    expect(host().shell('/tmp/hello/app/hello')).toBe('hello\n');
  });

  it('has a Debian with a compiler', async () => {
    await using registry = await Registry.start(host());
    const written = await publish(registry, debianImage(), 'ci/debian:v1');
    await fetch(host(), registry.reference('ci/debian:v1'), '/var/tmp/debian');
    const [layer] = written.layers;
    const blob = blobPath('/var/tmp/debian/blobs', layer?.digest ?? '');
    host().shell(
      'sh',
      '-c',
      'mkdir /var/tmp/tree && zstd -dcq "$1" | tar -C /var/tmp/tree -x',
      'sh',
      blob,
    );
    const compile =
      'echo "int main() { return 7; }" >a.c && gcc -o a a.c && ./a; echo $?; make --version';
    expect(host().shell('chroot', '/var/tmp/tree', 'sh', '-c', compile)).toMatch(/^7\nGNU Make/);
    host().shell('rm', '-rf', '/var/tmp/tree', '/var/tmp/debian');
  });

  it('has no image for another architecture', async () => {
    await using registry = await Registry.start(host());
    using folder = temporaryFolder();
    const image = { ...distrolessImage(), architecture: 'arm64' };
    const digest = await writeIndex(folder.path, [image]);
    expect(await registry.push(folder.path, 'ci/arm:v1')).toBe(digest);
    const { status, stderr } = await fetch(host(), registry.reference('ci/arm:v1'), '/tmp/arm');
    expect({ status, stderr }).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no image found in image index for architecture') as string,
    });
  });

  it('lets in whoever knows the password', async () => {
    await using registry = await Registry.start(host(), login);
    const image = await publish(registry, distrolessImage(), 'ci/private:v1');
    const reference = registry.reference('ci/private:v1');
    const wrong = registry.authFile({ ...login, password: 'let me out' });
    for (const authFile of ['{}', wrong]) {
      const { status, stderr } = await fetch(host(), reference, '/tmp/refused', { authFile });
      expect(status).toBe(1);
      expect(stderr).toContain('authentication required');
    }
    expect(registry.blobsFetched().get(image.config.digest)).toBeUndefined();
    const authFile = registry.authFile();
    expect(await fetch(host(), reference, '/tmp/private', { authFile })).toMatchObject({
      status: 0,
    });
  });

  it('hands out tokens where it is told to', async () => {
    await using registry = await Registry.start(host());
    await publish(registry, distrolessImage(), 'ci/tokens:v1');
    await using gate = await RegistryTrouble.before(registry, { login });
    const reference = gate.reference('ci/tokens:v1');
    const refused = await fetch(host(), reference, '/tmp/no-token');
    expect(refused.stderr).toContain('unable to retrieve auth token: invalid username/password');
    const authFile = registry.authFile(login, gate.port);
    expect(await fetch(host(), reference, '/tmp/token', { authFile })).toMatchObject({ status: 0 });
  });

  it('breaks as it is told to, and is well again', async () => {
    await using registry = await Registry.start(host());
    const { layers } = await publish(registry, busyboxImage(host()), 'ci/trouble:v1');
    const on = layers[0]?.digest as `sha256:${string}`;
    await using trouble = await RegistryTrouble.before(registry);
    const fails = async (timeout?: string): Promise<string> => {
      const reference = trouble.reference('ci/trouble:v1');
      const { status, stderr } = await fetch(
        host(),
        reference,
        '/tmp/trouble',
        timeout === undefined ? {} : { timeout },
      );
      expect(status).toBe(1);
      return stderr;
    };

    await trouble.make({ kind: 'cut', on, afterBytes: 20_000 });
    expect(await fails()).toContain('unexpected EOF');
    await trouble.make({ kind: 'flip', on, offset: 20_000 });
    expect(await fails()).toContain(`Digest did not match, expected ${on}`);
    await trouble.make({ kind: 'answer', on: 'manifests', status: 403 });
    expect(await fails()).toContain('403');
    await trouble.make({ kind: 'hang', on: 'everything' });
    expect(await fails('1s')).toContain('context deadline exceeded');
    await trouble.make({ kind: 'slow', on, bytesPerSecond: 10_000 });
    expect(await fails('1s')).toContain('context deadline exceeded');

    await trouble.make({ kind: 'answer', on: 'manifests', status: 429, times: 1 });
    const patient = await fetch(host(), trouble.reference('ci/trouble:v1'), '/tmp/trouble');
    expect(patient).toMatchObject({ status: 0 });
  });

  it('hands out a blob that was tampered with, which skopeo refuses', async () => {
    await using registry = await Registry.start(host());
    const { layers } = await publish(registry, distrolessImage(), 'ci/tampered:v1');
    const digest = layers[0]?.digest ?? '';
    registry.tamper(digest, 30);
    const { status, stderr } = await fetch(
      host(),
      registry.reference('ci/tampered:v1'),
      '/tmp/tampered',
    );
    expect(status).toBe(1);
    expect(stderr).toContain(`Digest did not match, expected ${digest}`);
  });

  it('stops, and comes back with what it had', async () => {
    await using registry = await Registry.start(host());
    await publish(registry, distrolessImage(), 'ci/back:v1');
    const reference = registry.reference('ci/back:v1');
    registry.stop();
    expect((await fetch(host(), reference, '/tmp/back')).stderr).toContain('connection refused');
    await registry.start();
    expect(registry.reference('ci/back:v1')).toBe(reference);
    expect(await fetch(host(), reference, '/tmp/back')).toMatchObject({ status: 0 });
  });
});

/** Layers as a guest has them: the last one on top. */
function mountLayers(host: EmbeddedHost, folder: string, count: number): void {
  const script = `cd "$1"
lower=
for at in $(seq 0 $(($2 - 1))); do
  mkdir -p "/mnt/$at"
  mount -t erofs -o loop,ro "$at.erofs" "/mnt/$at"
  lower=/mnt/$at\${lower:+:$lower}
done
mkdir -p /mnt/merged
mount -t overlay -o "ro,lowerdir=$lower" overlay /mnt/merged`;
  host.shell('sh', '-euc', `mount -t tmpfs tmpfs /mnt; ${script}`, 'sh', folder, String(count));
}
