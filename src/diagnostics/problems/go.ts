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

/** From a panic to its first frame in the project's own code. */
const linesToFrame = 200;

/**
 * A program that panics, and a test that does; the frames of Go itself and of modules come first:
 *
 *     panic: runtime error: index out of range [5] with length 3 [recovered]
 *
 *     goroutine 1 [running]:
 *     main.main()
 *     	/workspace/snapshot/main.go:8 +0x1d
 */
export const goPanic: ProblemFormat = {
  words: /panic: |fatal error: /,
  reader: (found) => {
    let panic: { title: string; message: string } | undefined;
    let left = 0;
    return (line) => {
      const [, title, message] =
        /^(panic|fatal error): (.+?)(?: \[recovered(?:, repanicked)?\])?$/.exec(line) ?? [];
      if (title !== undefined && message !== undefined) {
        panic = { title, message };
        left = linesToFrame;
        return true;
      }
      left -= 1;
      if (panic === undefined || left < 0) return false;
      const [, path, row] = /^\s+(\S.*\.go):(\d+)(?: \+0x[0-9a-f]+)?$/.exec(line) ?? [];
      if (path === undefined || isForeign(path)) return true;
      found({ level: 'error', path, line: Number(row), ...panic });
      panic = undefined;
      return false;
    };
  },
};

function isForeign(path: string): boolean {
  return /^\/(?:usr|opt|nix\/store)\/|\/pkg\/mod\/|\/go[^/]*\/(?:[^/]+\/)?src\/(?:runtime|testing|internal|sync|net)\//.test(
    path,
  );
}
