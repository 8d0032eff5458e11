import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readyImage, type ReadyImage } from '../../src/backends/image/ready-image.ts';
import { reapHost } from '../../src/core/reap-host.ts';
import type { Host } from '../../src/host/host.ts';
import { readImageReference } from '../../src/model/image-reference.ts';
import { temporaryFolder } from '../support/folder.ts';
import { writeImage, type Layer } from '../support/oci-image.ts';
import { Registry } from '../support/registry.ts';
import { openAt, sshPort } from '../support/ssh-host.ts';
import { describeWithHost } from './support.ts';

const { signal } = new AbortController();

function layerOf(bytes: number): Layer {
  return { entries: [{ name: `of-${bytes}`, type: 'file', content: randomBytes(bytes) }] };
}

async function ready(host: Host, image: string): Promise<ReadyImage> {
  const reference = readImageReference(image);
  if (reference === undefined) throw new Error(`no reference: ${image}`);
  const run = randomBytes(16).toString('hex');
  return readyImage(
    host,
    { reference, pull: 'missing' },
    { run, registryAuth: () => '{}', signal },
  );
}

describeWithHost('old images on a host', (embedded) => {
  it('go by last use and size, and never from under a guest', async () => {
    await using registry = await Registry.start(embedded());
    await using host = await openAt(embedded(), sshPort(embedded()));
    const { work_dir: workDir } = embedded().instance;
    const shared = layerOf(3_000_000);
    const layers: Record<string, readonly Layer[]> = {
      old: [shared, layerOf(1_000_000)],
      sharing: [shared, layerOf(300_000)],
      recent: [layerOf(400_000)],
    };
    const images: Record<string, ReadyImage> = {};
    for (const [name, its] of Object.entries(layers)) {
      using folder = temporaryFolder();
      await writeImage(folder.path, { layers: its });
      await registry.push(folder.path, `ci/${name}:v1`);
      images[name] = await ready(host, registry.reference(`ci/${name}:v1`));
    }
    registry.stop();
    const inWork = (...path: string[]): string => embedded().path(join(workDir, ...path));
    const ages = (minutes: number, ...paths: string[]): void => {
      const script = 'ago=$1; shift; find "$@" -exec touch -h -d "$ago minutes ago" {} +';
      const below = paths.map((path) => join(workDir, path));
      embedded().shell('sh', '-c', script, 'sh', String(minutes), ...below);
    };
    const layoutOf = (name: string): string =>
      `images/layouts/${images[name]?.digest.replace('sha256:', '') ?? ''}`;
    const prune = async (days: number, megabytes: number): Promise<readonly string[]> =>
      (await reapHost(host, { snapshots: 50, days, megabytes }, signal)).prepared;
    const namesOf = (...names: string[]): string[] =>
      names.map((name) => `image ${images[name]?.digest.replace('sha256:', '') ?? ''}`);
    const stays = (name: string): Promise<ReadyImage> =>
      ready(host, registry.reference(`ci/${name}:v1`));

    expect(await prune(0, 0)).toEqual([]);

    // Whoever claimed a guest 90 minutes ago found its image before that.
    ages(120, 'images');
    embedded().shell(
      'sh',
      '-c',
      `mkdir -p "$1" && cd "$1" && echo 9999999999 >lease && echo us >owner && touch -d '90 minutes ago' owner &&
chown -R ci:ci "$1"/..`,
      'sh',
      join(workDir, 'guests/waiting'),
    );
    expect(await prune(0, 0)).toEqual([]);
    embedded().shell('rm', '-r', join(workDir, 'guests/waiting'));

    // For size, the longest unused first; what they share belongs to the newest of them.
    ages(180, layoutOf('old'));
    ages(150, layoutOf('sharing'));
    ages(0, layoutOf('recent'));
    expect(await prune(14, 8)).toEqual(namesOf('old'));
    expect((await stays('sharing')).disks).toEqual(images['sharing']?.disks);
    expect((await stays('recent')).disks).toEqual(images['recent']?.disks);
    const [both = '', alone = ''] = images['old']?.disks ?? [];
    expect([existsSync(inWork(both)), existsSync(inWork(alone))]).toEqual([true, false]);

    // By time, with all that was made of them; a kit, too.
    embedded().shell('install', '-o', 'ci', '-d', join(workDir, 'kits'), join(workDir, 'kits/old'));
    embedded().shell('install', '-o', 'ci', '/dev/null', join(workDir, 'kits/old/complete'));
    ages(3 * 24 * 60, 'images', 'kits');
    await stays('recent');
    expect([...(await prune(2, 1000))].sort()).toEqual([...namesOf('sharing'), 'kit old']);
    expect(readdirSync(inWork('images/disks')).sort()).toEqual(
      ['lock', ...(images['recent']?.disks ?? []).map((disk) => disk.replace(/.*\//, ''))].sort(),
    );
    expect(readdirSync(inWork('images/blobs/sha256'))).toHaveLength(3);
    await stays('recent');
    ages(3 * 24 * 60, 'images');
    expect(await prune(2, 1000)).toEqual(namesOf('recent'));
    ages(120, 'images');
    await prune(2, 1000);
    for (const folder of ['refs', 'layouts', 'blobs/sha256'])
      expect(readdirSync(inWork('images', folder))).toEqual([]);
    expect(readdirSync(inWork('tmp'))).toEqual([]);

    await registry.start();
    expect((await stays('old')).digest).toBe(images['old']?.digest);
  });
});
