import { setOutput, summary, warning } from '@actions/core';
import { planLanes } from '../core/plan-lanes.ts';
import { cappedPaths, checkOutput, matrixLegs } from '../plan/matrix.ts';
import { guardLine } from '../report/guard.ts';
import { planMarkdown } from '../report/plan-markdown.ts';
import { planText } from '../report/plan-text.ts';
import { packPlan, reportPlanLimitBytes } from '../outcome/packed-plan.ts';
import type { GithubContext } from './github-context.ts';
import type { PlanInputs } from './inputs.ts';
import { workspaceOf } from './action-checkout.ts';

/** `mode: plan`: the matrix of a change as outputs, and the decisions for people. */
export async function planStep(inputs: PlanInputs, context: GithubContext): Promise<number> {
  const workspace = await workspaceOf(inputs, context);
  const { plan, warnings } = await planLanes(workspace, {
    targets: inputs.targets.length === 0 ? [context.defaultTarget] : inputs.targets,
    base: inputs.base ?? context.change.base,
    head: inputs.head ?? context.change.head,
  });
  const legs = matrixLegs(plan, inputs.groupBy);
  const matrix = checkOutput('matrix', JSON.stringify({ include: legs }));
  setOutput('matrix', matrix);
  setOutput('has-lanes', legs.length > 0 ? 'true' : 'false');
  setOutput('count', String(plan.selected_count));
  setOutput('selected-titles', JSON.stringify(plan.selected_titles));
  setOutput('changed-paths', cappedPaths(plan.changed_paths));
  const packed = packPlan(plan, {
    attempt: context.workflowRun.runAttempt,
    created_at: new Date().toISOString(),
    grouping: inputs.groupBy,
  });
  setOutput('plan', checkOutput('plan', packed));
  if (Buffer.byteLength(packed) > reportPlanLimitBytes) {
    warning(
      `output plan has ${Buffer.byteLength(packed)} bytes, more than a step takes as an input (${reportPlanLimitBytes}): mode report cannot be given it. Plan fewer targets in one workflow run.`,
    );
  }
  for (const text of warnings) warning(guardLine(text), { title: 'plan' });
  for (const line of planText(plan)) process.stdout.write(`${guardLine(line)}\n`);
  await summary.addRaw(planMarkdown(plan, warnings)).write();
  return 0;
}
