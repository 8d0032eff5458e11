import { lineFormat, type ProblemFormat } from './format.ts';

/** The compiler and `go vet`. */
export const go = lineFormat(
  /\.go:/,
  /^(?:vet: )?(?<path>[^\s:]+\.go):(?<line>\d+):(?<column>\d+): (?<message>.+)$/,
);

/** What a failed test said, indented below its name; of the file, only the last part of its path. */
export const goTest: ProblemFormat = {
  words: /--- FAIL/,
  reader: (found) => {
    let test: string | undefined;
    return (line) => {
      const [, failed] = /^\s*--- FAIL: (\S+)/.exec(line) ?? [];
      if (failed !== undefined) {
        test = failed;
        return true;
      }
      if (test === undefined) return false;
      const [, path, row, message] = /^\s+([^\s:]+\.go):(\d+): (.+)$/.exec(line) ?? [];
      if (path !== undefined && message !== undefined) {
        found({ level: 'error', path, line: Number(row), title: test, message });
      }
      if (line.startsWith(' ')) return true;
      test = undefined;
      return false;
    };
  },
};
