import { lineFormat, severities, type ProblemFormat } from './format.ts';

/** A problem in the usual form, without its message and rule. */
const problem = /^\s+(\d+):(\d+)\s+(error|warning)\s+/;

/** The usual form, `stylish`: the file on a line of its own, its problems indented below. */
export const eslintStylish: ProblemFormat = {
  words: severities,
  reader: (found) => {
    let path = '';
    return (line, previous) => {
      const [start, row, column, level] = problem.exec(line) ?? [];
      if (start === undefined) return false;
      if (!problem.test(previous)) path = previous.trim();
      const text = line.slice(start.length).trimEnd();
      // Columns are aligned, so two spaces at least stand before the rule.
      const gap = text.lastIndexOf('  ');
      found({
        level: level === 'warning' ? 'warning' : 'error',
        path,
        line: Number(row),
        column: Number(column),
        ...(gap >= 0 && { title: text.slice(gap).trim() }),
        message: gap < 0 ? text : text.slice(0, gap).trim(),
      });
      return false;
    };
  },
};

/** The forms `unix` and `compact`. */
export const eslintLines = lineFormat(
  /Error|Warning/,
  /^(?<path>[^:]+):(?<line>\d+):(?<column>\d+): (?<message>.+) \[(?<level>Error|Warning)\/(?<title>[^\]\s]+)\]$/,
  /^(?<path>[^:]+): line (?<line>\d+), col (?<column>\d+), (?<level>Error|Warning) - (?<message>.+) \((?<title>[^()\s]+)\)$/,
);
