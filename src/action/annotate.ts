import { error, warning } from '@actions/core';
import type { JobRecord, RunRecord } from '../model/record.ts';
import type { SourceProblem } from '../model/source-problem.ts';
import { chooseAnnotations, type Annotation, type LaneProblems } from '../report/annotations.ts';
import { guardLine } from '../report/guard.ts';
import type { LogDigest } from '../diagnostics/log-digest.ts';
import { placeProblems } from '../diagnostics/problems/problems-in.ts';
import { WorkspaceFiles } from '../diagnostics/problems/workspace-files.ts';
import { workTreeFiles } from '../repository/files.ts';
import type { Repository } from '../repository/git.ts';
import { writeJsonAtomically } from '../store/atomic-write.ts';
import { runDir } from '../store/run-dir.ts';

/**
 * Annotates why lanes failed and what their output reports about files of the workspace, and keeps
 * the latter beside their records.
 */
export async function annotate(
  record: RunRecord,
  digestOf: (lane: string) => LogDigest | undefined,
  repository: Repository,
  stateRoot: string,
): Promise<void> {
  const lanes = record.jobs.map((job) => ({ job, digest: digestOf(job.id) }));
  const reported = lanes.some(({ digest }) => digest !== undefined && digest.problems.length > 0);
  const files = new WorkspaceFiles(reported ? await pathsIn(repository) : []);
  const placed = lanes.map(({ job, digest }) => laneProblems(job, digest, files));
  for (const { lane, problems } of placed) {
    if (problems.length === 0) continue;
    writeJsonAtomically(runDir(stateRoot, record.run_id).job(lane).problemsJson, problems);
  }
  const { annotations, more } = chooseAnnotations(placed, record.changed_files);
  for (const annotation of annotations) say(annotation);
  if (more > 0) process.stdout.write(`· ${more} more in the log than a step can annotate\n`);
}

/** Guests have a say in each part of it, so none may hold what is a command by itself. */
function say({ level, message, place }: Annotation): void {
  const { file, line, column, title } = place ?? {};
  const properties = {
    ...(title !== undefined && { title: guardLine(title) }),
    ...(file !== undefined && { file: guardLine(file) }),
    ...(line !== undefined && { startLine: line }),
    ...(column !== undefined && { startColumn: column }),
  };
  if (level === 'error') error(guardLine(message), properties);
  else warning(guardLine(message), properties);
}

/** Without the files there is no annotation of them, and a verdict all the same. */
async function pathsIn(repository: Repository): Promise<string[]> {
  try {
    return (await workTreeFiles(repository)).map(({ path }) => path);
  } catch {
    return [];
  }
}

function laneProblems(
  { id, status, message }: JobRecord,
  digest: LogDigest | undefined,
  files: WorkspaceFiles,
): LaneProblems {
  const failed = status === 'failed';
  // What a lane that passed calls errors are none: it may well test for them.
  const counts = (level: SourceProblem['level']): boolean => failed || level === 'warning';
  const problems = digest?.problems.filter(({ level }) => counts(level)) ?? [];
  const { error: errors = 0, warning: warnings = 0 } = digest?.dropped ?? {};
  return {
    lane: id,
    failure: failed ? (message ?? 'failed') : undefined,
    problems: placeProblems(problems, files),
    dropped: failed ? errors + warnings : warnings,
  };
}
