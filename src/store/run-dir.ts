import { join } from 'node:path';
import { idSegment } from '../model/id-segment.ts';

/** Where the files of a run lie, below the state root. The one place that knows their names. */
export interface RunDir {
  path: string;
  runJson: string;
  planJson: string;
  preparedOutputsJson: string;
  eventsJsonl: string;
  /** What the matrix leg says of itself, in a workflow. */
  legJson: string;
  /** The process that does the run. */
  ownerJson: string;
  job: (id: string) => JobDir;
}

export interface JobDir {
  path: string;
  statusJson: string;
  hostLog: string;
  artifacts: string;
  guestLog: string;
  resultJson: string;
  /** What the lane's output reports about files of the workspace; absent where that is nothing. */
  problemsJson: string;
}

export function runsFolder(stateRoot: string): string {
  return join(stateRoot, 'runs');
}

export function runDir(stateRoot: string, runId: string): RunDir {
  return runDirAt(join(runsFolder(stateRoot), runId));
}

/** A run's folder wherever it lies: an artifact holds it without the state root around it. */
export function runDirAt(path: string): RunDir {
  return {
    path,
    runJson: join(path, 'run.json'),
    planJson: join(path, 'plan.json'),
    preparedOutputsJson: join(path, 'prepared-outputs.json'),
    eventsJsonl: join(path, 'events.jsonl'),
    legJson: join(path, 'leg.json'),
    ownerJson: join(path, 'owner.json'),
    job: (id) => jobDir(join(path, 'jobs', idSegment(id))),
  };
}

function jobDir(path: string): JobDir {
  const artifacts = join(path, 'artifacts');
  return {
    path,
    statusJson: join(path, 'status.json'),
    hostLog: join(path, 'host.log'),
    artifacts,
    guestLog: join(artifacts, 'guest.log'),
    resultJson: join(artifacts, 'result.json'),
    problemsJson: join(path, 'problems.json'),
  };
}
