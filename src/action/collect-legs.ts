import { artifactPrefix, isLegArtifact, legArtifactName } from '../github/artifact-name.ts';
import { downloadArtifacts, listArtifacts } from '../github/artifacts.ts';
import type { Github } from '../github/client.ts';
import { jobsOfAttempt } from '../github/jobs.ts';
import { reasonOf } from '../github/refusal.ts';
import type { ReportedLeg } from '../model/leg.ts';
import { readLeg } from '../store/leg-record.ts';
import type { Evidence } from '../verdict/overall.ts';
import type { GithubContext } from './github-context.ts';

export interface Collected extends Pick<Evidence, 'legs' | 'jobs' | 'records'> {
  /** What could not be read, in words for people. */
  notes: readonly string[];
}

/** Fetches what the legs of the workflow run left, and what GitHub says of their jobs. */
export async function collectLegs(
  github: Github,
  folder: string,
  { artifacts }: GithubContext,
  signal: AbortSignal,
): Promise<Collected> {
  const [jobs, left] = await Promise.all([
    jobsOfAttempt(github, signal),
    leftLegs(artifacts, folder, signal),
  ]);
  return {
    ...left,
    // Without them links are fewer; a verdict does not rest on them where there are records.
    jobs: jobs.kind === 'done' ? jobs.jobs : [],
  };
}

async function leftLegs(
  service: GithubContext['artifacts'],
  folder: string,
  signal: AbortSignal,
): Promise<Omit<Collected, 'jobs'>> {
  if (service.kind === 'unavailable') {
    const note = `no records of lanes, only their jobs' conclusions: ${service.why}`;
    return { legs: [], records: 'unavailable', notes: [note] };
  }
  const listed = await listArtifacts(service, artifactPrefix, signal);
  if (listed.kind !== 'done') {
    return {
      legs: [],
      records: 'kept',
      notes: [`the legs' artifacts cannot be listed: ${reasonOf(listed)}`],
    };
  }
  const left = listed.artifacts.filter(({ name }) => isLegArtifact(name));
  const downloaded = await downloadArtifacts(service, left, folder, signal);
  const legs: ReportedLeg[] = [];
  const notes: string[] = [];
  for (const [index, answer] of downloaded.entries()) {
    const name = left[index]?.name ?? '';
    if (answer.kind !== 'done') {
      notes.push(`artifact ${name} cannot be read: ${reasonOf(answer)}`);
      continue;
    }
    try {
      const found = await readLeg(answer.folder);
      // Nobody's artifact speaks for another leg than the one it is named after.
      if (nameOf(found) === name) legs.push(found);
      else notes.push(`artifact ${name} holds the record of ${nameOf(found)}; it is not counted`);
    } catch (error) {
      notes.push(`artifact ${name} holds no record of a lane: ${(error as Error).message}`);
    }
  }
  return { legs, records: 'kept', notes };
}

function nameOf({ leg: { target, lane, attempt } }: ReportedLeg): string {
  return legArtifactName({ target, lane: lane ?? undefined, attempt });
}
