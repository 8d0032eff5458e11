import type { ImageTrouble } from '../../model/failure.ts';

/** What stands between a host and an image, by the words of skopeo's that say so, the first one counting. */
const words: readonly [ImageTrouble, RegExp][] = [
  ['disk_full', /no space left on device|disk quota exceeded/i],
  ['architecture', /no image found in image index for architecture/],
  [
    'tampered',
    /Digest did not match|does not match expected sha256|does not match provided manifest digest/i,
  ],
  ['throttled', /toomanyrequests|StatusCode: 429|too many requests/i],
  [
    'missing',
    /manifest unknown|name unknown|repository name not known|NAME_UNKNOWN|StatusCode: 404|status: 404/i,
  ],
  [
    'denied',
    /authentication required|unauthorized|unable to retrieve auth token|denied|StatusCode: 40[13]|status: 40[13]/i,
  ],
  [
    'unreachable',
    /connection refused|no such host|timeout|deadline exceeded|server gave HTTP response|x509|tls:|unexpected EOF|connection reset|network is unreachable|unexpected HTTP status: 5\d\d|StatusCode: 5\d\d/i,
  ],
];

/** @param said the end of what skopeo said, in which a registry's own words may stand */
export function whyUnavailable(said: string): ImageTrouble {
  const fatal =
    said
      .split('\n')
      .filter((line) => line.includes('level=fatal'))
      .at(-1) ?? said;
  return words.find(([, pattern]) => pattern.test(fatal))?.[0] ?? 'other';
}
