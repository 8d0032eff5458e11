/**
 * Output that is awkward to whatever looks for something in it: what it looks for begins everywhere
 * and ends nowhere. Each kind is a piece to be said again and again.
 */
const pieces: Readonly<Record<string, string>> = {
  'blank lines': '\n',
  'one line': 'x',
  spaces: ' ',
  'spaces of other scripts': '\u3000\u0085\u2028',
  colons: ':',
  'commands that are none': '\n :: ',
  returns: '\r',
  progress: '99%\r',
  'blank progress': ' \r',
  'opening brackets': '[',
  'marks of commands': '##[',
  digits: '1',
  'numbers of lines': ':1:1',
  'opening parentheses': '(',
  'places in parentheses': '(1,1',
  quotes: "'",
  dots: '.',
  escapes: '\u001b',
  'colours without an end': '\u001b[1;',
  'titles without an end': '\u001b]0;',
  colours: '\u001b[31m\u001b[0m',
  controls: '\u0000\u0007\u0008',
  'wide characters': '界',
  'errors of files': 'a.c:1:1: error: ',
  'prefixes of tasks': 'web:test: ',
  'prefixes of services': 'web-1  | ',
};

/** Lines behind which a reader of problems waits for more, or looks at the rest of its line. */
const openings: readonly string[] = [
  '',
  'error: ',
  'Error: ',
  'a.c:1:1: error: ',
  'a.c:1:1: ',
  'a.py:1:1: E100 ',
  'a.go:1:1: ',
  '  1:1  error  ',
  'Traceback ',
  'E   ',
  'FAILED a.py::',
  "thread 'a' panicked at '",
  "thread 'a' panicked at a.rs:1:1:",
  'Diff in ',
  'not ok 1 - ',
  '--- FAIL: ',
  'panic: ',
  'goroutine 1 [running]:',
  '____ ',
  '  ● ',
];

/** What a reader takes for a part of what it waits for. */
const continuations: readonly string[] = [
  'error: ',
  'AError: ',
  'Assertion ',
  "thread 'a' panicked at '",
  "thread 'a' panicked at a:1",
  'at a (a:1:1',
  'File "a.py", line 1 ',
  '____ a ',
  '^',
  ':',
  ' ',
  'x',
  '  left: a',
  '  error: |-',
  '  error: a:',
  '  stack: |-',
  '  | ^ a',
  ' --> a:1:1 ',
  '  File "a.py", line 1, in ',
  '  a.go:1: a',
  'a()',
  "', ",
  "', a:1:1",
  'a.py:1: in a',
  'a [Error/a',
  ' [Error/',
  'E   a:',
];

/** The same as lines, which a reader of problems may be waiting for. */
export const awkwardReports: readonly Awkward[] = openings.flatMap((opening) =>
  continuations.map((line) => ({
    name: `${JSON.stringify(opening)}, then ${JSON.stringify(line)}`,
    make: (size) => Buffer.from(`${opening}\n${`${line}\n`.repeat(size / (line.length + 1))}`),
  })),
);

/** Lines of that length, each of one piece said again and again behind an opening. */
export function awkwardLines(length: number): readonly string[] {
  const repeated = [...Object.values(pieces), ...continuations];
  return openings.flatMap((opening) =>
    repeated.map((piece) => {
      const text = piece.replace(/[\r\n]/g, ' ');
      return (opening + text.repeat(length / text.length))
        .padEnd(length, '\u2028')
        .slice(0, length);
    }),
  );
}

export interface Awkward {
  name: string;
  /** @param size in bytes, about */
  make: (size: number) => Buffer;
}

export const awkwardOutputs: readonly Awkward[] = Object.entries(pieces).map(([name, piece]) => ({
  name,
  make: (size) => Buffer.from(piece.repeat(size / Buffer.byteLength(piece))),
}));
