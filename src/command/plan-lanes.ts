import type { ChangePlan } from '../model/change-plan.ts';
import { chooseTargets } from '../plan/choose-targets.ts';
import { planChange } from '../plan/select.ts';
import { changedPaths } from '../repository/change.ts';
import type { Workspace } from './workspace.ts';

export interface PlanLanesOptions {
  /** `branch`, `nightly`, `manual`, `all`, or ids of targets. */
  targets: readonly string[];
  base: string | undefined;
  head: string | undefined;
}

/** Which lanes a change wants, and why. */
export async function planLanes(
  { repository, manifest }: Workspace,
  { targets: words, base, head = 'HEAD' }: PlanLanesOptions,
): Promise<ChangePlan> {
  const { mode, targets } = chooseTargets(manifest, words);
  const change = await changedPaths(repository, base, head);
  return planChange(manifest, targets, mode, change);
}
