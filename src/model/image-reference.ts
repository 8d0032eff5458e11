/** What a guest's files are taken from: an OCI image in a registry. */
export interface ImageReference {
  /** Registry and repository, as in `docker.io/library/node`. */
  name: string;
  /** Either of the two is there; a digest counts for more. */
  tag: string | undefined;
  digest: string | undefined;
}

const component = String.raw`[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*`;
const registry = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?`;
const pattern = new RegExp(
  `^(?<registry>${registry})/(?<path>${component}(?:/${component})*)` +
    String.raw`(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$`,
);

/**
 * Reads a reference as Docker does: `node:24` is docker.io/library/node:24, and what names neither tag nor
 * digest means `latest`. See https://github.com/distribution/reference.
 * @returns nothing for a text that is none
 */
export function readImageReference(text: string): ImageReference | undefined {
  const [first = '', ...rest] = text.split('/');
  // The first part is a registry where it looks like a machine's name, and else a part of the path.
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const whole = hasRegistry ? text : `docker.io/${rest.length === 0 ? 'library/' : ''}${text}`;
  const { registry: machine, path, tag, digest } = pattern.exec(whole)?.groups ?? {};
  if (machine === undefined || path === undefined || path.length > 255) return undefined;
  return { name: `${machine}/${path}`, tag: tag ?? (digest ? undefined : 'latest'), digest };
}

export function formatImageReference({ name, tag, digest }: ImageReference): string {
  return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** The registry that a reference's name begins with. */
export function registryOf({ name }: Pick<ImageReference, 'name'>): string {
  return name.split('/')[0] ?? '';
}
