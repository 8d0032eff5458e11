import type { ChangePlan, MatrixLeg, PlanMode, SkippedLane } from '../model/change-plan.ts';
import type { Manifest, Target } from '../model/target.ts';
import { compilePatterns } from './glob.ts';
import { laneTitle, legTimeoutMinutes } from './leg.ts';

/** What a change touched, or why nobody can tell. */
export type Change =
  | { kind: 'known'; base: string; head: string; paths: readonly string[] }
  | { kind: 'unknown'; base: string | null; head: string | null; why: string };

export type Decision = { kind: 'selected'; reason: string } | { kind: 'skipped'; reason: string };

/**
 * Whether a change concerns a target. In doubt it does: a lane that runs needlessly costs minutes,
 * one that is skipped wrongly lets a broken change in.
 */
export function decide(
  target: Target,
  mode: PlanMode,
  manifestPath: string,
  change: Change,
): Decision {
  if (mode === 'nightly') return { kind: 'selected', reason: 'nightly runs select every lane' };
  if (mode === 'all') return { kind: 'selected', reason: 'all lanes were asked for' };
  if (change.kind === 'unknown') return { kind: 'selected', reason: change.why };
  if (change.paths.length === 0) return { kind: 'selected', reason: 'the change has no paths' };
  if (change.paths.includes(manifestPath)) {
    return { kind: 'selected', reason: `${manifestPath} changed` };
  }
  if (target.paths.length === 0)
    return { kind: 'selected', reason: 'the target has no path filter' };
  const patterns = compilePatterns(target.paths);
  for (const path of change.paths) {
    const pattern = patterns.match(path);
    if (pattern !== undefined)
      return { kind: 'selected', reason: `\`${pattern}\` matches ${path}` };
  }
  return { kind: 'skipped', reason: 'no changed path matches' };
}

/** The plan for `targets` out of a manifest, in the manifest's order. */
export function planChange(
  manifest: Manifest,
  targets: readonly Target[],
  mode: PlanMode,
  change: Change,
): ChangePlan {
  const include: MatrixLeg[] = [];
  const skipped: SkippedLane[] = [];
  const selectedTitles: string[] = [];
  for (const target of targets) {
    const decision = decide(target, mode, manifest.path, change);
    if (decision.kind === 'selected') {
      selectedTitles.push(target.title);
      include.push(...target.lanes.map((lane) => leg(target, lane, mode)));
    } else {
      const { reason } = decision;
      skipped.push(...target.lanes.map(({ id }) => ({ id, target: target.id, reason })));
    }
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
    skipped,
    notes: notes(manifest, mode, change),
  };
}

function leg(target: Target, lane: Target['lanes'][number], mode: PlanMode): MatrixLeg {
  return {
    id: lane.id,
    target: target.id,
    title: laneTitle(target, lane),
    runner: lane.runner.kind,
    runs_on: lane.runsOn,
    timeout_minutes: legTimeoutMinutes(lane.timeoutSecs),
    concurrency_group: target.concurrencyGroup,
    mode,
  };
}

function notes(manifest: Manifest, mode: PlanMode, change: Change): string[] {
  if (mode === 'nightly') return ['every lane is selected: nightly run'];
  if (mode === 'all') return ['every lane is selected: all were asked for'];
  if (change.kind === 'unknown') return [`every lane is selected: ${change.why}`];
  if (change.paths.length === 0) return ['every lane is selected: the change has no paths'];
  if (change.paths.includes(manifest.path))
    return [`every lane is selected: ${manifest.path} changed`];
  return [];
}
