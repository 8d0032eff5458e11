import type { SourceProblem } from '../model/source-problem.ts';

/** Of each level, a step's annotations beyond this many are logged and dropped. */
const annotationLimit = 10;

/** What there is to annotate about a lane that is over. */
export interface LaneProblems {
  lane: string;
  /** Why it failed; nothing when it passed. */
  failure: string | undefined;
  problems: readonly SourceProblem[];
  /** Further problems, of which nothing is known but that they are there. */
  dropped: number;
}

export interface Annotation {
  level: 'error' | 'warning';
  message: string;
  place: Pick<SourceProblem, 'file' | 'line' | 'column' | 'title'> | undefined;
}

/**
 * The annotations that a step has room for: why lanes failed, then what they report, what the change
 * touches first, then in the order of their output.
 * @returns them, and how many problems are left to the log
 */
export function chooseAnnotations(
  lanes: readonly LaneProblems[],
  changedFiles: readonly string[],
): { annotations: Annotation[]; more: number } {
  const changed = new Set(changedFiles);
  const failures = lanes.flatMap(({ lane, failure }): Annotation[] =>
    failure === undefined
      ? []
      : [{ level: 'error', message: `${lane}: ${failure}`, place: undefined }],
  );
  const problems = distinct(lanes)
    .toSorted((a, b) => Number(changed.has(b.file)) - Number(changed.has(a.file)))
    .map(annotationOf);
  const all = [...failures, ...problems];
  const annotations = (['error', 'warning'] as const).flatMap((level) =>
    all.filter((annotation) => annotation.level === level).slice(0, annotationLimit),
  );
  const dropped = lanes.reduce((sum, lane) => sum + lane.dropped, 0);
  return { annotations, more: all.length - annotations.length + dropped };
}

/** The first of each lane, the second of each, and so on; what several lanes report, once. */
function distinct(lanes: readonly LaneProblems[]): SourceProblem[] {
  const longest = Math.max(0, ...lanes.map(({ problems }) => problems.length));
  const found = new Map<string, SourceProblem>();
  for (let n = 0; n < longest; n += 1) {
    for (const { problems } of lanes) {
      const problem = problems[n];
      if (problem === undefined) continue;
      const { file, line, column = '', message } = problem;
      const key = JSON.stringify([file, line, column, message]);
      if (!found.has(key)) found.set(key, problem);
    }
  }
  return [...found.values()];
}

function annotationOf({ level, message, ...place }: SourceProblem): Annotation {
  return { level, message, place };
}
