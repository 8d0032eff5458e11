import type { Lane, Target } from '../model/target.ts';

/** What a newer manifest takes away from an older one, or has done otherwise, for people to see. */
export function manifestChanges(before: readonly Target[], now: readonly Target[]): string[] {
  const changes: string[] = [];
  const otherwise: string[] = [];
  for (const target of before) {
    const same = now.find(({ id }) => id === target.id);
    if (same === undefined) {
      changes.push(`takes away target \`${target.id}\` with ${named(target.lanes.map(idOf))}`);
      continue;
    }
    const gone = target.lanes.filter(({ id }) => !same.lanes.some((lane) => lane.id === id));
    if (gone.length > 0) changes.push(`takes ${named(gone.map(idOf))} away from \`${target.id}\``);
    if (same.trigger !== target.trigger) {
      changes.push(`makes \`${target.id}\` a ${same.trigger} target, and no ${target.trigger} one`);
    }
    if (JSON.stringify(same.paths) !== JSON.stringify(target.paths)) {
      changes.push(`changes the paths that select \`${target.id}\``);
    }
    const kept = same.lanes.flatMap((lane) => {
      const old = target.lanes.find(({ id }) => id === lane.id);
      return old === undefined || textOf(old) === textOf(lane) ? [] : [`${target.id}/${lane.id}`];
    });
    otherwise.push(...kept);
  }
  return otherwise.length === 0 ? changes : [...changes, `changes ${named(otherwise)}`];
}

/** Of the targets at one commit, those lanes that are at another one as well. */
export function inBoth(targets: readonly Target[], others: readonly Target[]): Target[] {
  return targets.flatMap((target) => {
    const other = others.find(({ id }) => id === target.id);
    if (other === undefined) return [];
    const lanes = target.lanes.filter(({ id }) => other.lanes.some((lane) => lane.id === id));
    return [{ ...target, lanes }];
  });
}

/** Hosts are no affair of the manifest's but for their names. */
function textOf({ runner, ...lane }: Lane): string {
  return JSON.stringify([lane, { ...runner, host: runner.host.name }]);
}

function idOf({ id }: Lane): string {
  return id;
}

const mostNamed = 10;

function named(lanes: readonly string[]): string {
  const names = lanes.slice(0, mostNamed).map((id) => `\`${id}\``);
  const more = lanes.length > mostNamed ? [`${lanes.length - mostNamed} more`] : [];
  const list = new Intl.ListFormat('en').format([...names, ...more]);
  return `${lanes.length === 1 ? 'lane' : 'lanes'} ${list}`;
}
