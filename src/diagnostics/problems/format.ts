import type { SourceProblem } from '../../model/source-problem.ts';

/** A problem as a tool reports it: the file is called what the tool calls it, wherever it ran. */
export type ReportedProblem = Omit<SourceProblem, 'file'> & { path: string };

/** How a tool, or a family of them, reports problems in its output. */
export interface ProblemFormat {
  /**
   * A report begins on a line that this matches; other lines are not even looked at. Plain words that
   * no colours part: every line of every log is searched for them.
   */
  words: RegExp;
  /** Makes a reader for one log. */
  reader: (found: (problem: ReportedProblem) => void) => ProblemReader;
}

/**
 * Takes a line, without colours and of bounded length, and the one before it. The time it takes must
 * grow no faster than the line: whoever writes it may be hostile.
 * @returns whether it wants the next line, too, whatever that holds
 */
export type ProblemReader = (line: string, previous: string) => boolean;

/** What most tools call the two kinds of problems. */
export const severities = /error|warning/;

/**
 * A format whose reports are lines of their own. The patterns' groups are named for the fields of a
 * problem; without `level` it is an error.
 */
export function lineFormat(words: RegExp, ...patterns: RegExp[]): ProblemFormat {
  return {
    words,
    reader: (found) => (line) => {
      for (const pattern of patterns) {
        const groups = pattern.exec(line)?.groups;
        if (groups === undefined) continue;
        found(problemOf(groups));
        break;
      }
      return false;
    },
  };
}

function problemOf(groups: Readonly<Record<string, string | undefined>>): ReportedProblem {
  const { path = '', line, column, level, title, message = '' } = groups;
  return {
    level: level?.toLowerCase() === 'warning' ? 'warning' : 'error',
    path,
    line: Number(line),
    ...(column !== undefined && { column: Number(column) }),
    ...(title !== undefined && { title }),
    message,
  };
}
