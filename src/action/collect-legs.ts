import { artifactPrefix } from '../github/artifact-name.ts';
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
  const names = listed.artifacts.map(({ name }) => name);
  const downloaded = await downloadArtifacts(service, listed.artifacts, folder, signal);
  const legs: ReportedLeg[] = [];
  const notes: string[] = [];
  for (const [index, answer] of downloaded.entries()) {
    const name = names[index] ?? '';
    if (answer.kind !== 'done') {
      notes.push(`artifact ${name} cannot be read: ${reasonOf(answer)}`);
      continue;
    }
    try {
      legs.push(await readLeg(answer.folder));
    } catch (error) {
      notes.push(`artifact ${name} holds no record of a lane: ${(error as Error).message}`);
    }
  }
  return { legs, records: 'kept', notes };
}
