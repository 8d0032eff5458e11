import type { SourceProblem } from '../../model/source-problem.ts';
import { ProblemFinder } from './finder.ts';
import type { ReportedProblem } from './format.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** What tools report in a log about files of the workspace, errors first. */
export function problemsIn(lines: Iterable<string>, files: WorkspaceFiles): SourceProblem[] {
  const finder = new ProblemFinder();
  for (const line of lines) finder.push(line);
  finder.end();
  return placeProblems(finder.problems, files);
}

/** Problems with the files that they are about; without those that are about none of the workspace. */
export function placeProblems(
  problems: readonly ReportedProblem[],
  files: WorkspaceFiles,
): SourceProblem[] {
  return problems.flatMap(({ level, path, line, column, ...rest }) => {
    const file = files.find(path);
    // Some tools count columns from 0, and some have line 0 for a file as a whole.
    const place = {
      line: Math.max(1, line),
      ...(column !== undefined && column > 0 && { column }),
    };
    return file === undefined ? [] : [{ level, file, ...place, ...rest }];
  });
}
