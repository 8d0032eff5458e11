import { FailureError } from '../model/failure.ts';
import type { PlanMode } from '../model/change-plan.ts';
import { scopeOfInputs } from '../model/leg-scope.ts';
import type { Lane, Manifest, Target } from '../model/target.ts';

/**
 * The targets that words like `branch`, `nightly`, `all`, or ids of targets stand for.
 * @throws FailureError `target_unknown`
 */
export function chooseTargets(
  manifest: Manifest,
  words: readonly string[],
): { mode: PlanMode; targets: readonly Target[] } {
  const [only] = words;
  if (words.length === 1 && only !== undefined) {
    if (only === 'all') return { mode: 'all', targets: manifest.targets };
    if (only === 'branch' || only === 'nightly' || only === 'manual') {
      return { mode: only, targets: manifest.targets.filter(({ trigger }) => trigger === only) };
    }
  }
  const chosen = new Set(words.map((word) => findTarget(manifest, word)));
  return { mode: 'named', targets: manifest.targets.filter((target) => chosen.has(target)) };
}

/**
 * A target by its id, and the lanes of it that are wanted. `target/lane` stands for that lane alone,
 * and so does the id of a lane that only one target has, as the original's single-job targets did;
 * where a name is both a target's and a lane's, the target wins.
 * @param laneIds narrows the target to these lanes; empty keeps them all
 * @throws FailureError `target_unknown`, `lane_unknown` or `lane_ambiguous`
 */
export function chooseLanes(
  manifest: Manifest,
  name: string,
  laneIds: readonly string[],
): { target: Target; lanes: readonly Lane[] } {
  const target = manifest.targets.find(({ id }) => id === name);
  if (target === undefined && laneIds.length === 0) {
    const [found, ...others] = lanesCalled(manifest, name);
    if (found !== undefined && others.length === 0) return found;
    if (found !== undefined) {
      const candidates = [found, ...others].map((it) => `${it.target.id}/${it.lanes[0].id}`);
      throw new FailureError({ cause: 'lane_ambiguous', name, candidates });
    }
  }
  if (target === undefined) throw unknownTarget(manifest, name);
  const known = target.lanes.map(({ id }) => id);
  const isWhole = laneIds.every((id) => scopeOfInputs(target.id, id, known).kind === 'target');
  if (isWhole) return { target, lanes: target.lanes };
  for (const lane of laneIds) {
    if (!known.includes(lane)) {
      throw new FailureError({ cause: 'lane_unknown', target: target.id, lane, known });
    }
  }
  return { target, lanes: target.lanes.filter(({ id }) => laneIds.includes(id)) };
}

function lanesCalled(
  { targets }: Manifest,
  name: string,
): { target: Target; lanes: readonly [Lane] }[] {
  const lanes = targets.flatMap((target) => target.lanes.map((lane) => ({ target, lane })));
  const exactly = lanes.filter(({ target, lane }) => name === `${target.id}/${lane.id}`);
  const found = exactly.length > 0 ? exactly : lanes.filter(({ lane }) => lane.id === name);
  return found.map(({ target, lane }) => ({ target, lanes: [lane] }));
}

function findTarget(manifest: Manifest, id: string): Target {
  const target = manifest.targets.find((candidate) => candidate.id === id);
  if (target === undefined) throw unknownTarget(manifest, id);
  return target;
}

function unknownTarget(manifest: Manifest, name: string): FailureError {
  const known = manifest.targets.map(({ id }) => id);
  return new FailureError({ cause: 'target_unknown', name, known });
}
