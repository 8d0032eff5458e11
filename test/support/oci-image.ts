import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { pack } from 'tar-stream';

/** A member of a layer's tar; owned by root unless said otherwise. */
export type LayerEntry = {
  name: string;
  /** Permissions with setuid, setgid and sticky; 0755 for folders, 0644 for the rest. */
  mode?: number;
  uid?: number;
  gid?: number;
  /** Extended attributes, ASCII only: tar-stream would write anything else as UTF-8. */
  xattrs?: Readonly<Record<string, string>>;
} & (
  | { type: 'file'; content?: string | Buffer }
  | { type: 'directory' | 'fifo' }
  /** A `link` is a hard link; its target stands earlier in the same layer. */
  | { type: 'symlink' | 'link'; target: string }
  | { type: 'character-device' | 'block-device'; major: number; minor: number }
);

export type Compression = 'gzip' | 'zstd' | 'none';

/** Entries in their order, or a blob that was made before. */
export type Layer =
  | {
      entries: readonly LayerEntry[];
      /** gzip unless said otherwise. */
      compression?: Compression;
    }
  | { blob: Buffer; compression: Compression; diffId: string };

/** What stands in an image's config for whoever starts it, in OCI's own names. */
export interface ImageConfig {
  Env?: readonly string[];
  User?: string;
  WorkingDir?: string;
  Entrypoint?: readonly string[];
  Cmd?: readonly string[];
}

export interface Image {
  layers: readonly Layer[];
  config?: ImageConfig;
  /** In Go's words; `amd64` unless said otherwise. */
  architecture?: string;
}

export interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
}

export interface WrittenLayer extends Descriptor {
  /** The digest of the uncompressed tar. */
  diffId: string;
  compression: Compression;
}

export interface WrittenImage {
  /** A layout with one image in it, tagged {@link layoutTag}. */
  folder: string;
  /** Of what the tag names: the manifest, or the index. */
  digest: string;
  manifest: Descriptor;
  config: Descriptor;
  layers: readonly WrittenLayer[];
}

/** The tag of the one image in a layout of ours. */
export const layoutTag = 'image';

const mediaTypes = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: {
    none: 'application/vnd.oci.image.layer.v1.tar',
    gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
    zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
  },
} as const;

/** Equal content gives equal digests, so nothing may tell when it was made. */
const modifiedAt = new Date('2001-01-01T00:00:00Z');

/** `sha256:…` of some bytes. */
export function digestOf(bytes: string | Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Where a layout, or a folder of shared blobs, keeps one. */
export function blobPath(folder: string, digest: string): string {
  return join(folder, digest.replace(':', '/'));
}

/** Writes an OCI image layout into a folder: one image, for one architecture. */
export async function writeImage(folder: string, image: Image): Promise<WrittenImage> {
  const layout = new Layout(folder);
  const written = await layout.image(image);
  layout.tag(written.manifest);
  return { ...written, folder, digest: written.manifest.digest };
}

/** Writes a layout whose tag names an index over images for several architectures. */
export async function writeIndex(folder: string, images: readonly Image[]): Promise<string> {
  const layout = new Layout(folder);
  const manifests = [];
  for (const image of images) {
    const { manifest, layers } = await layout.image(image);
    // Without the mark skopeo would add it on the way to a registry, and so change the digest.
    const zstd = layers.some(({ compression }) => compression === 'zstd');
    const marks = zstd ? { annotations: { 'io.github.containers.compression.zstd': 'true' } } : {};
    manifests.push({ ...manifest, platform: platformOf(image), ...marks });
  }
  const index = layout.json(mediaTypes.index, {
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    manifests,
  });
  layout.tag(index);
  return index.digest;
}

/** Entries as one tar. */
async function layerTar(entries: readonly LayerEntry[]): Promise<Buffer> {
  const tar = pack();
  const bytes = buffer(tar);
  for (const entry of entries) {
    const { name, type, xattrs = {}, uid = 0, gid = 0 } = entry;
    const mode = entry.mode ?? (type === 'directory' ? 0o755 : 0o644);
    const pax = Object.entries(xattrs).map(([key, value]) => [`SCHILY.xattr.${key}`, value]);
    const header = {
      ...{ name, type, mode, uid, gid, mtime: modifiedAt },
      ...('target' in entry ? { linkname: entry.target } : {}),
      ...('major' in entry ? { devmajor: entry.major, devminor: entry.minor } : {}),
      ...(pax.length > 0 ? { pax: Object.fromEntries(pax) as Record<string, string> } : {}),
    };
    if (entry.type === 'file') tar.entry(header, entry.content ?? '');
    else tar.entry(header);
  }
  tar.finalize();
  return bytes;
}

const compress: Record<Compression, (tar: Buffer) => Buffer> = {
  gzip: (tar) => gzipSync(tar),
  zstd: (tar) => zstdCompressSync(tar),
  none: (tar) => tar,
};

class Layout {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
    writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  }

  async image(image: Image): Promise<Omit<WrittenImage, 'folder' | 'digest'>> {
    const layers = [];
    for (const layer of image.layers) layers.push(await this.#layer(layer));
    const config = this.json(mediaTypes.config, {
      ...platformOf(image),
      created: modifiedAt.toISOString(),
      config: image.config ?? {},
      rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
    });
    const manifest = this.json(mediaTypes.manifest, {
      schemaVersion: 2,
      mediaType: mediaTypes.manifest,
      config,
      layers: layers.map(({ mediaType, digest, size }) => ({ mediaType, digest, size })),
    });
    return { manifest, config, layers };
  }

  json(mediaType: string, value: unknown): Descriptor {
    return this.#blob(mediaType, Buffer.from(JSON.stringify(value)));
  }

  tag(descriptor: Descriptor): void {
    const annotations = { 'org.opencontainers.image.ref.name': layoutTag };
    const index = { schemaVersion: 2, manifests: [{ ...descriptor, annotations }] };
    writeFileSync(join(this.#folder, 'index.json'), JSON.stringify(index));
  }

  async #layer(layer: Layer): Promise<WrittenLayer> {
    const { compression = 'gzip' } = layer;
    const mediaType = mediaTypes.layer[compression];
    if ('blob' in layer) {
      return { ...this.#blob(mediaType, layer.blob), diffId: layer.diffId, compression };
    }
    const tar = await layerTar(layer.entries);
    const blob = this.#blob(mediaType, compress[compression](tar));
    return { ...blob, diffId: digestOf(tar), compression };
  }

  #blob(mediaType: string, bytes: Buffer): Descriptor {
    const digest = digestOf(bytes);
    writeFileSync(blobPath(join(this.#folder, 'blobs'), digest), bytes);
    return { mediaType, digest, size: bytes.length };
  }
}

function platformOf({ architecture = 'amd64' }: Image): { architecture: string; os: string } {
  return { architecture, os: 'linux' };
}
