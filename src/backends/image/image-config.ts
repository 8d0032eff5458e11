import { createHash } from 'node:crypto';
import { z } from 'zod';

/** How a layer's tar lies in its blob. */
export type LayerCompression = 'gzip' | 'zstd' | 'none';

export interface ImageLayer {
  /** SHA-256 of its blob, in hexadecimal. */
  blob: string;
  compression: LayerCompression;
}

/** What an image says of itself, as far as a guest of it goes by that. */
export interface ImageConfig {
  /** As images call it: amd64, arm64 … */
  architecture: string;
  /** From the lowest on. */
  layers: readonly ImageLayer[];
  /** `NAME=value`. */
  environment: readonly string[];
  /** As a Dockerfile's USER; empty for root. */
  user: string;
}

/** A guest has a disk for each, and a machine room for so many. Other runtimes take 127. */
const mostLayers = 200;

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const manifestSchema = z.object({
  config: z.object({ digest }),
  layers: z.array(z.object({ mediaType: z.string(), digest })),
});
const noneWhereNull = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((it) => it ?? undefined);
const configSchema = z.object({
  architecture: z.string(),
  config: noneWhereNull(
    z.object({
      Env: noneWhereNull(z.array(z.string())),
      User: noneWhereNull(z.string().regex(/^[^\0\n]*$/)),
    }),
  ),
});

/**
 * Reads an image's manifest and its configuration: see
 * https://github.com/opencontainers/image-spec/blob/main/manifest.md and config.md there. Whoever made the
 * image wrote them.
 * @throws Error where they are no image's
 */
export function readImageConfig(manifestText: string, configText: string): ImageConfig {
  const manifest = manifestSchema.parse(JSON.parse(manifestText));
  if (manifest.layers.length > mostLayers)
    throw new Error(`it has ${manifest.layers.length} layers; a guest takes ${mostLayers} of them`);
  const found = `sha256:${createHash('sha256').update(configText).digest('hex')}`;
  if (found !== manifest.config.digest)
    throw new Error('its configuration is not the one that its manifest names');
  const { architecture, config } = configSchema.parse(JSON.parse(configText));
  return {
    architecture,
    layers: manifest.layers.map((layer) => ({
      blob: layer.digest.slice('sha256:'.length),
      compression: compressionOf(layer.mediaType),
    })),
    // What looks otherwise sets nothing, for other runtimes either.
    environment: (config?.Env ?? []).filter((it) => /^[A-Za-z_][^=\0]*=[^\0]*$/.test(it)),
    user: config?.User ?? '',
  };
}

function compressionOf(mediaType: string): LayerCompression {
  if (/[.+]gzip$/.test(mediaType)) return 'gzip';
  if (/[.+]zstd$/.test(mediaType)) return 'zstd';
  if (mediaType.endsWith('tar')) return 'none';
  throw new Error(`it has a layer of a type that is not known: ${mediaType.slice(0, 100)}`);
}
