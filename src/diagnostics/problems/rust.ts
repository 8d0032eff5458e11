import { severities, type ProblemFormat, type ReportedProblem } from './format.ts';

/** From a message of rustc to its place, and from there to the marks below the source line. */
const linesToNext = 8;

type Message = Pick<ReportedProblem, 'level' | 'title' | 'message'>;

/**
 * rustc, clippy and rustdoc, through cargo or not, and what shows problems as they do:
 *
 *     error[E0308]: mismatched types
 *      --> src/lib.rs:2:5
 *       |
 *     2 |     "two"
 *       |     ^^^^^ expected `i32`, found `&str`
 */
export const rustc: ProblemFormat = {
  words: severities,
  reader: (found) => {
    let state:
      | { kind: 'idle' }
      | { kind: 'message'; message: Message; left: number }
      | { kind: 'placed'; problem: ReportedProblem; left: number } = { kind: 'idle' };
    return (line) => {
      const head = /^(error|warning|note|help)(?:\[([\w:/-]+)\])?: (.+)$/.exec(line);
      if (head !== null) {
        if (state.kind === 'placed') found(state.problem);
        const message = messageOf(head);
        state = message ? { kind: 'message', message, left: linesToNext } : { kind: 'idle' };
      } else if (state.kind === 'message') {
        const [, path, row, column] = /^\s*(?:-->|┌─) (.+):(\d+):(\d+)$/.exec(line) ?? [];
        const { message, left } = state;
        if (path !== undefined) {
          const problem = { ...message, path, line: Number(row), column: Number(column) };
          state = { kind: 'placed', problem, left: linesToNext };
        } else state = left > 1 ? { ...state, left: left - 1 } : { kind: 'idle' };
      } else if (state.kind === 'placed') {
        // Advice is for who sees the code beside it.
        const [, label] = /^\s*\|[^^]*\^+ (?!help: )([^^]+)$/.exec(line) ?? [];
        const { problem, left } = state;
        const isOver = label !== undefined || left <= 1 || line.trim() === '';
        const message = label === undefined ? problem.message : `${problem.message}: ${label}`;
        if (isOver) found({ ...problem, message });
        state = isOver ? { kind: 'idle' } : { ...state, left: left - 1 };
      }
      return state.kind !== 'idle';
    };
  },
};

function messageOf([, kind, code, message = '']: RegExpExecArray): Message | undefined {
  if (kind !== 'error' && kind !== 'warning') return undefined;
  return { level: kind, ...(code !== undefined && { title: code }), message };
}

/** A test, or whatever else panics: the message follows in lines of its own, in assertions three. */
export const rustPanic: ProblemFormat = {
  words: /panicked at/,
  reader: (found) => {
    let panic: ReportedProblem | undefined;
    let left = 0;
    return (line) => {
      const [, title, path, row, column] =
        /^\s*thread '([^']*)'(?: \(\d+\))? panicked at ([^':]+):(\d+):(\d+):$/.exec(line) ?? [];
      if (panic !== undefined && path === undefined && left > 0 && belongsTo(panic, line)) {
        left -= 1;
        panic = { ...panic, message: `${panic.message}\n${line}`.trimStart() };
        return true;
      }
      if (panic !== undefined) found(panic);
      left = linesToNext;
      const place = { line: Number(row), column: Number(column) };
      panic =
        title === undefined || path === undefined
          ? undefined
          : { level: 'error', path, ...place, title, message: '' };
      return panic !== undefined;
    };
  },
};

function belongsTo({ message }: ReportedProblem, line: string): boolean {
  return message === '' ? line.trim() !== '' : /^\s+(?:left|right): /.test(line);
}

/** Until Rust 1.72 the message came first, in quotes, over several lines if need be. */
export const rustPanicQuoted: ProblemFormat = {
  words: /panicked at '/,
  reader: (found) => {
    let panic: { title: string; message: string; left: number } | undefined;
    return (line) => {
      const [, title, first] = /^\s*thread '([^']*)' panicked at '(.*)$/.exec(line) ?? [];
      if (title !== undefined && first !== undefined) {
        panic = { title, message: first, left: linesToNext };
      } else if (panic !== undefined) {
        panic = { ...panic, message: `${panic.message}\n${line}`, left: panic.left - 1 };
      }
      if (panic === undefined) return false;
      const [end, path, row, column] = /', ([^:']+):(\d+):(\d+)$/.exec(line) ?? [];
      if (end !== undefined && path !== undefined) {
        const message = panic.message.slice(0, -end.length);
        const place = { path, line: Number(row), column: Number(column) };
        found({ level: 'error', ...place, title: panic.title, message });
      }
      if (path !== undefined || panic.left === 0) panic = undefined;
      return panic !== undefined;
    };
  },
};

/** `cargo fmt --check`, which shows what it would change below. */
export const rustfmt: ProblemFormat = {
  words: /Diff in /,
  reader: (found) => (line) => {
    const [, path, row] = /^Diff in (.+?)(?::| at line )(\d+):$/.exec(line) ?? [];
    if (path !== undefined) {
      const message = 'not formatted as rustfmt would';
      found({ level: 'error', path, line: Number(row), title: 'rustfmt', message });
    }
    return false;
  },
};
