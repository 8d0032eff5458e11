import type { ProblemFormat } from './format.ts';

interface Place {
  path: string;
  line: number;
}

/**
 * pytest, with its long and its short tracebacks:
 *
 *     ____ test_adds ____
 *     E       assert 3 == 4
 *     tests/test_sums.py:5: AssertionError
 *
 *     tests/test_sums.py:5: in test_adds
 *     E   assert 3 == 4
 *
 * Where neither is shown, its summary names the file alone: `FAILED tests/test_sums.py::test_adds`.
 */
export const pytest: ProblemFormat = {
  words: /E {3}|\.py|____/,
  reader: (found) => {
    let test: string | undefined;
    let message: string | undefined;
    /** The innermost place in the project's own code, and whether what is wrong there is to come. */
    let place: (Place & { awaits: 'error' | 'evidence' | 'nothing' }) | undefined;
    let located = false;
    const report = ({ path, line }: Place, text: string): void => {
      located = true;
      found({
        level: 'error',
        path,
        line,
        ...(test !== undefined && { title: test }),
        message: text,
      });
      message = undefined;
      place = undefined;
    };
    const readEvidence = (text: string): void => {
      const [, path, row] = /^File "(.+)", line (\d+)$/.exec(text) ?? [];
      if (path !== undefined) place = { path, line: Number(row), awaits: 'error' };
      else if (place?.awaits === 'evidence') report(place, text);
      else if (place?.awaits !== 'error') message ??= text;
      else if (/^[A-Za-z]\w*Error: /.test(text)) report(place, text);
    };
    const readPlace = (path: string, line: number, what: string): void => {
      const own = isForeign(path) ? place : ({ path, line, awaits: 'nothing' } as const);
      if (what.startsWith('in ')) place = own && { ...own, awaits: 'evidence' };
      else if (what === '') place = own;
      else if (/^[A-Za-z_][\w.]*$/.test(what)) report(own ?? { path, line }, message ?? what);
    };
    return (line) => {
      const [, section] = /^_{4,} (.+?) _{4,}$/.exec(line) ?? [];
      if (section !== undefined) {
        test = section;
        message = undefined;
        place = undefined;
        return false;
      }
      const [, evidence] = /^E {3,}(\S.*)$/.exec(line) ?? [];
      if (evidence !== undefined) {
        readEvidence(evidence);
        return false;
      }
      const [, path, row, what] = /^([^\s:][^:]*\.py):(\d+): ?(.*)$/.exec(line) ?? [];
      if (path !== undefined && what !== undefined) {
        readPlace(path, Number(row), what);
        return false;
      }
      const [, file, name, text = 'failed'] =
        /^(?:FAILED|ERROR) ([^\s:]+\.py)(?:::(\S+))?(?: - (.+))?$/.exec(line) ?? [];
      if (file !== undefined && !located) {
        const title = name !== undefined && { title: name };
        found({ level: 'error', path: file, line: 1, ...title, message: text });
      }
      return false;
    };
  },
};

/** From an exception to its message: a frame takes two or three lines. */
const linesOfTraceback = 300;

/**
 * Python's own tracebacks, and so unittest's:
 *
 *     Traceback (most recent call last):
 *       File "/workspace/snapshot/sums.py", line 11, in check
 *         raise ValueError("negative")
 *     ValueError: negative
 */
export const pythonTraceback: ProblemFormat = {
  words: /Traceback /,
  reader: (found) => {
    let place: Place | undefined;
    let left = 0;
    return (line) => {
      if (line.startsWith('Traceback ')) {
        place = undefined;
        left = linesOfTraceback;
        return true;
      }
      left -= 1;
      if (left < 0) return false;
      if (line.startsWith(' ')) {
        const [, path = '', row] = /^ {2}File "(.+)", line (\d+)(?:, in .+)?$/.exec(line) ?? [];
        if (path !== '' && !isForeign(path)) place = { path, line: Number(row) };
        return true;
      }
      left = 0;
      const [, title, message] = /^([A-Za-z_][\w.]*)(?:: (.+))?$/.exec(line) ?? [];
      if (place === undefined || title === undefined) return false;
      found({ level: 'error', ...place, title, message: message ?? title });
      return false;
    };
  },
};

function isForeign(path: string): boolean {
  return /^<|\/(?:site|dist)-packages\/|\/lib\/python3/.test(path);
}
