import type { ChangePlan } from '../model/change-plan.ts';
import { chooseTargets } from '../plan/choose-targets.ts';
import { patternWarnings } from '../plan/pattern-warnings.ts';
import { planChange } from '../plan/select.ts';
import { changedPaths } from '../repository/change.ts';
import { submodulePaths, workTreePaths } from '../repository/files.ts';
import { warnOfManifest } from './manifest-before.ts';
import type { Checkout } from './checkout.ts';

export interface PlanLanesOptions {
  /** `branch`, `nightly`, `manual`, `all`, or ids of targets. */
  targets: readonly string[];
  base: string | undefined;
  head: string | undefined;
}

export interface PlannedLanes {
  plan: ChangePlan;
  /** Of its notes those that nobody should miss. */
  warnings: readonly string[];
}

/** Which lanes a change wants, and why. */
export async function planLanes(
  workspace: Checkout,
  { targets: words, base, head = 'HEAD' }: PlanLanesOptions,
): Promise<PlannedLanes> {
  const { repository, manifest, runFetch } = workspace;
  const { mode, targets } = chooseTargets(manifest, words);
  const [change, there, submodules] = await Promise.all([
    changedPaths(repository, base, head, { runFetch }),
    workTreePaths(repository),
    submodulePaths(repository),
  ]);
  const plan = planChange(manifest, targets, mode, change);
  const warnings = [...(await warnOfManifest(workspace, change)), ...manifest.warnings];
  const asides = patternWarnings(targets, [...there, ...plan.changed_paths], submodules);
  return { plan: { ...plan, notes: [...warnings, ...plan.notes, ...asides] }, warnings };
}
