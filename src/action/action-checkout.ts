import { readEnvironment } from '../core/environment.ts';
import { openCheckout, type Checkout } from '../core/checkout.ts';
import { fetchInStep } from './fetch-in-step.ts';
import type { GithubContext } from './github-context.ts';
import type { PlanInputs, RunInputs } from './inputs.ts';

/** Opens the workflow's checkout, as the inputs say. */
export function workspaceOf(
  inputs: PlanInputs | RunInputs,
  context: GithubContext,
): Promise<Checkout> {
  const { hosts, manifest, stateRoot } = inputs;
  return openCheckout({
    directory: context.workspace,
    manifest,
    hosts: hosts === undefined ? undefined : { origin: 'input hosts', text: hosts },
    hostsOrigin: 'workflow',
    stateRoot,
    environment: readEnvironment(process.env),
    runFetch: fetchInStep(),
  });
}
