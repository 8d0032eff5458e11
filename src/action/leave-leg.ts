import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { info, notice } from '@actions/core';
import { describeFailure } from '../model/describe-failure.ts';
import type { EventSink } from '../model/event.ts';
import { categoryOf, type Failure } from '../model/failure.ts';
import type { LegRecord } from '../model/leg.ts';
import type { LegScope } from '../model/leg-scope.ts';
import { reasonOf } from '../github/refusal.ts';
import { runDir } from '../store/run-dir.ts';
import { writeLegRecord } from '../store/leg-record.ts';
import type { GithubContext } from './github-context.ts';
import type { RunInputs } from './inputs.ts';
import { forgetLeg, saveLeg, type SavedLeg } from './saved-state.ts';

/** What this leg says of itself to the report. */
export function describeLeg(
  { target, jobId }: RunInputs,
  scope: LegScope,
  { workflowRun, runUrl }: GithubContext,
): LegRecord {
  return {
    schema_version: 1,
    target,
    lane: scope.kind === 'lane' ? scope.lane : null,
    attempt: workflowRun.runAttempt,
    job_url: jobId === undefined ? null : `${runUrl}/job/${jobId}`,
    failure: null,
  };
}

/** Tells the post step where the run's files are, so that it can leave them if we never come to it. */
export function rememberLeg(leg: LegRecord, stateRoot: string): EventSink {
  return (event) => {
    if (event.event !== 'run_started') return;
    const { path } = runDir(stateRoot, event.run_id);
    writeLegRecord(path, leg);
    saveLeg({ folder: path, leg });
  };
}

/** Leaves word of a leg that failed before there was a run. */
export async function leaveFailedLeg(
  leg: LegRecord,
  failure: Failure,
  context: GithubContext,
): Promise<void> {
  const folder = await mkdtemp(join(context.temp, 'pikaci-leg-'));
  const { headline } = describeFailure(failure);
  const record = { ...leg, failure: { kind: categoryOf(failure), message: headline } };
  writeLegRecord(folder, record);
  await leaveLeg({ folder, leg: record }, context);
}

/** Well inside what the runner grants a step after a cancellation. */
const uploadTimeoutMs = 120_000;

/**
 * Keeps a leg's records and full logs as an artifact of the workflow run. Trouble with that is told
 * and changes no verdict here: the report then misses the lane.
 * @returns page of the artifact
 */
export async function leaveLeg(
  { folder, leg }: SavedLeg,
  { artifacts }: GithubContext,
): Promise<string | undefined> {
  forgetLeg();
  const { legArtifactName } = await import('../github/artifact-name.ts');
  const { uploadFolder } = await import('../github/artifacts.ts');
  const name = legArtifactName({ ...leg, lane: leg.lane ?? undefined });
  const signal = AbortSignal.timeout(uploadTimeoutMs);
  const answer = await uploadFolder(artifacts, name, folder, signal);
  if (answer.kind === 'done') return answer.url;
  const message = `The lane's records and full logs are not kept as an artifact: ${reasonOf(answer)}.`;
  // Where no leg can keep any, it is no news of this one.
  if (artifacts.kind === 'unavailable') info(message);
  else notice(message);
  return undefined;
}
