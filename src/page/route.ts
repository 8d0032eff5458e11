import type { LogKind } from '../report/html/html-report.ts';
import { laneFragment } from '../report/html/lane-keys.ts';

/** What the page shows, as its address says it; so it survives a reload and can be passed on. */
export type Route =
  | { kind: 'timeline' }
  | { kind: 'lane'; key: string; log: LogKind | undefined; lines: LineRange | undefined };

/** From 1, both ends included. */
export interface LineRange {
  first: number;
  last: number;
}

/** `#unit`, `#unit/L12`, `#unit/host/L12-L20`; `#/timeline` can be no lane. */
export function formatRoute(place: Route): string {
  if (place.kind === 'timeline') return '#/timeline';
  const { key, log, lines } = place;
  return [
    laneFragment(key),
    ...(log === 'host' ? ['host'] : []),
    ...(lines === undefined ? [] : [formatLines(lines)]),
  ].join('/');
}

/** @returns nothing for an address that is none of ours */
export function parseRoute(fragment: string): Route | undefined {
  if (fragment === '#/timeline') return { kind: 'timeline' };
  const match = /^#([^/]+)(?:\/(guest|host))?(?:\/L(\d{1,9})(?:-L(\d{1,9}))?)?$/.exec(fragment);
  const key = decode(match?.[1]);
  if (match === null || key === undefined) return undefined;
  const [, , log, one, other] = match;
  return {
    kind: 'lane',
    key,
    log: log === 'host' || log === 'guest' ? log : undefined,
    lines: one === undefined ? undefined : range(Number(one), Number(other ?? one)),
  };
}

export function range(one: number, other: number): LineRange {
  return { first: Math.min(one, other), last: Math.max(one, other) };
}

function formatLines({ first, last }: LineRange): string {
  return first === last ? `L${first}` : `L${first}-L${last}`;
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
