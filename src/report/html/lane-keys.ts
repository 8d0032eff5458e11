/**
 * What stands for each lane in addresses of the page, `#<key>/L12`: its id, which people can read
 * and another report of the same lanes repeats; with its target where two targets share an id.
 */
export function laneKeys(lanes: readonly { target: string; id: string }[]): string[] {
  const ids = new Map<string, number>();
  for (const { id } of lanes) ids.set(id, (ids.get(id) ?? 0) + 1);
  return lanes.map(({ target, id }) =>
    // Half a surrogate pair, which no lane of a manifest has, cannot stand in an address.
    (ids.get(id) === 1 && id !== '' ? id : `${target}:${id}`).toWellFormed(),
  );
}

/** The fragment that opens the report at a lane. */
export function laneFragment(key: string): string {
  return `#${encodeURIComponent(key)}`;
}
