import { artifactPrefix, legArtifactName } from '../github/artifact-name.ts';
import { downloadArtifacts, listArtifacts, type FoundArtifact } from '../github/artifacts.ts';
import type { Github } from '../github/client.ts';
import { jobsOfAttempt, type WorkflowJob } from '../github/jobs.ts';
import { reasonOf } from '../github/refusal.ts';
import type { ReportedLeg, UnreadableLeg } from '../model/leg.ts';
import type { ReportPlan } from '../model/report-plan.ts';
import { readLeg, reportedBytes } from '../store/leg-record.ts';
import type { Evidence } from '../outcome/evidence.ts';
import { legNames } from '../outcome/leg-names.ts';
import type { GithubContext } from './github-context.ts';

type Legs = Pick<Evidence, 'legs' | 'unreadable' | 'records'>;

export interface Collected extends Legs, Pick<Evidence, 'jobs' | 'reportJob'> {
  /** What could not be read, in words for people. */
  notes: readonly string[];
}

/**
 * Fetches what the legs of the workflow run left, and what GitHub says of their jobs.
 * @param jobId of the job that this is, where the runner tells it
 */
export async function collectLegs(
  github: Github,
  plan: ReportPlan,
  jobId: string | undefined,
  folder: string,
  context: GithubContext,
  signal: AbortSignal,
): Promise<Collected> {
  const [answer, left] = await Promise.all([
    jobsOfAttempt(github, signal),
    leftLegs(plan, folder, context, signal),
  ]);
  // Without them there is less to hold records against, and fewer links.
  const jobs = answer.kind === 'done' ? answer.jobs : [];
  return { ...left, jobs, reportJob: ownJob(jobs, jobId, context.runnerName)?.name };
}

/** Older servers do not tell a step the id of its job; a runner has one job at a time. */
function ownJob(
  jobs: readonly WorkflowJob[],
  jobId: string | undefined,
  runnerName: string,
): WorkflowJob | undefined {
  const told = jobs.find(({ id }) => String(id) === jobId);
  if (told !== undefined) return told;
  const ours = jobs.filter(
    ({ runner, conclusion }) => runner === runnerName && conclusion === null,
  );
  return ours.length === 1 ? ours[0] : undefined;
}

async function leftLegs(
  plan: ReportPlan,
  folder: string,
  { artifacts: service, runUrl, workflowRun }: GithubContext,
  signal: AbortSignal,
): Promise<Legs & Pick<Collected, 'notes'>> {
  const nothing = { legs: [], unreadable: [] };
  if (service.kind === 'unavailable') {
    const note = `no records of lanes, only their jobs' conclusions: ${service.why}`;
    return { ...nothing, records: 'unavailable', notes: [note] };
  }
  const listed = await listArtifacts(service, artifactPrefix, signal);
  if (listed.kind !== 'done') {
    const note = `the legs' artifacts cannot be listed: ${reasonOf(listed)}`;
    return { ...nothing, records: 'kept', notes: [note] };
  }
  const left = lastOfEach(listed.artifacts, plan, workflowRun.runAttempt);
  const answers = await downloadArtifacts(
    service,
    left.map(({ artifact }) => artifact),
    folder,
    signal,
    reportedBytes,
  );
  const legs: ReportedLeg[] = [];
  const unreadable: UnreadableLeg[] = [];
  for (const [index, { leg, artifact }] of left.entries()) {
    const answer = answers[index];
    try {
      if (answer?.kind !== 'done') throw new Error(answer && reasonOf(answer));
      const found = await readLeg(answer.folder, runUrl);
      const { target, lane, attempt } = found.leg;
      // Nobody's artifact speaks for another leg than the one it is named after.
      if (legArtifactName({ target, lane: lane ?? undefined, attempt }) !== artifact.name) {
        throw new Error('it holds the record of another leg');
      }
      legs.push(found);
    } catch (error) {
      signal.throwIfAborted();
      unreadable.push({ ...leg, why: (error as Error).message });
    }
  }
  const notes = unreadable.map((leg) => `artifact ${nameOf(leg)} is not believed: ${leg.why}`);
  return { legs, unreadable, records: 'kept', notes };
}

type LegKey = Pick<UnreadableLeg, 'target' | 'lane' | 'attempt'>;

function nameOf({ target, lane, attempt }: LegKey): string {
  return legArtifactName({ target, lane: lane ?? undefined, attempt });
}

/**
 * Those that a planned leg can have left, of the last attempt in which it left any; whatever else
 * is there is not even fetched. A name may stand there twice, since each attempt has its own.
 */
function lastOfEach(
  artifacts: readonly FoundArtifact[],
  plan: ReportPlan,
  last: number,
): { leg: LegKey; artifact: FoundArtifact }[] {
  const named = Map.groupBy(artifacts, ({ name }) => name);
  const legs = new Map(
    plan.include
      .flatMap((planned) =>
        legNames(planned, plan).map((lane) => ({ target: planned.target, lane })),
      )
      .map((leg) => [JSON.stringify(leg), leg]),
  );
  return [...legs.values()].flatMap((its) => {
    for (let attempt = last; attempt >= plan.attempt; attempt -= 1) {
      const leg = { ...its, attempt };
      const found = named.get(nameOf(leg));
      if (found !== undefined) return found.map((artifact) => ({ leg, artifact }));
    }
    return [];
  });
}
