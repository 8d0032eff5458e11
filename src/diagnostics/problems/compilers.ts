import { lineFormat, severities, type ProblemFormat } from './format.ts';

/**
 * The oldest form there is, `file:line:column: error: message`: gcc, clang, swiftc, GHC, mypy (which
 * has no column), and rustc's short messages. Some name the rule behind it.
 */
export const compilers = lineFormat(
  severities,
  /^(?<path>[^\s:][^:]*):(?<line>\d+)(?::(?<column>\d+))?: (?<level>error|warning): (?<message>.+?) {1,2}\[(?<title>[\w=+-]+)\]$/,
  /^(?<path>[^\s:][^:]*):(?<line>\d+)(?::(?<column>\d+))?: (?:fatal )?(?<level>error|warning)(?:\[(?<title>E\d+)\])?: (?<message>.+)$/,
);

/** `file(line,column): error TS2322: message`, and on a terminal `file:line:column - error TS…`. */
export const typescript = lineFormat(
  severities,
  /^(?<path>.+?)\((?<line>\d+),(?<column>\d+)\): (?<level>error|warning) (?<title>TS\d+): (?<message>.+)$/,
  /^(?<path>\S[^:]*):(?<line>\d+):(?<column>\d+) - (?<level>error|warning) (?<title>TS\d+): (?<message>.+)$/,
);

/**
 * ruff as people see it, whose place stands on the next line:
 *
 *     F401 [*] `os` imported but unused
 *      --> lint.py:1:8
 */
export const ruff: ProblemFormat = {
  words: /--> /,
  reader: (found) => (line, previous) => {
    const [, path, row, column] = /^\s*--> (.+):(\d+):(\d+)$/.exec(line) ?? [];
    const [, title, message] =
      /^([A-Z]{1,4}\d{3,4}|invalid-syntax|SyntaxError)(?::| \[\*\])? (.+)$/.exec(previous) ?? [];
    if (path === undefined || title === undefined || message === undefined) return false;
    const place = { path, line: Number(row), column: Number(column) };
    found({ level: 'error', ...place, title, message });
    return false;
  },
};

/** Linters for Python (ruff, flake8, pylint): `file:line:column: CODE message`. */
export const pythonLinters = lineFormat(
  /\.py/,
  /^(?<path>[^\s:]+\.pyi?):(?<line>\d+):(?<column>\d+): (?<title>[A-Z]{1,4}\d{3,4}): (?<message>.+) \([\w-]+\)$/,
  /^(?<path>[^\s:]+\.pyi?):(?<line>\d+):(?<column>\d+): (?<title>[A-Z]{1,4}\d{3,4}) (?<message>.+)$/,
);
