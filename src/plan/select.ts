import type { ChangePlan, DecidedLane, MatrixLeg, PlanMode } from '../model/change-plan.ts';
import type { ChangedPaths, KnownPaths } from '../model/changed-paths.ts';
import type { Manifest, Target } from '../model/target.ts';
import { compileLists } from './path-matcher.ts';
import { targetLegs } from './target-legs.ts';

type Decision = { kind: 'selected'; reason: string } | { kind: 'skipped'; reason: string };

/**
 * Which targets a change concerns, and why. In doubt all of them: a lane that runs needlessly costs
 * minutes, one that is skipped wrongly lets a broken change in.
 * @returns a decision a target, in their order
 */
export function decideAll(
  targets: readonly Target[],
  mode: PlanMode,
  manifest: Pick<Manifest, 'sources'>,
  change: ChangedPaths,
): readonly Decision[] {
  const everything = whyEverything(mode, manifest, change);
  if (everything !== undefined || change.kind === 'unknown') {
    const reason = everything ?? 'the change is unknown';
    return targets.map(() => ({ kind: 'selected', reason }));
  }
  const hits = firstHits(targets, change);
  return targets.map((target, index): Decision => {
    if (target.paths.length === 0) {
      return { kind: 'selected', reason: 'the target has no path filter' };
    }
    const hit = hits.get(index);
    return hit === undefined
      ? { kind: 'skipped', reason: 'no changed path matches' }
      : { kind: 'selected', reason: `\`${hit.pattern}\` matches ${hit.what}` };
  });
}

/** Why every lane is selected, whatever the paths; nothing when the paths decide. */
function whyEverything(
  mode: PlanMode,
  manifest: Pick<Manifest, 'sources'>,
  change: ChangedPaths,
): string | undefined {
  if (mode === 'nightly') return 'nightly runs select every lane';
  if (mode === 'all') return 'all lanes were asked for';
  if (change.kind === 'unknown') return change.why;
  if (change.paths.length === 0) return 'the change has no paths';
  const source = changedSource(manifest, change);
  return source === undefined ? undefined : `${source} changed`;
}

/** The first path of a change that changes what the manifest is read from. */
export function changedSource(
  { sources }: Pick<Manifest, 'sources'>,
  { paths, covers }: KnownPaths,
): string | undefined {
  return paths.find(
    (path) =>
      sources.includes(path) ||
      (covers.includes(path) && sources.some((source) => source.startsWith(`${path}/`))),
  );
}

interface Hit {
  pattern: string;
  what: string;
}

/** For each target, by its index, the first path that its patterns let in. */
function firstHits(targets: readonly Target[], { paths, covers }: KnownPaths): Map<number, Hit> {
  const hits = new Map<number, Hit>();
  const filtered = targets.filter(({ paths: patterns }) => patterns.length > 0).length;
  const matcher = compileLists(targets.map(({ paths: patterns }) => patterns));
  for (const path of paths) {
    if (hits.size === filtered) break;
    for (const { list, pattern } of matcher.match(path)) {
      if (!hits.has(list)) hits.set(list, { pattern, what: path });
    }
  }
  for (const path of covers) {
    for (const { list, pattern } of matcher.matchBelow(path)) {
      if (!hits.has(list)) hits.set(list, { pattern, what: `what lies below ${path}` });
    }
  }
  return hits;
}

/** The plan for `targets` out of a manifest, in the manifest's order. */
export function planChange(
  manifest: Manifest,
  targets: readonly Target[],
  mode: PlanMode,
  change: ChangedPaths,
): ChangePlan {
  const include: MatrixLeg[] = [];
  const selected: DecidedLane[] = [];
  const skipped: DecidedLane[] = [];
  const selectedTitles: string[] = [];
  const everything = whyEverything(mode, manifest, change);
  const decisions = decideAll(targets, mode, manifest, change);
  for (const [index, target] of targets.entries()) {
    const { kind, reason } = decisions[index] ?? { kind: 'selected', reason: 'undecided' };
    const legs = targetLegs(target, mode);
    const lanes = legs.map(({ id }) => ({ id, target: target.id, reason }));
    if (kind === 'selected') {
      selectedTitles.push(target.title);
      include.push(...legs);
      selected.push(...lanes);
    } else skipped.push(...lanes);
  }
  return {
    schema_version: 1,
    mode,
    manifest_path: manifest.path,
    base: change.base,
    head: change.head,
    changed_paths: change.kind === 'known' ? [...change.paths] : [],
    selected_count: include.length,
    selected_titles: selectedTitles,
    include,
    selected,
    skipped,
    notes: [
      ...(change.kind === 'known' ? change.notes : []),
      ...(everything === undefined ? [] : [`every lane is selected: ${everything}`]),
    ],
  };
}
