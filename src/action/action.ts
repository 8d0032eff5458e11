import { error as annotateError } from '@actions/core';
import { failureLines, describeFailure } from '../model/describe-failure.ts';
import { failureOf } from '../model/failure.ts';
import { exitOfFailure } from '../core/exit-status.ts';
import { guardLine } from '../report/guard.ts';
import { annotateManifest } from './annotate-manifest.ts';
import { readGithubContext } from './github-context.ts';
import { readInputs } from './inputs.ts';
import { postStep } from './post-step.ts';
import { isPostStep, markMainStep } from './saved-state.ts';
import { StepEnvironment } from './step-environment.ts';

/** The action's door: main or post step, as the runner starts the bundle. */
export async function action(): Promise<number> {
  if (isPostStep()) return postStep();
  try {
    StepEnvironment.restore(process.env);
    markMainStep();
    const context = readGithubContext(process.env);
    const inputs = readInputs();
    if (inputs.mode === 'plan') {
      const { planStep } = await import('./plan-step.ts');
      return await planStep(inputs, context);
    }
    if (inputs.mode === 'report') {
      const { reportStep } = await import('./report-step.ts');
      return await reportStep(inputs, context);
    }
    const { runStep } = await import('./run-step.ts');
    return await runStep(inputs, context);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.cause === 'manifest_invalid') annotateManifest(failure.sources);
    else annotateError(describeFailure(failure).headline);
    for (const line of failureLines(failure)) process.stdout.write(`${guardLine(line)}\n`);
    return exitOfFailure(failure);
  }
}
